import { findRecipient, readInstallation } from "../../accounts/index.ts"
import { type Db, FIRST_ID, firstIdAt, type Tx, transact } from "../../kernel/database.ts"
import { enqueueAll, type Payload } from "../../kernel/jobs.ts"
import { MINUTE, now, today } from "../../kernel/time.ts"
import { writeDigest } from "../letters.ts"
import { morningOf } from "../rest.ts"
import { describeWaiting, MAILS_AT_ONCE, type MailParts, send } from "../sending.ts"
import { type DigestKind, digestsOn } from "./days.ts"
import {
  DIGEST_QUEUE,
  type DigestEnd,
  listDigestEntries,
  listDigestPeople,
  MOST_ENTRIES,
  markDigest,
} from "./queries.ts"

const BATCH = 500
/** A pause that ends with the digests does not keep this one back, where two clocks are not quite the same. */
const LENIENCY = 5 * MINUTE

export function digestJobs(parts: MailParts): void {
  const { db, jobs } = parts
  jobs.declare("notifications.digests", () => beginDigests(db), "0 7 * * *")
  const deliver = ({ to, until, kinds }: Payload) => sendDigest(parts, to, until, kinds)
  jobs.declare(DIGEST_QUEUE, deliver, undefined, MAILS_AT_ONCE)
}

/** Has the digests of today sent, by a job for each person who has something in it. */
export async function beginDigests(db: Db): Promise<void> {
  const { land } = await readInstallation(db)
  const kinds = digestsOn(today(), land)
  if (kinds.length === 0) return
  const end = { kinds, until: firstIdAt(endOf(today())) }
  const unpaused = new Date(now().getTime() + LENIENCY)
  let people = await listDigestPeople(db, end, unpaused, FIRST_ID, BATCH)
  while (people.length > 0) {
    const batch = people
    await transact(db, (tx) => enqueueDigests(tx, batch, end))
    people = await listDigestPeople(db, end, unpaused, people.at(-1) ?? FIRST_ID, BATCH)
  }
}

/**
 * A little before the morning: what was being written at that moment is for the next digest, as its ids may be older than
 * it is visible. The same however often and late the digests of a day are begun: they are the same mails.
 */
const endOf = (day: string) => new Date(morningOf(day).getTime() - MINUTE)

/** Has the digest sent that a person would get by now. */
export const enqueueDigest = (tx: Tx, personId: string): Promise<void> =>
  enqueueDigests(tx, [personId], { kinds: ["daily"], until: firstIdAt(now()) })

const enqueueDigests = (tx: Tx, personIds: string[], { kinds, until }: DigestEnd): Promise<void> =>
  enqueueAll(
    tx,
    DIGEST_QUEUE,
    personIds.map((to): Payload => ({ to, until, kinds: kinds.join(" ") })),
  )

async function sendDigest(
  parts: MailParts,
  to: string | null | undefined,
  until: string | null | undefined,
  kinds: string | null | undefined,
): Promise<void> {
  if (!to || !until || !kinds) throw new Error("a digest without a person, its end or its kinds")
  const { db } = parts
  const recipient = await findRecipient(db, to)
  if (!recipient) return
  const end = { kinds: kinds.split(" ") as DigestKind[], until }
  const { actor, withoutContent } = recipient
  const entries = await listDigestEntries(db, to, end)
  const items = await describeWaiting(parts, actor, entries.slice(0, MOST_ENTRIES))
  if (items.length > 0) {
    const isWhole = entries.length <= MOST_ENTRIES
    const letter = writeDigest(items, { locale: actor.locale, withoutContent, isWhole })
    const once = ["digest", to, until] as const
    const mail = { letter, path: "/benachrichtigungen", once, isOptional: true, sort: "digest", reason: null }
    await send(parts, recipient, mail)
  }
  await markDigest(db, to, end)
}
