import { forbidden } from "../../../../server/kernel/errors.ts"
import { type AssessmentView, findRound } from "../../../../server/qualification/proof.ts"
import type { Ask } from "../../../form-pages.ts"
import type { FormState } from "../../../form-state.tsx"

/** The round, and whose browser keeps what is sent from the screen. */
export type Seen = AssessmentView & { ownerId: string }

/** What the parts of the screen show; `tried` is the form that came back. */
export type Props = { round: Seen; tried: FormState | null }

export async function findSeen({ db, actor, params }: Ask): Promise<Seen> {
  return { ...(await findRound(db, actor, params.id)), ownerId: actor.id }
}

/** The same for a form: is it this one's to fill in? */
export const seenBy =
  (...seats: AssessmentView["seat"][]) =>
  async (ask: Ask): Promise<Seen> => {
    const round = await findSeen(ask)
    if (!seats.includes(round.seat)) throw forbidden()
    return round
  }
