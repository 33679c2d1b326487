export type ProposedRound = {
  learner: string
  /** Null where there is nobody else. */
  peer: string | null
  facilitator: string
  /** Minutes after the first round of the same facilitator. */
  offset: number
}

/** Two rounds make one appointment of 90 minutes: 40, 40, and 10 to end with. */
export const ROUND_MINUTES = 40
const CLOSING_MINUTES = 10
const APPOINTMENT_MINUTES = 2 * ROUND_MINUTES + CLOSING_MINUTES

/**
 * Everybody has a round of their own. Two learners make a pair and are each other's peer, in one appointment; with an
 * odd number the last one's peer is the first, who serves twice. The facilitators take turns by appointment.
 */
export function proposeRounds(
  learners: readonly string[],
  facilitators: readonly [string, ...string[]],
): ProposedRound[] {
  return pairsOf(learners).flatMap(([first, second], index) => {
    const facilitator = facilitators[index % facilitators.length] ?? facilitators[0]
    const offset = Math.floor(index / facilitators.length) * APPOINTMENT_MINUTES
    if (second === undefined) {
      const peer = learners.find((one) => one !== first) ?? null
      return [{ learner: first, peer, facilitator, offset }]
    }
    return [
      { learner: first, peer: second, facilitator, offset },
      { learner: second, peer: first, facilitator, offset: offset + ROUND_MINUTES },
    ]
  })
}

function pairsOf(learners: readonly string[]): [string, string | undefined][] {
  const pairs: [string, string | undefined][] = []
  for (let at = 0; at < learners.length; at += 2) {
    const first = learners[at]
    if (first !== undefined) pairs.push([first, learners[at + 1]])
  }
  return pairs
}
