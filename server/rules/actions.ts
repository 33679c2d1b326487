import { eq, sql } from "drizzle-orm"
import type { Actor } from "../kernel/actor.ts"
import { auditOf } from "../kernel/audit.ts"
import { type Db, newId, type Tx, transact } from "../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../kernel/errors.ts"
import { renderMarkdown } from "../kernel/markdown.ts"
import { once } from "../kernel/submissions.ts"
import { today } from "../kernel/time.ts"
import { addDays } from "../kernel/workdays.ts"
import { accessDraftForChange, mayDraftRules, takesComments } from "./policy.ts"
import type { EditedRulesDraft, NewRulesComment, NewRulesDraft, PublishedRules } from "./schema.ts"
import { rulesAcceptances, rulesComments, rulesEditions } from "./tables.ts"

const record = auditOf("rules")

/** For so long everybody can comment on a draft before it is published. */
const COMMENT_DAYS = 7

export async function draftRules(db: Db, actor: Actor, input: NewRulesDraft): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    if (!mayDraftRules(actor)) throw forbidden()
    return putOutRules(tx, actor, { ...input, source: "" })
  })
}

/**
 * Shows everybody a draft, for comments; whoever calls it has seen to the rights. 409 `rules.draft-exists` where there
 * is one already.
 * @param source who drew it up
 */
export async function putOutRules(
  tx: Tx,
  actor: Actor,
  { body, summary, source }: NewRulesDraft & { source: string },
): Promise<{ id: string }> {
  const html = renderMarkdown(body, "body")
  const id = newId()
  const made = await tx
    .insert(rulesEditions)
    .values({
      id,
      body,
      html,
      summary: summary.trim(),
      source,
      proposedById: actor.id,
      commentsUntil: addDays(today(), COMMENT_DAYS),
      isAsked: false,
    })
    .onConflictDoNothing()
    .returning({ id: rulesEditions.id })
  if (made.length === 0) throw new Refusal(409, "rules.draft-exists")
  await record(tx, actor, "proposed", id)
  return { id }
}

/** 409 `rules.changed` with the newer text when somebody was faster. */
export async function editRulesDraft(db: Db, actor: Actor, input: EditedRulesDraft): Promise<void> {
  const html = renderMarkdown(input.body, "body")
  await transact(db, async (tx) => {
    const draft = await accessDraftForChange(tx, actor)
    const { version, body, summary } = draft
    if (version !== input.version)
      throw new Refusal(409, "rules.changed", undefined, { current: { version, body, summary } })
    await tx
      .update(rulesEditions)
      .set({ body: input.body, html, summary: input.summary.trim(), version: version + 1 })
      .where(eq(rulesEditions.id, draft.id))
  })
}

export async function discardRulesDraft(db: Db, actor: Actor): Promise<void> {
  await transact(db, async (tx) => {
    const draft = await accessDraftForChange(tx, actor)
    await tx.delete(rulesEditions).where(eq(rulesEditions.id, draft.id))
    await record(tx, actor, "discarded", draft.id)
  })
}

/** From now on it is the edition in force. 409 `rules.still-commented` before everybody had a week to say something. */
export async function publishRules(db: Db, actor: Actor, input: PublishedRules): Promise<void> {
  await transact(db, async (tx) => {
    const draft = await accessDraftForChange(tx, actor)
    if (draft.version !== input.version) throw new Refusal(409, "rules.changed")
    if (takesComments(draft)) throw new Refusal(409, "rules.still-commented")
    const last = sql<number>`(select coalesce(max(number), 0) from ${rulesEditions})`
    await tx
      .update(rulesEditions)
      .set({ number: sql`${last} + 1`, publishedOn: today(), isAsked: input.isAsked })
      .where(eq(rulesEditions.id, draft.id))
    await tx.delete(rulesComments).where(eq(rulesComments.editionId, draft.id))
    await record(tx, actor, "published", draft.id)
  })
}

export async function commentOnRules(
  db: Db,
  actor: Actor,
  { body, key }: NewRulesComment,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const { id: editionId, ...draft } = await accessDraftForChange(tx, actor, () => true)
    if (!takesComments(draft)) throw new Refusal(409, "rules.comments-over")
    return once(tx, actor, key, ["rules-comment", editionId, body], async (id) => {
      await tx.insert(rulesComments).values({ id, editionId, authorId: actor.id, body: body.trim() })
    })
  })
}

/** By its author, and by whoever looks after the draft. */
export async function removeRulesComment(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const [comment] = await tx.select().from(rulesComments).where(eq(rulesComments.id, id)).for("update")
    if (!comment) throw notFound()
    if (comment.authorId !== actor.id) await accessDraftForChange(tx, actor)
    await tx.delete(rulesComments).where(eq(rulesComments.id, id))
  })
}

/** Once for each edition; doing it twice changes nothing. 409 `rules.newer` where another one is in force meanwhile. */
export async function acceptRules(db: Db, actor: Actor, number: number): Promise<void> {
  await transact(db, async (tx) => {
    const [latest] = await tx
      .select({ id: rulesEditions.id, number: rulesEditions.number })
      .from(rulesEditions)
      .where(sql`${rulesEditions.number} = (select max(number) from ${rulesEditions})`)
    if (!latest) throw notFound()
    if (latest.number !== number) throw new Refusal(409, "rules.newer")
    const own = { personId: actor.id, editionId: latest.id }
    await tx
      .insert(rulesAcceptances)
      .values(own)
      .onConflictDoUpdate({ target: rulesAcceptances.personId, set: { editionId: latest.id } })
  })
}
