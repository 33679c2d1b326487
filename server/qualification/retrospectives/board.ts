import { asc, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { accessCard, accessCardGroup, accessRetrospective, type Card } from "./policy.ts"
import type { CardView, RetrospectiveView } from "./schema.ts"
import {
  HEADINGS,
  retrospectiveCards,
  retrospectiveGroups,
  retrospectives,
  retrospectiveVotes,
  VOTES_EACH,
} from "./tables.ts"

/** The board as one person sees it: everything of the group, and of one's own what is one's own. */
export async function findRetrospective(
  reader: Reader,
  actor: Actor,
  cohortId: string,
): Promise<RetrospectiveView> {
  const { member, leads } = await accessRetrospective(reader, actor, cohortId)
  const [board] = await reader.select().from(retrospectives).where(eq(retrospectives.cohortId, cohortId))
  const stage = board?.stage ?? "collecting"
  const cards = await reader
    .select()
    .from(retrospectiveCards)
    .where(eq(retrospectiveCards.cohortId, cohortId))
    .orderBy(asc(retrospectiveCards.id))
  const groups = await reader
    .select()
    .from(retrospectiveGroups)
    .where(eq(retrospectiveGroups.cohortId, cohortId))
    .orderBy(asc(retrospectiveGroups.id))
  const votes = await reader
    .select()
    .from(retrospectiveVotes)
    .where(eq(retrospectiveVotes.memberId, member.id))
  const voted = new Set(votes.flatMap(({ cardId, groupId }) => [cardId, groupId]))
  const view = (card: Card): CardView => ({
    id: card.id,
    body: card.body,
    version: card.version,
    own: card.memberId === member.id,
    voted: voted.has(card.id),
    votes: card.votes,
  })
  return {
    stage,
    votesLeft: Math.max(0, VOTES_EACH - votes.length),
    can: {
      collect: stage === "collecting",
      vote: stage === "voting",
      lead: leads,
      takeOver: stage === "closed",
    },
    columns: HEADINGS.map((heading) => ({
      heading,
      groups: groups
        .filter((group) => group.heading === heading)
        .map(({ id, title, version, votes }) => ({
          id,
          title,
          version,
          voted: voted.has(id),
          votes,
          cards: cards.filter(({ groupId }) => groupId === id).map(view),
        }))
        .toSorted(mostVotesFirst),
      cards: cards
        .filter((card) => card.heading === heading && card.groupId === null)
        .map(view)
        .toSorted(mostVotesFirst),
    })),
  }
}

/** Without sums the order stays as it was. */
const mostVotesFirst = (one: { votes: number | null }, other: { votes: number | null }) =>
  (other.votes ?? 0) - (one.votes ?? 0)

/** A card for its page of changing it: its text, and whether the person may. */
export async function findCard(reader: Reader, actor: Actor, id: string) {
  const { card, standing } = await accessCard(reader, actor, id)
  const own = card.memberId === standing.member.id
  const { body, version, cohortId, heading } = card
  return { id, body, version, cohortId, heading, can: { edit: own, remove: own || standing.leads } }
}

export async function findCardGroup(reader: Reader, actor: Actor, id: string) {
  const { group } = await accessCardGroup(reader, actor, id)
  const { title, version, cohortId, heading } = group
  return { id, title, version, cohortId, heading }
}
