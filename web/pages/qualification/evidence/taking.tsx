import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import { newId } from "../../../../server/kernel/database.ts"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, Closed, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  type CompetenceView,
  findSource,
  listEvidence,
  Source,
  type SourceView,
  TakenEvidence,
  takeEvidence,
} from "../../../../server/qualification/index.ts"
import { type Fields, FormOf, fieldErrors, listOf, refusalErrors, textOf } from "../../../forms.ts"
import {
  Alert,
  Buttons,
  Card,
  ErrorSummary,
  type FieldError,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { goTo, type Site } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { Showing } from "./form.tsx"
import { showSources, showTaking } from "./sources.tsx"

const Chosen = Closed({
  art: Type.Optional(Type.String({ maxLength: 40 })),
  von: Type.Optional(Type.String({ maxLength: 40 })),
  after: Type.Optional(Type.String({ maxLength: 40 })),
  hinweis: Type.Optional(Type.String()),
})
const FIELDS = ["source", "sourceId", "sentence", "competences", "idempotencyKey"] as const

export function takingPages(app: App, site: Site): void {
  const config = { access: "signed-in", page: true } as const
  app.get(
    "/lerngruppen/:id/nachweise/uebernehmen",
    { config, schema: { params: ById, querystring: Chosen, response: html } },
    async (request, reply) => {
      const { art: source, von: sourceId, after } = request.query
      const { value } = checkInput(Source, { source, sourceId })
      if (!value) return showSources(site, request, reply, request.params.id, { after })
      const fields = { ...value, idempotencyKey: newId() }
      return showForm(site, request, reply, request.params.id, { source: value, fields, errors: [] })
    },
  )
  app.post(
    "/lerngruppen/:id/nachweise/uebernehmen",
    { config, schema: { params: ById, body: FormOf(...FIELDS), response: html } },
    async (request, reply) => {
      const { body: fields, params, actor } = request
      const t = texts(request.locale)
      const chosen = { source: textOf(fields, "source"), sourceId: textOf(fields, "sourceId") }
      const { value: source } = checkInput(Source, chosen)
      if (!source) return showSources(site, request, reply, params.id, { unknown: true })
      const again = (errors: FieldError[], status: number) =>
        showForm(site, request, reply, params.id, { source, fields, errors, status })
      const { value, faults } = checkInput(TakenEvidence, {
        ...source,
        sentence: textOf(fields, "sentence"),
        competences: listOf(fields, "competences"),
        key: textOf(fields, "idempotencyKey"),
      })
      if (!value) return again(fieldErrors(t, faults), 422)
      try {
        await takeEvidence(site.db, site.journalKeys, actor, params.id, value)
        return goTo(reply, `/lerngruppen/${params.id}/nachweise`, "evidence-attached")
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 422) throw error
        return again(refusalErrors(t, error), error.status)
      }
    },
  )
}

type Tried = { source: Source; fields: Fields; errors: FieldError[]; status?: number }

async function showForm(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  cohortId: string,
  tried: Tried,
) {
  const found = await findSource(site.db, site.journalKeys, request.actor, cohortId, tried.source)
  const { competences } = await listEvidence(site.db, request.actor, cohortId)
  return showTaking(site, request, reply, {
    cohortId,
    title: (t) => t.qualification.evidence.newTitle,
    hasErrors: tried.errors.length > 0,
    children: <TakingForm {...{ cohortId, found, competences, tried }} />,
    ...(tried.status && { status: tried.status }),
  })
}

type Props = { cohortId: string; found: SourceView; competences: CompetenceView[]; tried: Tried }

/** What would be attached and who could read it, before it is. */
function TakingForm({ cohortId, found, competences, tried }: Props) {
  const { t } = useReader()
  const words = t.qualification.evidence
  const { source, fields, errors } = tried
  const isEntry = source.source === "journal"
  const action = `/lerngruppen/${cohortId}/nachweise/uebernehmen`
  return (
    <>
      <PageTitle>{words.newTitle}</PageTitle>
      <ErrorSummary errors={errors} />
      <Alert kind={isEntry ? "warning" : "info"}>
        <p>{isEntry ? words.copyWarning : words.projectWarning}</p>
      </Alert>
      <Card title={isEntry ? words.copyOf : words.kinds.project} id="quelle" tone="quiet">
        <p>
          <strong>{found.address ? <a href={found.address}>{found.title}</a> : found.title}</strong>
        </p>
        {found.copy && <p class="ff-written">{found.copy}</p>}
      </Card>
      <Form action={action} hidden={source} idempotencyKey={textOf(fields, "idempotencyKey")}>
        <Showing fields={fields} errors={errors} competences={competences} />
        <Buttons>
          <SubmitButton>{words.attach}</SubmitButton>
          <LinkButton href={action} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
