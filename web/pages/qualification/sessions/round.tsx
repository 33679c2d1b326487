import type { FastifyReply, FastifyRequest } from "fastify"
import { forbidden, Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  findBoard,
  findSession,
  listProjects,
  RoundLine,
  saveRound,
} from "../../../../server/qualification/index.ts"
import { type Fields, FormOf, fieldErrors, orNull, refusalErrors, textOf } from "../../../forms.ts"
import {
  Buttons,
  ErrorSummary,
  errorFor,
  errorOf,
  Field,
  type FieldError,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { SessionTrail } from "./frame.tsx"

const config = { access: "signed-in", page: true } as const
const NAMES = ["project", "state", "hurdle", "request"] as const
const FIELDS = ["projectId", ...NAMES] as const

/** A learner's line for the round of a meeting. */
export function roundPages(app: App, site: Site): void {
  app.get(
    "/termine/:id/runde",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const board = await findBoard(site.db, actor, params.id)
      const own = board.round.find(({ isMine }) => isMine)
      if (!own) throw forbidden()
      return showForm(site, request, reply, ownFields(own.line), [])
    },
  )
  app.post(
    "/termine/:id/runde",
    { config, schema: { params: ById, body: FormOf(...FIELDS), response: html } },
    async (request, reply) => {
      const { actor, params, body } = request
      const line = Object.fromEntries(NAMES.map((name) => [name, textOf(body, name).trim()]))
      const t = texts(request.locale)
      const projectId = orNull(textOf(body, "projectId"))
      const { value, faults } = checkInput(RoundLine, { ...line, projectId })
      if (!value) return showForm(site, request, reply, body, fieldErrors(t, faults), 422)
      try {
        await saveRound(site.db, actor, params.id, value)
        return goTo(reply, `/termine/${params.id}#runde`, "round-saved")
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 422) throw error
        return showForm(site, request, reply, body, refusalErrors(t, error), 422)
      }
    },
  )
}

/** The title of a chosen project is not typed again. */
const ownFields = (line: RoundLine | null): Fields => {
  if (!line) return {}
  const { projectId, ...typed } = line
  return projectId ? { ...typed, project: "", projectId } : typed
}

async function showForm(
  site: Site,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  fields: Fields,
  errors: FieldError[],
  status = 200,
) {
  const { id } = request.params
  const board = await findBoard(site.db, request.actor, id)
  if (!board.round.some(({ isMine }) => isMine)) throw forbidden()
  const session = await findSession(site.db, request.actor, id)
  const projects = (await listProjects(site.db, request.actor, session.cohort.id)).filter(
    ({ isOwn }) => isOwn,
  )
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.sessions.round
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(words.title) : words.title,
        current: "qualification",
        width: "reading",
        breadcrumb: <SessionTrail t={t} session={session} here={words.title} />,
        children: (
          <>
            <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
            <ErrorSummary errors={errors} />
            <Form action={`/termine/${id}/runde`} keep={`round-${id}`}>
              {projects.length > 0 && (
                <Field
                  type="select"
                  name="projectId"
                  label={words.ownProject}
                  hint={words.ownProjectHint}
                  value={textOf(fields, "projectId")}
                  placeholder={words.otherProject}
                  options={projects.map(({ id: value, title }) => ({ value, label: title }))}
                  optional
                  {...errorFor(errors, "projectId")}
                />
              )}
              {NAMES.map((name) => {
                const error = errorOf(errors, name)
                return (
                  <Field
                    key={name}
                    name={name}
                    label={name === "project" && projects.length > 0 ? words.otherName : words[name]}
                    value={textOf(fields, name)}
                    maxlength={name === "project" ? 160 : 300}
                    optional
                    {...(name === "state" && { hint: words.hint })}
                    {...(error && { error })}
                  />
                )
              })}
              <Buttons>
                <SubmitButton>{words.save}</SubmitButton>
                <LinkButton href={`/termine/${id}`} kind="tertiary">
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
