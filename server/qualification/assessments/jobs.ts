import { eq } from "drizzle-orm"
import { findActor, findMailAddress, readInstallation } from "../../accounts/index.ts"
import type { Config } from "../../kernel/config.ts"
import type { Db, Reader } from "../../kernel/database.ts"
import type { Jobs, Payload } from "../../kernel/jobs.ts"
import { type Post, senderIn } from "../../kernel/mail.ts"
import { now } from "../../kernel/time.ts"
import { invitationPart } from "../cohorts/calendar.ts"
import { cohorts } from "../tables.ts"
import { type Dated, endOf, isOver, listRoundsOf, roundEntry, roundTitle } from "./dates.ts"
import { QUEUE } from "./invitations.ts"
import { isRoundChange, type RoundChanges, roundMail, titleWithoutContent } from "./mails.ts"

type Parts = { jobs: Jobs; db: Db; post: Post; config: Pick<Config, "publicUrl" | "mailFrom"> }

export function roundMailJob(parts: Parts): void {
  parts.jobs.declare(QUEUE, (payload) => deliver(parts, payload))
}

/** Reads the state as it is now. Who was put out of a round meanwhile is told so by a job of its own. */
async function deliver({ db, post, config }: Parts, payload: Payload): Promise<void> {
  const { personId } = payload
  if (!personId) return
  const former = formerIn(payload)
  const round = former ?? (await listRoundsOf(db, personId)).find(({ id }) => id === payload.roundId)
  const reader = await findActor(db, personId, null)
  const to = await findMailAddress(db, personId)
  if (!round || isOver(round) || !reader || !to) return
  const cohort = await nameOf(db, round.cohortId)
  if (cohort === null) return
  const { name, mailWithoutContent } = await readInstallation(db)
  const title = roundTitle(reader.locale, cohort)
  const entry = { ...roundEntry(round, title, config.publicUrl), isCancelled: former !== null }
  const shown = mailWithoutContent
    ? { ...entry, title: titleWithoutContent(reader.locale), place: "", description: "" }
    : entry
  await post.send({
    to,
    ...roundMail(reader.locale, { entry, changes: changesIn(payload), mailWithoutContent }),
    calendar: invitationPart(
      shown,
      { name, email: senderIn(config.mailFrom).address },
      { name: reader.displayName, email: to },
    ),
    key: ["round", round.id, entry.sequence, entry.isCancelled ? "off" : "on", personId],
    about: round.id,
  })
}

/** Null for whoever is invited for the first time. */
function changesIn({ changed, formerStart, formerPlace }: Payload): RoundChanges | null {
  if (typeof changed !== "string") return null
  const startsAt = formerStart ? new Date(formerStart) : null
  return {
    names: changed.split(",").filter(isRoundChange),
    former: startsAt && { startsAt, endsAt: endOf({ startsAt }) },
    formerPlace: formerPlace ?? "",
  }
}

function formerIn({ formerId, cohortId, startsAt, planVersion }: Payload): Dated | null {
  if (!formerId || !cohortId || !startsAt) return null
  const version = Number(planVersion)
  return {
    id: formerId,
    cohortId,
    startsAt: new Date(startsAt),
    place: "",
    planVersion: version,
    changedAt: now(),
  }
}

async function nameOf(reader: Reader, cohortId: string): Promise<string | null> {
  const [cohort] = await reader.select({ name: cohorts.name }).from(cohorts).where(eq(cohorts.id, cohortId))
  return cohort?.name ?? null
}
