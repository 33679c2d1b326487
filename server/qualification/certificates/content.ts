import { and, eq, isNull, max } from "drizzle-orm"
import { people, readInstallation } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { only, type Tx } from "../../kernel/database.ts"
import { dayOf, now, today } from "../../kernel/time.ts"
import { type ConfirmedCompetence, findConfirmedAssessment } from "../assessments/confirmed.ts"
import { doingAt, findCompetence } from "../competences/frameworks/index.ts"
import { LEVELS } from "../competences/frameworks/levels.ts"
import type { Cohort, Member } from "../policy.ts"
import { cohortSteps, programmes } from "../tables.ts"
import type { CertificateContent, CertifiedCompetence } from "./tables.ts"

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
  return {
    installation: (await readInstallation(tx)).name,
    holder: holder.name,
    programme: programme.name,
    description: programme.description,
    from: cohort.startOn,
    until: await endOf(tx, cohort),
    competences: (assessment?.competences ?? []).map(certified),
    sentences: assessment?.sentences ?? [],
    issuer: actor.displayName,
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

function certified({ framework, version, id, name, level }: ConfirmedCompetence): CertifiedCompetence {
  const key = `${framework}@${version}:${id}`
  const known = findCompetence(key)
  const levelName = LEVELS.find((one) => one.level === level)?.name ?? { de: "", en: "" }
  const [de, en] = known ? [doingAt(known, level, "de"), doingAt(known, level, "en")] : [null, null]
  const doing = de !== null && en !== null ? { de, en } : null
  return { key, framework, version, id, name, level, levelName, doing }
}
