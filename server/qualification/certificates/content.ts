import { and, asc, eq, inArray, isNull, max, ne } from "drizzle-orm"
import { people, readInstallation } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { only, type Tx } from "../../kernel/database.ts"
import { dayOf, MINUTE, now, today } from "../../kernel/time.ts"
import { type ConfirmedCompetence, findConfirmedAssessment } from "../assessments/confirmed.ts"
import { doingAt, findCompetence, HIGHEST_LEVEL } from "../competences/frameworks/index.ts"
import { LEVELS } from "../competences/frameworks/levels.ts"
import type { Cohort, Member } from "../policy.ts"
import { projectPeople, projects } from "../projects/tables.ts"
import { attendances, cohortSteps, programmes } from "../tables.ts"
import type { CertificateContent, CertifiedCompetence } from "./certified.ts"

/** Takes down everything that will stand on the certificate. */
export async function contentFor(
  tx: Tx,
  actor: Actor,
  cohort: Cohort,
  learner: Member,
): Promise<CertificateContent> {
  const named = { name: programmes.name, description: programmes.description }
  const programme = only(await tx.select(named).from(programmes).where(eq(programmes.id, cohort.programmeId)))
  const holder = only(
    await tx.select({ name: people.displayName }).from(people).where(eq(people.id, learner.personId)),
  )
  const assessment = await findConfirmedAssessment(tx, learner.id)
  const competences = (assessment?.competences ?? []).map(certified)
  return {
    installation: (await readInstallation(tx)).name,
    holder: holder.name,
    programme: programme.name,
    description: programme.description,
    from: cohort.startOn,
    until: await endOf(tx, cohort),
    competences,
    sentences: (assessment?.sentences ?? []).filter(
      (sentence) => !isSaid(sentence, holder.name, competences),
    ),
    issuer: actor.displayName,
    hours: await hoursOf(tx, cohort, learner),
    projects: await projectsOf(tx, learner),
    scale: HIGHEST_LEVEL,
  }
}

/** The day of the last date, or today where dates are still to come; never before the start. */
async function endOf(tx: Tx, { id, startOn }: Cohort): Promise<string> {
  const { last } = only(
    await tx
      .select({ last: max(cohortSteps.endsAt) })
      .from(cohortSteps)
      .where(and(eq(cohortSteps.cohortId, id), isNull(cohortSteps.cancelledAt))),
  )
  const until = last !== null && last < now() ? dayOf(last) : today()
  return until < startOn ? startOn : until
}

/** Of the workshops and meetings at which the learner was, or which they made up; to the half hour. */
async function hoursOf(tx: Tx, { id }: Cohort, learner: Member): Promise<number> {
  const rows = await tx
    .select({ startsAt: cohortSteps.startsAt, endsAt: cohortSteps.endsAt })
    .from(attendances)
    .innerJoin(cohortSteps, eq(cohortSteps.id, attendances.cohortStepId))
    .where(
      and(
        eq(cohortSteps.cohortId, id),
        eq(attendances.memberId, learner.id),
        inArray(attendances.state, ["present", "made-up"]),
      ),
    )
  const minutes = rows.reduce((sum, row) => sum + (Number(row.endsAt) - Number(row.startsAt)) / MINUTE, 0)
  return Math.round(minutes / 30) / 2
}

async function projectsOf(tx: Tx, learner: Member): Promise<string[]> {
  const rows = await tx
    .select({ title: projects.title })
    .from(projectPeople)
    .innerJoin(projects, eq(projects.id, projectPeople.projectId))
    .where(and(eq(projectPeople.memberId, learner.id), ne(projects.state, "planned")))
    .orderBy(asc(projects.id))
  return rows.map(({ title }) => title)
}

/** The proposed wording repeats what stands beside the level: a certificate says nothing twice. */
const isSaid = (sentence: string, holder: string, competences: CertifiedCompetence[]) =>
  competences.some(
    ({ doing }) => doing && Object.values(doing).some((own) => sentence === `${holder} ${own}.`),
  )

const nameOf = (level: number) => LEVELS.find((one) => one.level === level)?.name ?? { de: "", en: "" }

function certified(confirmed: ConfirmedCompetence): CertifiedCompetence {
  const { framework, version, id, name, level, startLevel } = confirmed
  const key = `${framework}@${version}:${id}`
  const known = findCompetence(key)
  const [de, en] = known ? [doingAt(known, level, "de"), doingAt(known, level, "en")] : [null, null]
  const doing = de !== null && en !== null ? { de, en } : null
  const start = startLevel === null ? null : { level: startLevel, levelName: nameOf(startLevel) }
  return { key, framework, version, id, name, level, levelName: nameOf(level), doing, start }
}
