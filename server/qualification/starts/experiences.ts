import { and, eq, isNull } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Reader, transact } from "../../kernel/database.ts"
import { forbidden } from "../../kernel/errors.ts"
import { accessCohort, enrolmentOf } from "../policy.ts"
import { cohortMembers } from "../tables.ts"
import type { ExperienceView, OwnExperience } from "./schema.ts"
import { experiences } from "./tables.ts"
import { countMedia, saidTogether } from "./together.ts"

export async function findExperiences(
  reader: Reader,
  actor: Actor,
  cohortId: string,
): Promise<ExperienceView> {
  const own = enrolmentOf(await accessCohort(reader, actor, cohortId, ["learner", "facilitator"]))
  const rows = await reader
    .select({
      memberId: experiences.memberId,
      name: people.displayName,
      anonymous: experiences.anonymous,
      media: experiences.media,
      answers: experiences.answers,
    })
    .from(experiences)
    .innerJoin(cohortMembers, eq(cohortMembers.id, experiences.memberId))
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(and(eq(experiences.cohortId, cohortId), isNull(cohortMembers.leftAt)))
  const mine = rows.find(({ memberId }) => memberId === own?.id)
  return {
    own: mine ? { anonymous: mine.anonymous, media: mine.media, ...mine.answers } : null,
    can: { answer: own !== undefined },
    answers: saidTogether(rows),
    media: countMedia(rows),
  }
}

/** One's own answers; empty ones take them back. */
export async function saveExperience(
  db: Db,
  actor: Actor,
  cohortId: string,
  { anonymous, media, helps, hinders, wish }: OwnExperience,
): Promise<void> {
  await transact(db, async (tx) => {
    const own = enrolmentOf(await accessCohort(tx, actor, cohortId, ["learner"]))
    if (!own) throw forbidden()
    const answers = { helps, hinders, wish }
    if (media.length === 0 && Object.values(answers).every((text) => text.trim() === "")) {
      await tx.delete(experiences).where(eq(experiences.memberId, own.id))
      return
    }
    const set = { anonymous, media, answers }
    await tx
      .insert(experiences)
      .values({ memberId: own.id, cohortId, ...set })
      .onConflictDoUpdate({ target: experiences.memberId, set })
  })
}
