import { and, asc, desc, eq, exists, isNotNull, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { isAtWork, memberships, people } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import { atLeast } from "../kernel/counting.ts"
import { only, type Reader } from "../kernel/database.ts"
import { notFound } from "../kernel/errors.ts"
import { draftOf, isAskedFor, mayDraftRules, mayEditDraft, takesComments } from "./policy.ts"
import type { RulesDraftView, RulesEditionView, RulesView } from "./schema.ts"
import { rulesAcceptances, rulesComments, rulesEditions } from "./tables.ts"

export async function findRules(reader: Reader, actor: Actor): Promise<RulesView> {
  const { number, publishedOn, summary, source } = rulesEditions
  const rows = await reader
    .select({ number, publishedOn, summary, source })
    .from(rulesEditions)
    .where(isNotNull(number))
    .orderBy(desc(number))
  const editions = rows.map(({ number, publishedOn, ...row }) => ({
    edition: number ?? 0,
    publishedOn: publishedOn ?? "",
    ...row,
  }))
  const [latest] = editions
  const mayDraft = mayDraftRules(actor)
  return {
    current: latest ? await findRulesEdition(reader, latest.edition) : null,
    editions,
    isAsked: await isAskedFor(reader, actor),
    isAccepted: latest !== undefined && (await acceptedBy(reader, actor)) >= latest.edition,
    accepted: latest && mayDraft ? await countAccepted(reader, latest.edition) : null,
    hasDraft: (await draftOf(reader)) !== null,
    can: { draft: mayDraft },
  }
}

/** 404 for one that was never published. */
export async function findRulesEdition(reader: Reader, edition: number): Promise<RulesEditionView> {
  const former = alias(rulesEditions, "former")
  const [row] = await reader
    .select({ own: rulesEditions, formerBody: former.body })
    .from(rulesEditions)
    .leftJoin(former, eq(former.number, sql`${rulesEditions.number} - 1`))
    .where(eq(rulesEditions.number, edition))
  if (!row) throw notFound()
  const { publishedOn, summary, source, body, html } = row.own
  return { edition, publishedOn: publishedOn ?? "", summary, source, body, html, formerBody: row.formerBody }
}

/** For everybody who is signed in; 404 where there is none. */
export async function findRulesDraft(reader: Reader, actor: Actor): Promise<RulesDraftView> {
  const draft = await draftOf(reader)
  if (!draft) throw notFound()
  const { body, html, summary, source, commentsUntil, version } = draft
  const [former] = await reader
    .select({ body: rulesEditions.body })
    .from(rulesEditions)
    .where(isNotNull(rulesEditions.number))
    .orderBy(desc(rulesEditions.number))
    .limit(1)
  const isOpen = takesComments(draft)
  const mayEdit = mayEditDraft(actor, draft)
  const comments = await reader
    .select({
      id: rulesComments.id,
      body: rulesComments.body,
      authorId: rulesComments.authorId,
      author: people.displayName,
    })
    .from(rulesComments)
    .innerJoin(people, eq(people.id, rulesComments.authorId))
    .where(eq(rulesComments.editionId, draft.id))
    .orderBy(asc(rulesComments.id))
  return {
    body,
    html,
    summary,
    source,
    formerBody: former?.body ?? null,
    commentsUntil,
    version,
    comments: comments.map(({ authorId, ...comment }) => ({
      ...comment,
      can: { remove: mayEdit || authorId === actor.id },
    })),
    can: { comment: isOpen, edit: mayEdit, publish: mayEdit && !isOpen },
  }
}

async function acceptedBy(reader: Reader, actor: Actor): Promise<number> {
  const [own] = await reader
    .select({ number: rulesEditions.number })
    .from(rulesAcceptances)
    .innerJoin(rulesEditions, eq(rulesEditions.id, rulesAcceptances.editionId))
    .where(eq(rulesAcceptances.personId, actor.id))
  return own?.number ?? 0
}

/** Of those who can write: active accounts with a department. */
async function countAccepted(reader: Reader, edition: number): Promise<number | null> {
  const belongs = reader
    .select({ id: memberships.personId })
    .from(memberships)
    .where(eq(memberships.personId, people.id))
  const counted = await reader
    .select({
      accepted: sql<number>`(count(*) filter (where ${rulesEditions.number} >= ${edition}))::int`,
      of: sql<number>`count(*)::int`,
    })
    .from(people)
    .leftJoin(rulesAcceptances, eq(rulesAcceptances.personId, people.id))
    .leftJoin(rulesEditions, eq(rulesEditions.id, rulesAcceptances.editionId))
    .where(and(isAtWork, exists(belongs)))
  const { accepted, of } = only(counted)
  return atLeast(accepted, of)
}
