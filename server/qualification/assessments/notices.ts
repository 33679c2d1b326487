import { eq } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import type { Payload } from "../../kernel/jobs.ts"
import { now } from "../../kernel/time.ts"
import { changesIn, declareDate } from "../cohorts/date-notices.ts"
import { cohorts } from "../tables.ts"
import { type Dated, isOver, listRoundsOf, roundEntry, roundTitle } from "./dates.ts"

export const ROUND = declareDate({
  name: "qualification.round",
  ids: [],
  words: {
    de: {
      invited: "Sie sind bei einer Runde der Kompetenzbilanzierung dabei:",
      changed: "eine Runde der Kompetenzbilanzierung, in der Sie dabei sind, hat sich geändert",
      cancelled: "diese Runde fällt aus, oder Sie sind nicht mehr darin:",
      link: "Zur Runde",
    },
    en: {
      invited: "you sit in an assessment round:",
      changed: "an assessment round that you sit in has changed",
      cancelled: "this round is cancelled, or you are no longer in it:",
      link: "To the round",
    },
  },
  /** Whoever was put out of a round meanwhile is told so by a job of its own. */
  find: async ({ db, config }, { actor: { id: personId, locale } }, payload: Payload) => {
    const former = formerIn(payload)
    const round = former ?? (await listRoundsOf(db, personId)).find(({ id }) => id === payload.roundId)
    if (!round || isOver(round)) return null
    const cohort = await nameOf(db, round.cohortId)
    if (cohort === null) return null
    const title = roundTitle(locale, cohort)
    const changes = changesIn(payload, locale)
    return {
      sort: "round",
      id: round.id,
      title,
      entry: { ...roundEntry(round, title, config.publicUrl), isCancelled: former !== null },
      details: { place: round.place },
      changes,
      isChanged: changes.size > 0,
      isGone: false,
      part: null,
      path: former ? null : `/kompetenzbilanz/${round.id}`,
    }
  },
})

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
