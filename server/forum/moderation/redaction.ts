import type { Static } from "typebox"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { notFound, Refusal } from "../../kernel/errors.ts"
import { MAX_MARKDOWN_LENGTH } from "../../kernel/markdown.ts"
import { forgetMisses } from "../../search/index.ts"
import { loadStanding, type Standing } from "../loading.ts"
import { accessPostForChange, mayModerate } from "../policy.ts"
import { settleThread } from "../posts/actions.ts"
import { findPost } from "../posts/find.ts"
import { POST_KINDS } from "../tables.ts"
import { tellAuthor } from "../telling.ts"
import { countPlaces, findIn, findInOthers, listFiles, listForms } from "./findings.ts"
import { BLACK, type Occurrence } from "./forms.ts"
import { blackOut, occurrencesIn } from "./redact.ts"
import { rewritePost } from "./rewrite.ts"
import type { Redacted, Redaction, RedactionPreview } from "./schema.ts"
import { type Sought, seek } from "./sought.ts"
import type { Place } from "./texts.ts"

/** What redacting would find, form by form; 422 where the words stand neither in the post nor in its thread. */
export async function previewRedaction(
  db: Db,
  actor: Actor,
  id: string,
  words: string[],
): Promise<RedactionPreview> {
  await findPost(db, actor, id, POST_KINDS, "moderate")
  const standing = await loadStanding(db, id)
  if (!standing) throw notFound()
  const sought = seek(words)
  const own = listForms(await findIn(db, standing, sought))
  const others = await findInOthers(db, actor, standing, [id], sought)
  const isOwn = ({ form }: Occurrence) => own.some((other) => other.form === form)
  const elsewhere = listForms(others.found.filter((found) => !isOwn(found)))
  const forms = [...own, ...elsewhere.map((form) => ({ ...form, count: 0, places: [] }))]
  if (forms.length === 0 && others.posts.length === 0) throw new Refusal(422, "redaction.not-found", "words")
  return { forms, others: others.posts, files: await listFiles(db, [id]) }
}

/**
 * Blacks words out wherever the post has them: text and addresses of links, every stored version, title, tags,
 * attachments' names and descriptions, reports and notes that belong to it. Afterwards it is searched anew.
 * @returns how many places were blacked out, and what is left; 422 when there was none
 */
export async function redactPost(
  db: Db,
  actor: Actor,
  id: string,
  input: Static<typeof Redaction>,
): Promise<Redacted> {
  if (input.forms?.length === 0) throw new Refusal(422, "redaction.nothing-chosen", "forms")
  const sought = seek(input.words)
  const isChosen = ({ form, isMeant }: Occurrence) => input.forms?.includes(form) ?? isMeant
  return transact(db, async (tx) => {
    const ids = [...new Set([id, ...(input.others ?? [])])]
    const standings: Standing[] = []
    for (const one of ids)
      standings.push(await accessPostForChange(tx, actor, one, [...POST_KINDS], mayModerate))
    const [main] = standings
    if (!main || standings.some(({ thread }) => thread.id !== main.thread.id)) throw notFound()
    const places: Place[] = []
    for (const standing of standings) places.push(...(await redactOne(tx, actor, standing, sought, isChosen)))
    if (places.length === 0) throw new Refusal(422, "redaction.not-found", "words")
    await forgetMisses(tx, (words) => occurrencesIn(words, "plain", sought).some(({ isMeant }) => isMeant))
    const left = await findLeft(tx, actor, main, ids, sought)
    return { places: places.length, where: countPlaces(places), left }
  })
}

async function redactOne(
  tx: Tx,
  actor: Actor,
  standing: Standing,
  sought: Sought[],
  isChosen: (occurrence: Occurrence) => boolean,
): Promise<Place[]> {
  const found: Place[] = []
  await rewritePost(tx, standing, (place, source, format) => {
    const { text, places } = blackOut(source, format, { sought, isChosen })
    for (let one = 0; one < places; one++) found.push(place)
    // A text at the limit must not grow beyond it.
    return text.length > MAX_MARKDOWN_LENGTH ? text.replaceAll(BLACK, "█") : text
  })
  if (found.length === 0) return []
  // The log says that and where, never which words.
  await audit(tx, actor, {
    action: "post.redact",
    subjectType: standing.post.kind,
    subjectId: standing.post.id,
    detail: { places: found.length },
  })
  await settleThread(tx, standing)
  await tellAuthor(tx, actor, "forum.redacted", standing)
  return found
}

async function findLeft(tx: Tx, actor: Actor, main: Standing, ids: string[], sought: Sought[]) {
  const found: Awaited<ReturnType<typeof findIn>> = []
  for (const id of ids) {
    const standing = await loadStanding(tx, id)
    if (standing) found.push(...(await findIn(tx, standing, sought)))
  }
  const others = await findInOthers(tx, actor, main, ids, sought)
  return { forms: listForms(found), others: others.posts, files: await listFiles(tx, ids) }
}
