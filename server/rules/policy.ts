import { isNull, type SQL, sql } from "drizzle-orm"
import { people } from "../accounts/index.ts"
import { type Actor, has } from "../kernel/actor.ts"
import { only, type Reader, type Tx } from "../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../kernel/errors.ts"
import type { Open } from "../kernel/statements.ts"
import { today } from "../kernel/time.ts"
import { rulesAcceptances, rulesEditions } from "./tables.ts"

export type RulesDraft = typeof rulesEditions.$inferSelect

/** Editors and administrators look after the rules; a draft also whoever put it out for a cohort. */
export const mayDraftRules = (actor: Actor) => has(actor, "editor") || has(actor, "admin")

export const mayEditDraft = (actor: Actor, { proposedById }: Pick<RulesDraft, "proposedById">) =>
  mayDraftRules(actor) || proposedById === actor.id

/** A week is everybody's who wants to say something to it. */
export const takesComments = ({ commentsUntil }: Pick<RulesDraft, "commentsUntil">) =>
  commentsUntil >= today()

export async function draftOf(reader: Reader): Promise<RulesDraft | null> {
  const [draft] = await reader.select().from(rulesEditions).where(isNull(rulesEditions.number))
  return draft ?? null
}

/** Locks the draft: 404 where there is none, 403 for whoever reads it only. */
export async function accessDraftForChange(
  tx: Tx,
  actor: Actor,
  may: (actor: Actor, draft: RulesDraft) => boolean = mayEditDraft,
): Promise<RulesDraft> {
  const [draft] = await tx.select().from(rulesEditions).where(isNull(rulesEditions.number)).for("update")
  if (!draft) throw notFound()
  if (!may(actor, draft)) throw forbidden()
  return draft
}

/**
 * The edition in force where a person has still to accept the rules before they write; null for whoever has, and where
 * no edition asks for it.
 */
export const askedRules = (personId: Open<string>): SQL<number | null> => {
  const accepted = sql`(select own.number from ${rulesAcceptances}
    join ${rulesEditions} own on own.id = ${rulesAcceptances.editionId}
    where ${rulesAcceptances.personId} = ${personId})`
  return sql<number | null>`(select max(latest.number) from ${rulesEditions} latest
    having exists (select 1 from ${rulesEditions} asked
      where asked.number is not null and asked.is_asked and asked.number > coalesce(${accepted}, 0)))`
}

/** Whoever reads needs no rules; whoever writes has accepted them. */
export async function refuseUnaccepted(reader: Reader, actor: Actor): Promise<void> {
  if (await isAskedFor(reader, actor)) throw new Refusal(403, "rules.not-accepted")
}

export async function isAskedFor(reader: Reader, { id }: Actor): Promise<boolean> {
  // A service accepts nothing: whoever has set it up answers for it.
  const { rows } = await reader.execute<{ asked: number | null }>(sql`select case
    when not (select ${people.isService} from ${people} where ${people.id} = ${id}) then ${askedRules(id)} end as asked`)
  return only(rows).asked !== null
}
