import { sql } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { ENTRY_SUBJECT, type InboxFacts } from "../../notifications/index.ts"
import { isPart, type OwnParts } from "../policy.ts"
import { cohortMembers, cohorts } from "../tables.ts"
import {
  type Answer,
  agreements,
  projectComments,
  projectItems,
  projectPeople,
  projectSubmissions,
  projects,
} from "./tables.ts"

type Row = {
  id: string
  projectId: string
  cohortId: string
  title: string
  cohort: string
  isComment: boolean
  author: string | null
  /** Of an agreement: whose it is, and what they said. */
  managerId: string | null
  manager: string | null
  answer: Answer | null
  takesPart: boolean
}

/**
 * Projects, their tasks, comments, submissions and agreements, as far as the person may see them now. No mail quotes what
 * somebody wrote: others may read it.
 */
export async function describeProjects(
  reader: Reader,
  actor: Actor,
  ids: string[],
  parts: OwnParts,
): Promise<[string, InboxFacts][]> {
  const { rows } = await reader.execute<Row>(sql`
    select asked.id, p.id as "projectId", p.cohort_id as "cohortId", p.title, c.name as cohort,
      comment.id is not null as "isComment", author.display_name as author,
      agreement.manager_id as "managerId", manager.display_name as manager, agreement.answer,
      exists (select 1 from ${projectPeople} mine where mine.project_id = p.id
        and mine.member_id = any(${sql.param(parts.memberIds)}::uuid[])) as "takesPart"
    from unnest(${sql.param(ids)}::uuid[]) as asked(id)
      left join ${projectItems} item on item.id = asked.id
      left join ${projectComments} comment on comment.id = asked.id
      left join ${cohortMembers} writer on writer.id = comment.member_id
      left join ${people} author on author.id = writer.person_id
      left join ${agreements} agreement on agreement.id = asked.id
      left join ${people} manager on manager.id = agreement.manager_id
      left join ${projectSubmissions} submission on submission.id = coalesce(agreement.submission_id, asked.id)
      join ${projects} p on p.id = coalesce(item.project_id, comment.project_id, submission.project_id, asked.id)
      join ${cohorts} c on c.id = p.cohort_id`)
  return rows.flatMap((row): [string, InboxFacts][] => {
    const address = addressFor(actor, row, parts)
    if (!address) return []
    const { title, cohort, author, answer, manager } = row
    const person = author ?? (answer && answer !== "waiting" ? manager : null)
    return [[row.id, { kind: null, title, address, person, place: cohort, text: null }]]
  })
}

/** Where the person sees it; null where they do not. The same as `accessProject` and `findAgreement` decide. */
function addressFor(actor: Actor, row: Row, parts: OwnParts): string | null {
  const standing = parts.in(row.cohortId)
  if (!standing) return null
  if (row.managerId === actor.id && isPart(standing, "manager")) return `/abstimmungen/${row.id}`
  if (!row.takesPart && !isPart(standing, "facilitator")) return null
  return `/lernprojekte/${row.projectId}${row.isComment ? "#kommentare" : ""}`
}

/** The same for an unread entry and one part that the person has, `mine`. */
export const seesProject = sql`exists (select 1 from ${projects} p where p.cohort_id = mine.cohort_id
  and p.id in (select ${ENTRY_SUBJECT} union all
    select project_id from ${projectItems} where id = ${ENTRY_SUBJECT} union all
    select project_id from ${projectComments} where id = ${ENTRY_SUBJECT} union all
    select project_id from ${projectSubmissions} where id = ${ENTRY_SUBJECT} union all
    select submission.project_id from ${agreements} agreement
      join ${projectSubmissions} submission on submission.id = agreement.submission_id
      where agreement.id = ${ENTRY_SUBJECT})
  and (mine.part = 'facilitator'
    or exists (select 1 from ${projectPeople} own where own.project_id = p.id and own.member_id = mine.id)
    or (mine.part = 'manager' and exists (select 1 from ${agreements} agreement
      where agreement.id = ${ENTRY_SUBJECT} and agreement.manager_id = mine.person_id))))`
