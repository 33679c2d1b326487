import { findAddressed, findReplyTarget, type Target } from "../forum/index.ts"
import type { Actor } from "../kernel/actor.ts"
import type { Config } from "../kernel/config.ts"
import type { Db } from "../kernel/database.ts"
import { isReplyTag, readReplyTag, tagOf } from "../notifications/index.ts"
import { headerOf, type ReceivedMail } from "./received.ts"
import { Unposted } from "./unposted.ts"

type Parts = { config: Config; db: Db }

/** Headers in which mail servers leave the address that a mail was delivered to. */
const DELIVERED = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to"]

/**
 * What a mail is for, by the addresses of ours that it was sent to; a reply goes before a question. Throws `Unposted`
 * where none of them says it, and a refusal of the forum where the person may not write there.
 */
export async function findTarget({ config, db }: Parts, actor: Actor, mail: ReceivedMail): Promise<Target> {
  const addresses = [...mail.to, ...DELIVERED.map((name) => headerOf(mail, name))]
  const tags = [...new Set(addresses.flatMap((address) => tagOf(config, address) || []))]
  const reply = tags.find(isReplyTag)
  if (reply) {
    const read = readReplyTag(config, reply, actor.id)
    if (typeof read === "string") throw new Unposted(read)
    return findReplyTarget(db, actor, read.subjectId)
  }
  for (const tag of tags) {
    const categoryId = await findAddressed(db, actor, tag)
    if (categoryId) return { kind: "question", categoryId }
  }
  throw new Unposted(tags.length > 0 ? "unknown-place" : "no-address")
}
