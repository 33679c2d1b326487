import { newId } from "../../../../server/kernel/database.ts"
import { EditedTopic, NewTopic, type TopicView } from "../../../../server/qualification/meet.ts"
import { type FormState, field, Newer, versionOf } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import { Button, Disclosure, Field, Form, useReader } from "../../../layout/index.ts"
import { formOf, idAt, isRefused } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"
import { topicsPath } from "./frame.tsx"
import type { TopicsProps } from "./props.ts"

export function topicLabels(t: Texts) {
  const { name, question } = t.qualification.consulting.topics
  return { title: name, question }
}

/** For learners, as long as topics can be put in. */
export function NewTopicForm({ t, view, tried }: TopicsProps) {
  const words = t.qualification.consulting.topics
  const at = "add"
  const form = formOf(tried, { at, action: at, input: NewTopic, labels: topicLabels(t) })
  if (!view.can.add && !isRefused(form)) return null
  return (
    <Disclosure summary={words.add} open={isRefused(form)} id="neues-thema">
      <Form
        action={topicsPath(view.session.id)}
        hidden={{ action: at }}
        keep={`consulting-topic-${view.session.id}`}
        idempotencyKey={textOf(form.fields, "idempotencyKey") || newId()}
      >
        <TopicFields form={form} at={at} />
        <div>
          <Button kind="primary">{words.save}</Button>
        </div>
      </Form>
    </Disclosure>
  )
}

export function TopicForm({ t, tried, topic }: TopicsProps & { topic: TopicView }) {
  const words = t.qualification.consulting.topics
  const { id: at, title, question, version } = topic
  const form = formOf(tried, {
    at,
    action: "save",
    input: EditedTopic,
    labels: topicLabels(t),
    fields: { title, question, version: String(version) },
  })
  return (
    <Disclosure summary={words.edit} quiet open={isRefused(form)}>
      <Newer form={form} text={words.conflict} level={3} />
      <Form
        action={`/beratungsthemen/${at}`}
        hidden={{ action: "save", version: versionOf(form) }}
        keep={`consulting-topic-${at}-${versionOf(form)}`}
      >
        <TopicFields form={form} at={at} />
        <div>
          <Button kind="primary" context={title}>
            {words.save}
          </Button>
        </div>
      </Form>
    </Disclosure>
  )
}

function TopicFields({ form, at }: { form: FormState; at: string }) {
  const { t } = useReader()
  const words = t.qualification.consulting.topics
  return (
    <>
      <p>{words.formLead}</p>
      <Field {...field(form, "title")} {...idAt("title", at)} hint={words.nameHint} />
      <Field {...field(form, "question")} {...idAt("question", at)} type="textarea" rows={3} />
    </>
  )
}
