import { sql } from "drizzle-orm"
import { open } from "../../kernel/statements.ts"
import { listOf } from "../../kernel/together.ts"
import { agreements, projectSubmissions, projects } from "../projects/tables.ts"
import { reportApprovals, reports } from "../reports/tables.ts"
import { roleRequests } from "../role-requests/tables.ts"
import { cohortMembers, cohortSteps, cohorts, programmeSteps, type StepKind } from "../tables.ts"

/** The appointment that is running or comes next, of all groups of somebody. */
export type NextDate = {
  id: string
  cohortId: string
  kind: StepKind
  title: string
  cohort: string
  startsAt: string
  endsAt: string
  place: string
  link: string
}
type Named = { id: string; name: string }

const PERSON = open("person")
const MOST = sql.raw("5")

/** A part that somebody has today; `own` is their membership. */
const ownIn = (cohortId: string, parts: string) => sql`own.cohort_id = ${sql.raw(cohortId)}
  and own.person_id = ${PERSON} and own.part in ${sql.raw(parts)} and own.left_at is null`

/** As `nextOf` of one group: what a day in the calendar is kept for. Managers have dates of their own. */
const nextDates = listOf<NextDate>(sql`
  select s.id, c.id as "cohortId", p.kind, p.title, c.name as cohort, s.starts_at as "startsAt", s.ends_at as "endsAt",
    s.place, s.link
  from ${cohortMembers} own join ${cohorts} c on ${ownIn("c.id", "('learner', 'facilitator')")}
    join ${cohortSteps} s on s.cohort_id = c.id join ${programmeSteps} p on p.id = s.step_id
  where s.cancelled_at is null and s.ends_at > ${open("now")}::timestamptz and p.kind not in ('practice', 'impulse')
  order by s.starts_at, s.id limit 1`)

/** Projects that were submitted to a manager and wait for an answer, as `awaitsAnswer` says; the oldest first. */
const awaited = listOf<Named>(sql`
  select a.id, s.content->>'title' as name
  from ${agreements} a join ${projectSubmissions} s on s.id = a.submission_id join ${projects} p on p.id = s.project_id
  where a.manager_id = ${PERSON} and a.answer = 'waiting'
    and exists (select 1 from ${cohortMembers} own where ${ownIn("p.cohort_id", "('manager')")})
    and not exists (select 1 from ${projectSubmissions} newer where newer.project_id = s.project_id
      and newer.cohort_step_id = s.cohort_step_id and newer.number > s.number)
  order by a.id limit ${MOST}`)

/** Groups whose report waits until the learner has agreed with it, as `waitingFor` says. */
const toApprove = listOf<Named>(sql`
  select c.id, c.name
  from ${cohortMembers} own join ${cohorts} c on ${ownIn("c.id", "('learner')")}
    join ${reports} r on r.cohort_id = c.id
  where r.released_at is null and r.composer_id is not null and r.composer_id <> own.id
    and exists (select 1 from jsonb_each(r.fields) field
      where (field.value->>'included')::boolean and trim(field.value->>'text') <> '')
    and not exists (select 1 from ${reportApprovals} given where given.member_id = own.id
      and given.cohort_id = c.id and given.version = r.version)
  order by c.id limit ${MOST}`)

/** Requests that wait for the administration: none for others, as `open("administers")` says. */
const roleRequestCount = sql<number>`(select count(*)::int from ${roleRequests} r
  join ${cohortMembers} m on m.id = r.member_id
  where r.granted is null and m.left_at is null and ${open("administers")}::boolean)`

/** What waits for the person who is `open("person")` at the moment `open("now")`: parts of a statement. */
export const qualificationForYou = { nextDates, awaited, toApprove, roleRequestCount }
