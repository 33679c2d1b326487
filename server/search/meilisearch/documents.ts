import { foldLooks } from "../../kernel/folding.ts"
import { analyse, isFunctionWord, nameKey, termsOf, wordsOf } from "../german.ts"
import type { SearchDocument } from "../model.ts"
import { readTokens } from "../tokens.ts"

/** A document as Meilisearch holds it. */
export type StoredDocument = {
  id: string
  threadId: string
  kind: string
  categoryId: string
  departmentId: string | null
  authorId: string
  state: string | null
  tags: string[]
  /** The tags in one spelling, for those that are typed. */
  tagKeys: string[]
  official: boolean
  /** Milliseconds; the period and the order by date compare it. */
  createdAt: number
  /** `§11`, `sgb2`, `§11sgb2`, file numbers: compared as a whole, never by similarity. */
  units: string[]
  /** 0 for what is outdated or a duplicate. */
  current: 0 | 1
  /** Higher for what is official or accepted. */
  rank: number
} & Partial<Record<TextAttribute, string>>

/**
 * The words in the spelling that all texts share, for exact sequences and beginnings of words; and their stems, because Meilisearch knows no
 * German inflection: "Bescheides" is found by "Bescheid" through them. Queries are made of stems.
 */
export const TEXT_ATTRIBUTES = [
  "title",
  "titleStems",
  "officialText",
  "officialTextStems",
  "text",
  "textStems",
  "commentText",
  "commentTextStems",
  "context",
  "contextStems",
] as const
type TextAttribute = (typeof TEXT_ATTRIBUTES)[number]

/** Meilisearch compares filter values of up to 468 bytes; nobody's file number is that long. */
const LONGEST_UNIT = 100

export function storedDocument(document: SearchDocument): StoredDocument {
  const {
    id,
    threadId,
    kind,
    categoryId,
    departmentId,
    authorId,
    state,
    tags,
    official,
    title,
    text,
    context,
  } = document
  const { units } = analyse(`${title}\n${text}`)
  return {
    id,
    threadId,
    kind,
    categoryId,
    departmentId,
    authorId,
    state,
    tags,
    tagKeys: tags.map(nameKey),
    official,
    createdAt: document.createdAt.getTime(),
    units: units.filter((unit) => unit.length <= LONGEST_UNIT),
    current: document.outdated || document.duplicate ? 0 : 1,
    rank: (official ? 1 : 0) + (document.accepted ? 1 : 0),
    ...bothForms("title", title),
    ...bothForms(attributeOf(kind), text),
    ...bothForms("context", context),
  }
}

function attributeOf(kind: SearchDocument["kind"]) {
  if (kind === "official-answer") return "officialText"
  return kind === "comment" ? "commentText" : "text"
}

function bothForms(attribute: "title" | "text" | "officialText" | "commentText" | "context", text: string) {
  return { [attribute]: wordsOf(text).join(" "), [`${attribute}Stems`]: stemsIn(text) }
}

/** A function word leaves a gap that no exact sequence crosses: "Antrag Wohngeld" is not "Antrag auf Wohngeld". */
const stemsIn = (text: string): string =>
  readTokens(foldLooks(text))
    .flatMap((token) => (isFunctionWord(token.text) ? ["."] : termsOf(token, false)))
    .join(" ")
