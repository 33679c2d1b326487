import { eq, sql } from "drizzle-orm"
import type { Actor, Locale } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { among, open } from "../../kernel/statements.ts"
import { ENTRY_SUBJECT, type InboxFacts } from "../../notifications/index.ts"
import { isPart, type OwnParts } from "../policy.ts"
import { cohorts } from "../tables.ts"
import { isReadable } from "./policy.ts"
import { reports } from "./tables.ts"

const TITLES: Record<Locale, string> = {
  de: "Rückmeldung an die Führungskraft",
  en: "Feedback report to the manager",
}

/** Feedback reports by the id of their cohort: to the group, and to managers as long as they can read them. */
export async function describeReports(
  reader: Reader,
  actor: Actor,
  ids: string[],
  parts: OwnParts,
): Promise<[string, InboxFacts][]> {
  const rows = await reader
    .select({
      id: cohorts.id,
      cohort: cohorts.name,
      releasedAt: reports.releasedAt,
      expiresOn: reports.expiresOn,
    })
    .from(reports)
    .innerJoin(cohorts, eq(cohorts.id, reports.cohortId))
    .where(among(reports.cohortId, ids))
  return rows.flatMap(({ id, cohort, ...report }): [string, InboxFacts][] => {
    const standing = parts.in(id)
    if (!standing || (!isGroup(standing) && !isReadable(report))) return []
    const address = `/lerngruppen/${id}/rueckmeldung`
    return [
      [id, { kind: null, title: TITLES[actor.locale], address, person: null, place: cohort, text: null }],
    ]
  })
}

const isGroup = (standing: NonNullable<ReturnType<OwnParts["in"]>>) =>
  isPart(standing, "learner") || isPart(standing, "facilitator")

/** The same for an unread entry and one part that the person has, `mine`. */
export const seesReport = sql`exists (select 1 from ${reports} report where report.cohort_id = ${ENTRY_SUBJECT}
  and report.cohort_id = mine.cohort_id and (mine.part in ('facilitator', 'learner')
    or (report.released_at is not null
      and report.expires_on >= (${open("now")}::timestamptz at time zone 'Europe/Berlin')::date)))`
