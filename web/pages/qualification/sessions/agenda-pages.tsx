import type { FastifyReply, FastifyRequest } from "fastify"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App, FieldFault } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  type AgendaView,
  findAgenda,
  findSession,
  resetAgenda,
  SavedAgenda,
  saveAgenda,
} from "../../../../server/qualification/meet.ts"
import { FormOf, fieldErrors, refusalErrors, textOf } from "../../../forms.ts"
import type { FieldError } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import {
  AGENDA_FIELDS,
  afterPress,
  agendaAsTyped,
  agendaIn,
  inputOf,
  type TypedAgenda,
  withNew,
} from "./agenda-fields.ts"
import { AgendaForm } from "./agenda-form.tsx"
import { SessionTrail } from "./frame.tsx"

const config = { access: "signed-in", page: true } as const
const PATH = "/termine/:id/tagesordnung"

type Request = FastifyRequest<{ Params: { id: string } }>
type Tried = { typed?: TypedAgenda; errors?: FieldError[]; status?: number; isConflict?: boolean }

export function agendaPages(app: App, site: Site): void {
  app.get(PATH, { config, schema: { params: ById, response: html } }, async (request, reply) =>
    showAgenda(site, request, reply, {}),
  )
  app.post(
    PATH,
    { config, schema: { params: ById, body: FormOf(...AGENDA_FIELDS), response: html } },
    async (request, reply) => {
      const { actor, params, body } = request
      const t = texts(request.locale)
      const view = await findAgenda(site.db, actor, params.id)
      const button = textOf(body, "button")
      if (button === "reset") return resetToProgramme(site, request, reply, view)
      const typed = afterPress(agendaIn(body), button)
      const { value, faults } = checkInput(SavedAgenda, inputOf(withNew(typed)))
      if (!value) {
        const errors = errorsOf(t, faults, typed)
        return showAgenda(site, request, reply, { typed, errors, status: 422 })
      }
      try {
        await saveAgenda(site.db, actor, params.id, value)
      } catch (error) {
        return showRefused(site, request, reply, typed, error)
      }
      return goTo(reply, placeAfter(params.id, button), "agenda-saved")
    },
  )
}

async function resetToProgramme(site: Site, request: Request, reply: FastifyReply, view: AgendaView) {
  const { actor, params } = request
  try {
    await resetAgenda(site.db, actor, params.id)
  } catch (error) {
    return showRefused(site, request, reply, agendaAsTyped(view), error)
  }
  return goTo(reply, `/termine/${params.id}/tagesordnung`, "agenda-reset")
}

/** Moving and removing goes on on the page; saving leads back to the session. */
const placeAfter = (id: string, button: string) =>
  button === "save" || button === ""
    ? `/termine/${id}/leitung#ablauf`
    : `/termine/${id}/tagesordnung#kommt-noch`

/** Each fault with its row. A new item has a place among the rows already, but its fields stand by themselves. */
function errorsOf(t: Texts, faults: FieldFault[], typed: TypedAgenda): FieldError[] {
  const rows = withNew(typed).ahead
  const added = rows.findIndex((row) => !typed.ahead.includes(row))
  return faults.flatMap((fault) => {
    const [list, row, leaf = ""] = fault.field.split(".")
    const messages = fieldErrors(t, [{ ...fault, field: leaf || (row ?? fault.field) }])
    if (list !== "ahead" || row === undefined) return messages.map((one) => ({ ...one, field: fault.field }))
    const place = Number(row)
    const at = place === added ? "new" : `ahead.${added >= 0 && place > added ? place - 1 : place}`
    return messages.map((one) => ({ ...one, field: `${at}.${leaf}` }))
  })
}

/** Somebody was faster: how it stands now, and below it what was typed. */
async function showRefused(
  site: Site,
  request: Request,
  reply: FastifyReply,
  typed: TypedAgenda,
  error: unknown,
) {
  const isConflict =
    error instanceof Refusal && (error.code === "agenda.changed" || error.code === "timer.changed")
  if (!isConflict) {
    const errors = refusalErrors(texts(request.locale), error)
    return showAgenda(site, request, reply, { typed, errors, status: 409 })
  }
  const now = agendaAsTyped(await findAgenda(site.db, request.actor, request.params.id))
  const merged = {
    ...typed,
    version: now.version,
    // The present item is what runs now, whatever was typed about another one.
    current: now.current,
    // The places of before are not those of now.
    ahead: typed.ahead.map((row) => ({ ...row, from: "" })),
  }
  return showAgenda(site, request, reply, { typed: merged, status: 409, isConflict })
}

async function showAgenda(site: Site, request: Request, reply: FastifyReply, tried: Tried) {
  const { id } = request.params
  const view = await findAgenda(site.db, request.actor, id)
  const session = await findSession(site.db, request.actor, id)
  const errors = tried.errors ?? []
  return show(
    site,
    request,
    reply,
    (t) => {
      const { title } = t.qualification.sessions.agendaEdit
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
        current: "qualification",
        width: "reading",
        breadcrumb: <SessionTrail t={t} session={session} here={title} />,
        children: (
          <AgendaForm
            t={t}
            session={session}
            view={view}
            typed={tried.typed ?? agendaAsTyped(view)}
            errors={errors}
            isConflict={tried.isConflict ?? false}
          />
        ),
      }
    },
    tried.status ?? 200,
  )
}
