import type { FastifyReply, FastifyRequest } from "fastify"
import type { Actor } from "../../../../server/kernel/actor.ts"
import { newId } from "../../../../server/kernel/database.ts"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import { dayOf, today } from "../../../../server/kernel/time.ts"
import {
  findBoard,
  findCohort,
  findNotes,
  findSession,
  lessonsForSession,
  listAttendances,
  Notes,
  resetSession,
  type SessionView,
  saveNotes,
  startSession,
  timeSession,
} from "../../../../server/qualification/index.ts"
import { type Fields, FormOf, fieldErrors, textOf } from "../../../forms.ts"
import type { FieldError } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { goToTimer, TIMER_FIELDS, timerDeedIn } from "../timer/index.ts"
import type { Present } from "./attendance.tsx"
import { SessionTrail } from "./frame.tsx"
import { Leading } from "./leading-view.tsx"

/** There are two fields called `body` on the page. */
const NOTES = "notizen"
const config = { access: "signed-in", page: true } as const

/** The one screen to hold a workshop or a meeting. */
export function leadingPages(app: App, site: Site): void {
  app.get(
    "/termine/:id/leitung",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => showLeading(site, request, reply, request.params.id, {}),
  )
  app.post(
    "/termine/:id/uhr",
    { config, schema: { params: ById, body: FormOf(...TIMER_FIELDS), response: html } },
    async ({ actor, params, body }, reply) => {
      const back = `/termine/${params.id}/leitung`
      const name = textOf(body, "deed")
      if (name === "start") {
        await startSession(site.db, actor, params.id)
        return goTo(reply, back, "timer-started")
      }
      if (name === "reset") {
        await resetSession(site.db, actor, params.id)
        return goTo(reply, back, "timer-reset")
      }
      const deed = timerDeedIn(body)
      // Whoever may not lead learns that, whatever was sent.
      await findNotes(site.db, actor, params.id)
      if (!deed) throw new Refusal(422, "invalid")
      const isMoved = await move(() => timeSession(site.db, actor, params.id, deed))
      return isMoved ? goToTimer(reply, back, deed) : goTo(reply, back, "timer-changed")
    },
  )
  app.post(
    "/termine/:id/notizen",
    { config, schema: { params: ById, body: FormOf("version", "body"), response: html } },
    async (request, reply) => {
      const { actor, params, body } = request
      const text = textOf(body, "body")
      const version = Number(textOf(body, "version")) || 0
      const current = await findNotes(site.db, actor, params.id)
      const { value, faults } = checkInput(Notes, { version, body: text })
      if (!value) {
        const errors = fieldErrors(texts(request.locale), faults).map((error) => ({ ...error, field: NOTES }))
        const notes = { body: text, version }
        return showLeading(site, request, reply, params.id, { notes, errors, status: 422 })
      }
      try {
        await saveNotes(site.db, actor, params.id, value)
        return goTo(reply, `/termine/${params.id}/leitung#notizen`, "saved")
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 409) throw error
        const own = { body: text, version: current.version }
        return showLeading(site, request, reply, params.id, {
          notes: own,
          newerNotes: current.body,
          status: 409,
        })
      }
    },
  )
}

/** Two who go on at the same time go one step; the slower one sees how it stands. */
async function move(deed: () => Promise<void>) {
  try {
    await deed()
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === "timer.changed") return false
    throw error
  }
}

export type Tried = {
  entry?: Fields
  errors?: FieldError[]
  notes?: { body: string; version: number }
  newerNotes?: string
  status?: number
}

export async function showLeading(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  tried: Tried,
) {
  const notes = await findNotes(site.db, request.actor, id)
  const session = await findSession(site.db, request.actor, id)
  const board = await findBoard(site.db, request.actor, id)
  const present = await presentIn(site, request.actor, session)
  const lessons = await lessonsForSession(site.db, request.actor, id)
  const errors = tried.errors ?? []
  return show(
    site,
    request,
    reply,
    (t) => ({
      title:
        errors.length > 0
          ? t.shell.form.errorPageTitle(session.title)
          : `${t.qualification.sessions.lead}: ${session.title}`,
      current: "qualification",
      breadcrumb: <SessionTrail t={t} session={session} here={t.qualification.sessions.lead} />,
      children: (
        <Leading
          t={t}
          session={session}
          board={board}
          present={present}
          lessons={lessons}
          notes={tried.notes ?? notes}
          newerNotes={tried.newerNotes}
          entry={tried.entry ?? { idempotencyKey: newId() }}
          errors={errors}
          actor={request.actor}
        />
      ),
    }),
    tried.status ?? 200,
  )
}

/** The learners, and who of them was recorded. */
async function presentIn({ db }: Site, actor: Actor, session: SessionView): Promise<Present[] | null> {
  if (dayOf(new Date(session.startsAt)) > today() || session.cancelled) return null
  const { people } = await findCohort(db, actor, session.cohort.id)
  const all = await listAttendances(db, actor, session.cohort.id)
  return people
    .filter(({ part }) => part === "learner")
    .map(({ memberId, name }) => {
      const found = all.find((one) => one.stepId === session.id && one.memberId === memberId)
      return { memberId, name, state: found?.state ?? null }
    })
}
