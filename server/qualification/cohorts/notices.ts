import { and, eq } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { now } from "../../kernel/time.ts"
import { changesIn, declareDate } from "./date-notices.ts"
import { type Coming, comingTo, entryOf, findSession, seenAs } from "./sessions.ts"
import { cohortInvitations } from "./tables.ts"

export const SESSION = declareDate({
  name: "qualification.session",
  ids: ["cohortStepId"],
  words: {
    de: {
      invited: "Sie sind zu diesem Termin eingeladen:",
      changed: "ein Termin Ihrer Lerngruppe hat sich geändert",
      cancelled: "dieser Termin Ihrer Lerngruppe fällt aus:",
      gone: "Sie gehören nicht mehr zu dieser Lerngruppe. Bitte streichen Sie den Termin:",
      link: "Zur Lerngruppe",
    },
    en: {
      invited: "you are invited to this session:",
      changed: "a session of your cohort has changed",
      cancelled: "this session of your cohort is cancelled:",
      gone: "you no longer belong to this cohort. Please remove the session from your calendar:",
      link: "To the cohort",
    },
  },
  /** Whoever left, or whose session was cancelled, is told that it is off. */
  find: async ({ db, config }, { actor: { id: personId, locale } }, payload) => {
    const coming = payload.coming === "manager" ? "manager" : "attendee"
    const found = await findSession(db, payload.cohortStepId)
    if (!found || found.endsAt < now()) return null
    const session = seenAs(found, coming, locale)
    const { id, cohort, title, place, link, dialIn, sequence, cancelledAt } = session
    const isGone = !(await isInvited(db, cohort.id, personId, coming))
    const isPart = coming === "manager"
    return {
      sort: "session",
      id,
      title,
      entry: { ...entryOf(session, config.publicUrl), isCancelled: cancelledAt !== null || isGone },
      details: { place, link, dialIn },
      // What it was before is said of the whole session only.
      changes: changesIn(isPart ? { changed: payload.changed ?? null } : payload, locale),
      isChanged: sequence > 0,
      isGone,
      part: isPart ? "manager" : null,
      path: isGone ? null : `/lerngruppen/${cohort.id}`,
    }
  },
})

async function isInvited(
  reader: Reader,
  cohortId: string,
  personId: string,
  coming: Coming,
): Promise<boolean> {
  const rows = await reader
    .select({ personId: cohortInvitations.personId })
    .from(cohortInvitations)
    .where(and(eq(cohortInvitations.cohortId, cohortId), eq(cohortInvitations.personId, personId)))
  return rows.length > 0 && (await comingTo(reader, cohortId)).get(personId) === coming
}
