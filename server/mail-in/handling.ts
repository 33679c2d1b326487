import { findActorByAddress } from "../accounts/index.ts"
import {
  DRAFT_RULES,
  findPersonalData,
  keepDraft,
  type Target,
  type Written,
  writePost,
} from "../forum/index.ts"
import type { Actor } from "../kernel/actor.ts"
import type { Config } from "../kernel/config.ts"
import { type Db, transact } from "../kernel/database.ts"
import { Refusal } from "../kernel/errors.ts"
import type { FileStore } from "../kernel/files.ts"
import type { Post } from "../kernel/mail.ts"
import { checkInput } from "../kernel/schemas.ts"
import { count, dailyHash } from "../kernel/throttle.ts"
import { HOUR, SECOND } from "../kernel/time.ts"
import { notify } from "../notifications/index.ts"
import { isAuthentic } from "./authentication.ts"
import { isTooLong, readBody } from "./body.ts"
import { claimMail, findHandled, type Handled, nameSubject } from "./claims.ts"
import { takeFiles } from "./files.ts"
import { HANDLED } from "./notices.ts"
import { headerOf, type ReceivedMail, readMail } from "./received.ts"
import { giveBack } from "./returning.ts"
import { screen } from "./screening.ts"
import { titleOf } from "./subject.ts"
import { findTarget } from "./target.ts"
import { type Reason, Unposted } from "./unposted.ts"

/** What a mail that comes in needs of the application, as `app.ts` gives it. */
export type MailInParts = { config: Config; db: Db; files: FileStore; post: Post }

/**
 * Takes one mail as it came. Taking it again changes nothing and has the same outcome, also where the process died
 * anywhere between: post, claim and confirmation are one write. Throws only where it is worth trying again later.
 * @param bytes how long the mail is; where that is more than `raw`, only its beginning was read
 */
export async function handleMail(
  parts: MailInParts,
  raw: Buffer,
  bytes = raw.length,
): Promise<Pick<Handled, "outcome" | "subjectId">> {
  const mail = await readMail(raw, bytes)
  return (await findHandled(parts.db, mail.id)) ?? (await handleNew(parts, mail))
}

async function handleNew(parts: MailInParts, mail: ReceivedMail): Promise<Handled> {
  const { config, db } = parts
  const sort = screen(config, mail)
  if (sort) return settle(parts, mail, sort)
  const actor = await findActorByAddress(db, mail.from?.address ?? "")
  // Strangers learn nothing, not even that the address is read; nor do those in whose name somebody else wrote.
  if (!actor || !isAuthentic(config.mailIn?.authServer ?? null, mail) || (await isLoop(parts, actor)))
    return settle(parts, mail, "ignored")
  try {
    return await takeMail(parts, actor, mail)
  } catch (error) {
    await giveBack(parts, actor, mail, reasonOf(error))
    return settle(parts, mail, "returned")
  }
}

async function settle(
  { db }: MailInParts,
  { id }: ReceivedMail,
  outcome: Handled["outcome"],
): Promise<Handled> {
  const handled: Handled = { outcome, subjectId: null, refused: [] }
  await claimMail(db, id, handled)
  return handled
}

/** Two programs that answer each other are quicker than any person. */
async function isLoop({ db, config }: MailInParts, actor: Actor): Promise<boolean> {
  const bucket = `mail-in:${await dailyHash(db, `mail|${actor.id}`)}`
  return (await count(db, bucket, HOUR / SECOND)) > config.limits.mailsPerPerson
}

/** Why it cannot be posted; anything else is a fault of ours, and the mail stays where it is. */
function reasonOf(error: unknown): string {
  if (error instanceof Unposted) return error.reason
  if (error instanceof Refusal) return error.code
  throw error
}

async function takeMail(parts: MailInParts, actor: Actor, mail: ReceivedMail): Promise<Handled> {
  const fault = mail.fault ?? faultOfKind(mail)
  if (fault) throw new Unposted(fault)
  if (isTooLong(mail)) throw new Unposted("too-long")
  const target = await findTarget(parts, actor, mail)
  const isReply = target.kind !== "question"
  const names = [actor.displayName, mail.from?.name ?? ""]
  const body = readBody(mail, { isReply, names, origin: parts.config.publicUrl })
  const title = isReply ? "" : titleOf(mail.subject)
  // Before files are taken in: most mails that come back do so because of their text.
  checkRules(target, { title, body: body.text, attachments: [] })
  const { text, attachments, refused } = await takeFiles(parts, actor, target, mail.attachments, body)
  const written = { title, body: text, attachments }
  checkRules(target, written)
  return write(parts, actor, mail, target, written, refused)
}

/** What no text can be read from. */
function faultOfKind(mail: ReceivedMail): Reason | null {
  const type = headerOf(mail, "content-type").toLowerCase()
  if (/^multipart\/encrypted|^application\/(?:x-)?pkcs7-mime/.test(type)) return "encrypted"
  if (mail.text.includes("-----BEGIN PGP MESSAGE-----")) return "encrypted"
  return /^text\/calendar/.test(type) ? "calendar" : null
}

/** The rules of the form. */
function checkRules(target: Target, { title, body, attachments }: Written): void {
  if (body.trim() === "") throw new Unposted("empty")
  const input =
    target.kind === "question"
      ? { categoryId: target.categoryId, title, body, attachments }
      : { body, ...(target.kind === "answer" && { attachments }) }
  const { faults } = checkInput(DRAFT_RULES[target.kind], input)
  if (faults.length > 0) throw new Unposted(faults[0]?.field === "title" ? "title" : "too-long")
}

/** Post or draft, claim and confirmation: all of it, once. */
async function write(
  { db }: MailInParts,
  actor: Actor,
  { id: mailId }: ReceivedMail,
  target: Target,
  written: Written,
  refused: string[],
): Promise<Handled> {
  const isPersonal = findPersonalData(`${written.title}\n\n${written.body}`).length > 0
  const outcome = isPersonal ? "drafted" : "posted"
  return transact(db, async (tx) => {
    const handled: Handled = { outcome, subjectId: null, refused }
    if (!(await claimMail(tx, mailId, handled))) return (await findHandled(tx, mailId)) ?? handled
    const subjectId = isPersonal
      ? await keepDraft(tx, actor, target, written)
      : (await writePost(tx, actor, target, written)).id
    await nameSubject(tx, mailId, subjectId)
    await notify(tx, HANDLED, [actor.id], { mailId })
    return { ...handled, subjectId }
  })
}
