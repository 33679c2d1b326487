import { asc, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { chosenIn, ownEnrolment } from "../competences/queries.ts"
import { competenceViews } from "../competences/view.ts"
import { accessCohort } from "../policy.ts"
import { accessEvidence } from "./policy.ts"
import type { EvidenceList, EvidenceView } from "./schema.ts"
import { evidence } from "./tables.ts"

/** The person's own posts, as somebody outside of this module finds them. */
export type OwnPosts = (reader: Reader, actor: Actor) => Promise<{ title: string; address: string }[]>

const MOST_PROPOSALS = 20

/** What the learner attached, for the learner alone. */
export async function listEvidence(reader: Reader, actor: Actor, cohortId: string): Promise<EvidenceList> {
  const member = ownEnrolment(await accessCohort(reader, actor, cohortId, ["learner"]))
  const { keys } = await chosenIn(reader, cohortId)
  const rows = await evidenceOf(reader, member.id)
  return { items: rows.map(viewOf), competences: competenceViews(keys, actor.locale) }
}

export const evidenceOf = (reader: Reader, memberId: string) =>
  reader.select().from(evidence).where(eq(evidence.memberId, memberId)).orderBy(asc(evidence.id))

/** One piece, and the cohort it belongs to. */
export async function findEvidence(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<EvidenceView & { cohortId: string }> {
  const found = await accessEvidence(reader, actor, id)
  return { ...viewOf(found), cohortId: found.cohortId }
}

/** Own posts that are not attached yet. */
export async function listProposals(reader: Reader, actor: Actor, cohortId: string, ownPosts: OwnPosts) {
  const member = ownEnrolment(await accessCohort(reader, actor, cohortId, ["learner"]))
  const attached = (await evidenceOf(reader, member.id)).map(({ address }) => address)
  const posts = await ownPosts(reader, actor)
  return posts.filter(({ address }) => !attached.includes(address)).slice(0, MOST_PROPOSALS)
}

const viewOf = (row: typeof evidence.$inferSelect): EvidenceView => {
  const { memberId, ...fields } = row
  return fields
}
