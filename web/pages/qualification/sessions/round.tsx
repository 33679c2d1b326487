import type { FastifyReply, FastifyRequest } from "fastify"
import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import { findBoard, findSession, RoundLine, saveRound } from "../../../../server/qualification/index.ts"
import { type Fields, FormOf, fieldErrors, textOf } from "../../../forms.ts"
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
import { texts } from "../../../texts/index.ts"
import { SessionTrail } from "./frame.tsx"

const config = { access: "signed-in", page: true } as const
const NAMES = ["project", "state", "hurdle", "request"] as const

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
      return showForm(site, request, reply, { ...own.line }, [])
    },
  )
  app.post(
    "/termine/:id/runde",
    { config, schema: { params: ById, body: FormOf(...NAMES), response: html } },
    async (request, reply) => {
      const { actor, params, body } = request
      const line = Object.fromEntries(NAMES.map((name) => [name, textOf(body, name).trim()]))
      const { value, faults } = checkInput(RoundLine, line)
      if (!value) return showForm(site, request, reply, body, fieldErrors(texts(request.locale), faults), 422)
      await saveRound(site.db, actor, params.id, value)
      return goTo(reply, `/termine/${params.id}#runde`, "round-saved")
    },
  )
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
              {NAMES.map((name) => {
                const error = errorOf(errors, name)
                return (
                  <Field
                    key={name}
                    name={name}
                    label={words[name]}
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
