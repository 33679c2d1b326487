import { and, eq, inArray, isNull, ne, or, sql } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { byName } from "../../kernel/order.ts"
import { journalEntries } from "../journal/tables.ts"
import type { Member } from "../policy.ts"
import { projectPeople, projects } from "../projects/tables.ts"
import { cohortMembers, cohortSteps } from "../tables.ts"

/** The entries of the journal that go with a membership: all of them, unless the person learns elsewhere, too. */
export async function journalOf(reader: Reader, { personId, cohortId }: Member) {
  const own = eq(journalEntries.personId, personId)
  if (!(await learnsElsewhere(reader, personId, cohortId))) return { whole: true, where: own }
  const steps = reader
    .select({ id: cohortSteps.id })
    .from(cohortSteps)
    .where(eq(cohortSteps.cohortId, cohortId))
  const about = or(eq(journalEntries.cohortId, cohortId), inArray(journalEntries.cohortStepId, steps))
  return { whole: false, where: and(own, about) }
}

async function learnsElsewhere(reader: Reader, personId: string, cohortId: string): Promise<boolean> {
  const rows = await reader
    .select({ id: cohortMembers.id })
    .from(cohortMembers)
    .where(
      and(
        eq(cohortMembers.personId, personId),
        eq(cohortMembers.part, "learner"),
        ne(cohortMembers.cohortId, cohortId),
        isNull(cohortMembers.leftAt),
      ),
    )
    .limit(1)
  return rows.length > 0
}

/** Projects that nobody else takes part in: with their last learner they belong to nobody. */
export const soleProjects = (reader: Reader, { id }: Pick<Member, "id">) =>
  reader
    .select({ id: projects.id, title: projects.title })
    .from(projectPeople)
    .innerJoin(projects, eq(projects.id, projectPeople.projectId))
    .where(
      and(
        eq(projectPeople.memberId, id),
        sql`not exists (select 1 from ${projectPeople} other
          where other.project_id = ${projects.id} and other.member_id <> ${id})`,
      ),
    )
    .orderBy(byName(projects.title), projects.id)
