import type { App } from "../../../../server/kernel/http.ts"
import {
  findEvent,
  findObjection,
  MARKS,
  MarkedObjection,
  markObjection,
  type ObjectionView,
} from "../../../../server/qualification/outcome.ts"
import { dayIn, wordsOf } from "../../../compared.ts"
import { pagesOf } from "../../../form-pages.ts"
import { choice, choices, Faults, type FormState, field, Newer, versionOf } from "../../../form-state.tsx"
import type { Fields } from "../../../forms.ts"
import { Buttons, Field, Form, LinkButton, PageTitle, SubmitButton } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { markingPath, placeOf, registerPath } from "./address.ts"
import { EventTrail } from "./event.tsx"

/** What becomes of an objection; worked on by the group in its workshop. */
export function markingPage(app: App, site: Site): void {
  pagesOf(app, site).formPage("/einwaende/:id", {
    find: async ({ db, actor, params }) => {
      const { eventId, objection } = await findObjection(db, actor, params.id)
      return { event: await findEvent(db, actor, eventId), objection }
    },
    input: MarkedObjection,
    labels: ({ qualification }) => qualification.events.objectionFields,
    start: ({ objection }) => fieldsOf(objection),
    act: ({ db, actor, params }, value) => markObjection(db, actor, params.id, value),
    to: (_, { event, objection }) => [
      `${registerPath(event.id)}#${placeOf(objection.id)}`,
      "objection-marked",
    ],
    show: ({ t, locale }, { event, objection }, form) => ({
      title: t.qualification.events.mark,
      width: "reading",
      breadcrumb: <EventTrail t={t} event={event} here={t.qualification.events.mark} />,
      children: (
        <>
          <PageTitle over={t.qualification.events.mark} lead={<p>{t.qualification.events.markLead}</p>}>
            {objection.words}
          </PageTitle>
          <Newer
            form={form}
            text={t.qualification.events.conflict}
            words={{ mark: wordsOf(markOptions(t)), until: dayIn(locale), doneOn: dayIn(locale) }}
          />
          <Faults form={form} />
          <Marking t={t} form={form} id={objection.id} back={registerPath(event.id)} />
        </>
      ),
    }),
  })
}

const markOptions = ({ qualification: { events } }: Texts) =>
  MARKS.map((value) => ({ value, label: events.marks[value], hint: events.markHints[value] }))

type Props = { t: Texts; form: FormState; id: string; back: string }

function Marking({ t, form, id, back }: Props) {
  const words = t.qualification.events
  return (
    <Form action={markingPath(id)} hidden={{ version: versionOf(form) }} keep={`einwaende/${id}`}>
      <Field {...choices(form, "mark")} type="radios" options={markOptions(t)} />
      <Field {...field(form, "answer")} type="textarea" rows={4} hint={words.answerFieldHint} />
      <Field {...field(form, "who")} hint={words.changeOnly} />
      <Field {...choice(form, "until")} type="date" width="short" hint={words.changeOnly} isForWork />
      <Field {...choice(form, "doneOn")} type="date" width="short" hint={words.changeOnly} />
      <Field {...field(form, "link")} hint={words.changedHint} />
      <Field {...field(form, "linkTitle")} />
      <Buttons>
        <SubmitButton>{words.save}</SubmitButton>
        <LinkButton href={back} kind="tertiary">
          {t.shell.form.cancel}
        </LinkButton>
      </Buttons>
    </Form>
  )
}

const fieldsOf = (objection: ObjectionView): Fields => {
  const { mark, answer, who, until, doneOn, link, linkTitle, version } = objection
  return {
    mark,
    answer,
    who,
    until: until ?? "",
    doneOn: doneOn ?? "",
    link,
    linkTitle,
    version: String(version),
  }
}
