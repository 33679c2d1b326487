import { now } from "../../kernel/time.ts"

type Dated = { startsAt: Date; cancelledAt: Date | null }

/** An impulse begins for the learners on its date, and not at all when it was cancelled. */
export const isReleased = ({ startsAt, cancelledAt }: Dated) => cancelledAt === null && startsAt <= now()
