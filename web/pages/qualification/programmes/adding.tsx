import type { FastifyReply, FastifyRequest } from "fastify"
import { newId } from "../../../../server/kernel/database.ts"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import { addStep, findProgramme, NewStep, STEP_KINDS } from "../../../../server/qualification/index.ts"
import { type Fields, FormOf, fieldErrors, refusalErrors, textOf } from "../../../forms.ts"
import {
  Buttons,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { config, ProgrammeTrail, pathOf, stepPathOf } from "./frame.tsx"
import { numberIn } from "./step-fields.ts"

const ADDRESS = "/programme/:id/schritte/neu"
const NAMES = ["kind", "title", "week"] as const
type Tried = { fields: Fields; errors: FieldError[]; status: number }

/** How a step of each kind begins. */
const FIRST: Record<string, { weeks?: number; minutes?: number; voluntary?: boolean }> = {
  workshop: { minutes: 240 },
  practice: { weeks: 4 },
  meeting: { minutes: 60 },
  impulse: { minutes: 20, voluntary: true },
  assessment: { minutes: 90 },
}
const EMPTY = { weeks: 0, minutes: 0, voluntary: false, contents: "", materials: "", tasks: "" }

export function addingPages(app: App, site: Site): void {
  app.get(ADDRESS, { config, schema: { params: ById, response: html } }, async (request, reply) => {
    const fields = { idempotencyKey: newId(), kind: "workshop" }
    return showForm(site, request, reply, request.params.id, { fields, errors: [], status: 200 })
  })
  app.post(
    ADDRESS,
    { config, schema: { params: ById, body: FormOf(...NAMES, "idempotencyKey"), response: html } },
    async (request, reply) => {
      const { body: fields, actor, params } = request
      const t = texts(request.locale)
      const again = (errors: FieldError[], status: number) =>
        showForm(site, request, reply, params.id, { fields, errors, status })
      const kind = textOf(fields, "kind")
      const lists = { agenda: [], questions: [], features: [] }
      const { value, faults } = checkInput(NewStep, {
        ...EMPTY,
        ...lists,
        ...FIRST[kind],
        kind,
        title: textOf(fields, "title"),
        week: numberIn(textOf(fields, "week")),
        key: textOf(fields, "idempotencyKey"),
      })
      if (!value) return again(fieldErrors(t, faults, "step"), 422)
      try {
        const { id } = await addStep(site.db, actor, params.id, value)
        return goTo(reply, `${stepPathOf(id)}/bearbeiten`, "programme-step-added")
      } catch (error) {
        return again(refusalErrors(t, error), error instanceof Refusal ? error.status : 422)
      }
    },
  )
}

async function showForm(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  { fields, errors, status }: Tried,
) {
  const programme = await findProgramme(site.db, request.actor, id)
  if (!programme.can.edit)
    throw new Refusal(programme.own ? 409 : 403, programme.own ? "programme.published" : "forbidden")
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.programmes
      const heading = words.addTitle
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(heading) : heading,
        current: "qualification",
        width: "reading",
        breadcrumb: <ProgrammeTrail t={t} programme={programme} below={heading} />,
        children: (
          <>
            <PageTitle lead={<p>{words.addLead}</p>}>{heading}</PageTitle>
            <ErrorSummary errors={errors} />
            <Form action={`${pathOf(id)}/schritte/neu`} idempotencyKey={textOf(fields, "idempotencyKey")}>
              <Inputs t={t} fields={fields} errors={errors} />
              <Buttons>
                <SubmitButton>{words.addNow}</SubmitButton>
                <LinkButton href={pathOf(id)} kind="tertiary">
                  {t.shell.form.cancel}
                </LinkButton>
              </Buttons>
            </Form>
          </>
        ),
      }
    },
    status,
  )
}

function Inputs({ t, fields, errors }: { t: Texts; fields: Fields; errors: FieldError[] }) {
  const words = t.qualification
  const labels = t.errors.labels
  const failed = (name: string) => {
    const error = errorOf(errors, name)
    return error === undefined ? {} : { error }
  }
  return (
    <>
      <Field
        type="radios"
        name="kind"
        label={labels.kind}
        values={[textOf(fields, "kind")]}
        options={STEP_KINDS.map((value) => ({ value, label: words.cohorts.kinds[value] }))}
        {...failed("kind")}
      />
      <Field
        name="title"
        label={labels.title}
        value={textOf(fields, "title")}
        maxlength={120}
        {...failed("title")}
      />
      <Field
        type="number"
        name="week"
        label={labels.week}
        hint={words.programmes.weekHint}
        value={textOf(fields, "week")}
        width="short"
        min="0"
        {...failed("week")}
      />
    </>
  )
}
