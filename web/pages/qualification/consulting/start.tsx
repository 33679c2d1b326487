import { CONSULTING_FORMS, NewConsulting, type TopicsView } from "../../../../server/qualification/meet.ts"
import { choice, choices, type FormState } from "../../../form-state.tsx"
import { Button, Disclosure, Field, Form } from "../../../layout/index.ts"
import { formOf, idAt, isRefused } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"
import { topicsPath } from "./frame.tsx"
import type { TopicsProps } from "./props.ts"

/** Which of the page's forms it is. */
const AT = "begin"

export function startLabels(t: Texts) {
  const { topic, form, moderator } = t.qualification.consulting.start
  return { topicId: topic, form, moderatorId: moderator }
}

/** Topic, length, moderator: then the timer runs. */
export function Start({ t, view, tried, chosen }: TopicsProps) {
  const words = t.qualification.consulting.start
  const usual = view.session.kind === "meeting" ? "short" : "full"
  const fields = { topicId: chosen, form: usual }
  const form = formOf(tried, { at: AT, action: AT, input: NewConsulting, labels: startLabels(t), fields })
  return (
    <Disclosure summary={words.title} open={isRefused(form) || chosen !== undefined} id="beginnen">
      <p>{words.lead}</p>
      <Form action={topicsPath(view.session.id)} hidden={{ action: AT }}>
        <Choices t={t} view={view} form={form} />
        <div>
          <Button kind="primary" icon="clock">
            {words.now}
          </Button>
        </div>
      </Form>
    </Disclosure>
  )
}

function Choices({ t, view, form }: { t: Texts; view: TopicsView; form: FormState }) {
  const words = t.qualification.consulting
  return (
    <>
      <Field
        {...choices(form, "topicId")}
        {...idAt("topicId", AT)}
        type="radios"
        options={view.topics.map(({ id, title, name, isMine, votes }) => ({
          value: id,
          label: title,
          hint: [
            isMine ? words.topics.mine : words.topics.by(name),
            votes !== null && words.ballot.votes(votes),
          ]
            .filter(Boolean)
            .join(", "),
        }))}
      />
      <Field
        {...choices(form, "form")}
        {...idAt("form", AT)}
        type="radios"
        hint={words.start.formHint}
        options={CONSULTING_FORMS.map((value) => ({ value, label: words.start.forms[value] }))}
      />
      <Field
        {...choice(form, "moderatorId")}
        {...idAt("moderatorId", AT)}
        type="select"
        hint={words.start.moderatorHint}
        placeholder={words.start.choose}
        options={view.people.map(({ memberId, name }) => ({ value: memberId, label: name }))}
      />
    </>
  )
}
