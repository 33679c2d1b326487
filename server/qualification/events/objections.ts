import { randomUUID } from "node:crypto"
import { and, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { auditOf } from "../../kernel/audit.ts"
import { type Db, only, type Tx, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { dailyHash, limitToday } from "../../kernel/throttle.ts"
import { today } from "../../kernel/time.ts"
import { tellInbox } from "../../notifications/index.ts"
import {
  accessEvent,
  accessEventForChange,
  accessObjectionForChange,
  isHost,
  mayEnter,
  mayRaise,
  mayRemove,
  maySupport,
} from "./policy.ts"
import type { EnteredObjections, MarkedObjection, NewObjection } from "./schema.ts"
import { type OBJECTION_KINDS, objectionSupports, objections } from "./tables.ts"

const record = auditOf("event")

/** So many of one person for one event and day. */
const MOST_A_DAY = 10
const MOST_LINES = 60
const LONGEST_LINE = 600

type Kind = (typeof OBJECTION_KINDS)[number]

/**
 * By anybody whom the event is meant for. Without the name nothing of the person is stored, and nothing that would tell a
 * time within the day; how often somebody does it is counted under a hash that nobody can undo from tomorrow on.
 */
export async function raiseObjection(
  db: Db,
  actor: Actor,
  eventId: string,
  { kind, words, isNamed }: NewObjection,
): Promise<{ id: string }> {
  await accessEvent(db, actor, eventId, mayRaise)
  const bucket = `objection:${await dailyHash(db, `objection|${eventId}|${actor.id}`)}`
  await limitToday(db, bucket, MOST_A_DAY, "objection.often")
  return transact(db, async (tx) => {
    await accessEvent(tx, actor, eventId, mayRaise)
    const [id] = await insert(tx, eventId, [{ kind, words, authorId: isNamed ? actor.id : null }], false)
    return { id: id ?? "" }
  })
}

/** What was said in the room, or stands on cards. One that ends with a question mark is a question. */
export async function enterObjections(
  db: Db,
  actor: Actor,
  eventId: string,
  input: EnteredObjections,
): Promise<void> {
  const lines = input.lines
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*[-*•]\s*/, "").trim())
    .filter((line) => line !== "")
  if (lines.length > MOST_LINES || lines.some((line) => line.length > LONGEST_LINE))
    throw new Refusal(422, "objection.lines", "lines")
  const said = lines.map((words) => ({ kind: kindOf(words), words, authorId: null }))
  await transact(db, async (tx) => {
    await accessEventForChange(tx, actor, eventId, mayEnter)
    await insert(tx, eventId, said, true)
  })
}

const kindOf = (words: string): Kind => (words.endsWith("?") ? "question" : "objection")

type Said = { kind: Kind; words: string; authorId: string | null }

/** The same words once more are the same objection: a double click has no sender that it could be told by. */
async function insert(tx: Tx, eventId: string, said: Said[], isFromRoom: boolean): Promise<string[]> {
  const ids: string[] = []
  const unique = new Map(said.map((one) => [one.words.trim(), one]))
  if (unique.size === 0) return ids
  const values = [...unique].map(([words, { kind, authorId }]) => ({
    id: randomUUID(),
    eventId,
    kind,
    words,
    authorId,
    raisedOn: today(),
    isFromRoom,
  }))
  const made = await tx
    .insert(objections)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: objections.id })
  if (made.length > 0) return made.map(({ id }) => id)
  const first = only(values.slice(0, 1))
  const there = await tx
    .select({ id: objections.id })
    .from(objections)
    .where(and(eq(objections.eventId, eventId), eq(objections.words, first.words)))
  return there.map(({ id }) => id)
}

/** The person's own, which nobody sees; all see a number in fives. */
export async function supportObjection(
  db: Db,
  actor: Actor,
  id: string,
  isSupported: boolean,
): Promise<void> {
  await transact(db, async (tx) => {
    await accessObjectionForChange(tx, actor, id, maySupport)
    const own = { objectionId: id, personId: actor.id }
    if (isSupported) await tx.insert(objectionSupports).values(own).onConflictDoNothing()
    else
      await tx
        .delete(objectionSupports)
        .where(and(eq(objectionSupports.objectionId, id), eq(objectionSupports.personId, actor.id)))
  })
}

/** What becomes of it, as the group decided. Whoever raised it with their name is told. */
export async function markObjection(db: Db, actor: Actor, id: string, input: MarkedObjection): Promise<void> {
  await transact(db, async (tx) => {
    const { objection } = await accessObjectionForChange(tx, actor, id, (_actor, seen) => isHost(seen))
    const { version, ...marked } = input
    if (objection.version !== version) throw new Refusal(409, "objection.changed")
    refuseIncomplete(input)
    await tx
      .update(objections)
      .set({ ...settled(marked), version: version + 1 })
      .where(eq(objections.id, id))
    const { authorId, eventId } = objection
    if (authorId !== null && authorId !== actor.id && input.mark !== "open")
      await tellInbox(tx, { notice: "qualification.event", subjectId: id, groupId: eventId }, [authorId])
  })
}

type Marked = Omit<MarkedObjection, "version">

function refuseIncomplete({ mark, answer, who, until }: Marked): void {
  if (mark !== "open" && answer.trim() === "") throw new Refusal(422, "objection.reason-needed", "answer")
  if (mark !== "change") return
  if (who.trim() === "") throw new Refusal(422, "objection.who-needed", "who")
  if (until === null) throw new Refusal(422, "objection.until-needed", "until")
}

/** Who does it until when is said of changes alone. */
const settled = ({ mark, answer, who, until, doneOn, link, linkTitle }: Marked): Marked => ({
  mark,
  answer: answer.trim(),
  link,
  linkTitle: linkTitle.trim(),
  ...(mark === "change" ? { who: who.trim(), until, doneOn } : { who: "", until: null, doneOn: null }),
})

/** By its author as long as nothing became of it, and by the facilitator, who is named in the audit log. */
export async function removeObjection(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const { objection } = await accessObjectionForChange(tx, actor, id, mayRemove)
    await tx.delete(objections).where(eq(objections.id, id))
    if (objection.authorId === actor.id) return
    await record(tx, actor, "objection-removed", objection.eventId)
  })
}
