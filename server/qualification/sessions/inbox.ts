import { sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { ENTRY_SUBJECT, type InboxFacts } from "../../notifications/index.ts"
import { isPart, type OwnParts } from "../policy.ts"
import { cohortSteps, cohorts, programmeSteps } from "../tables.ts"
import { GROUP, SESSION_KINDS } from "./access.ts"
import { sessionEntries, sessionMinutes } from "./tables.ts"

type Row = {
  id: string
  sessionId: string
  cohortId: string
  title: string
  cohort: string
  isTask: boolean
  /** Whose task it is. */
  memberId: string | null
  hasMinutes: boolean
  forManagers: boolean
}

/** Sessions, and tasks given in them, as far as the person may see them now. */
export async function describeSessions(
  reader: Reader,
  _actor: Actor,
  ids: string[],
  parts: OwnParts,
): Promise<[string, InboxFacts][]> {
  const { rows } = await reader.execute<Row>(sql`
    select asked.id, step.id as "sessionId", step.cohort_id as "cohortId", p.title, c.name as cohort,
      entry.id is not null as "isTask", entry.member_id as "memberId",
      coalesce(minutes.released_at is not null, false) as "hasMinutes",
      coalesce(minutes.for_managers, false) as "forManagers"
    from unnest(${sql.param(ids)}::uuid[]) as asked(id)
      left join ${sessionEntries} entry on entry.id = asked.id
      join ${cohortSteps} step on step.id = coalesce(entry.cohort_step_id, asked.id)
      join ${programmeSteps} p on p.id = step.step_id
      join ${cohorts} c on c.id = step.cohort_id
      left join ${sessionMinutes} minutes on minutes.cohort_step_id = step.id
    where p.kind = any(${sql.param([...SESSION_KINDS])}::text[])`)
  return rows.flatMap((row): [string, InboxFacts][] => {
    const address = addressFor(row, parts)
    const { title, cohort } = row
    return address === null
      ? []
      : [[row.id, { kind: null, title, address, person: null, place: cohort, text: null }]]
  })
}

/**
 * Where the person sees it; null where they do not. Managers see a session by minutes that were given to them, and a task
 * is told to whoever has it.
 */
function addressFor({ sessionId, cohortId, isTask, memberId, ...row }: Row, parts: OwnParts): string | null {
  const standing = parts.in(cohortId)
  if (!standing) return null
  const isInGroup = GROUP.some((part) => isPart(standing, part))
  if (isTask)
    return isInGroup && memberId !== null && parts.memberIds.includes(memberId)
      ? `/termine/${sessionId}`
      : null
  if (row.hasMinutes && (isInGroup || row.forManagers)) return `/termine/${sessionId}/protokoll`
  return isInGroup ? `/termine/${sessionId}` : null
}

/** The same for an unread entry and one part that the person has, `mine`. */
export const seesSession = sql`exists (select 1 from ${cohortSteps} step
    join ${programmeSteps} p on p.id = step.step_id
    left join ${sessionEntries} task on task.id = ${ENTRY_SUBJECT}
    left join ${sessionMinutes} minutes on minutes.cohort_step_id = step.id
  where step.cohort_id = mine.cohort_id and step.id = coalesce(task.cohort_step_id, ${ENTRY_SUBJECT})
    and p.kind in ('workshop', 'meeting')
    and case when task.id is not null then task.member_id = mine.id
      else mine.part in ('facilitator', 'learner') or (minutes.released_at is not null and minutes.for_managers) end)`
