import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { guidanceFor, isPart, stepHtmlFor } from "../policy.ts"
import { PARTS } from "../tables.ts"
import { findTimer } from "../timers/actions.ts"
import { accessSession } from "./access.ts"
import { agendaOfDay } from "./day-agenda.ts"
import { releasedHtml } from "./rendered.ts"
import type { SessionView } from "./schema.ts"
import { sessionMinutes } from "./tables.ts"

/** A workshop or a meeting as its people see it; to managers the date, and minutes that were released to them. */
export async function findSession(reader: Reader, actor: Actor, id: string): Promise<SessionView> {
  const session = await accessSession(reader, actor, id)
  const { step, kind, cohort } = session
  const part = PARTS.find((one) => isPart(session, one)) ?? "manager"
  const [minutes] = await reader.select().from(sessionMinutes).where(eq(sessionMinutes.cohortStepId, id))
  const shared = {
    id,
    cohort: { id: cohort.id, name: cohort.name },
    kind,
    title: step.step.title,
    startsAt: step.startsAt.toISOString(),
    endsAt: step.endsAt.toISOString(),
    place: step.place,
    cancelled: step.cancelledAt !== null,
    part,
    minutes:
      minutes?.releasedBody && minutes.releasedAt && (part !== "manager" || minutes.forManagers)
        ? {
            body: minutes.releasedBody,
            html: releasedHtml(minutes),
            releasedAt: minutes.releasedAt.toISOString(),
          }
        : null,
  }
  if (part === "manager") return { ...shared, ...NOTHING }
  const timer = await findTimer(reader, { kind: "session", id })
  return {
    ...shared,
    link: step.link,
    dialIn: step.dialIn,
    contents: step.step.contents,
    guidance: guidanceFor(session, step.step),
    materials: step.step.materials,
    tasks: step.step.tasks,
    html: stepHtmlFor(session, step.step),
    features: step.step.features,
    // Once it has begun, the agenda is what the timer runs through.
    agenda: timer
      ? timer.phases.map(({ title, minutes, isBreak }) => ({ title, minutes, isBreak }))
      : await agendaOfDay(reader, session, actor.locale),
    timer,
  }
}

const NOTHING = {
  link: "",
  dialIn: "",
  contents: "",
  guidance: null,
  materials: "",
  tasks: "",
  html: {},
  features: [],
  agenda: [],
  timer: null,
}
