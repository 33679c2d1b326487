import { strToU8, zipSync } from "fflate"
import type { Actor, Locale } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import type { Keys } from "../../kernel/key-file.ts"
import { escapeHtml } from "../../kernel/markdown.ts"
import { now } from "../../kernel/time.ts"
import { certificateChapter } from "./certificates.ts"
import type { Chapter, Loader, Value } from "./chapter.ts"
import {
  assessmentChapter,
  attendanceChapter,
  consultingLineChapter,
  consultingTopicChapter,
  consultingVoteChapter,
  evidenceChapter,
  experienceChapter,
  membershipChapter,
  noteChapter,
  projectChapter,
  projectCommentChapter,
  reportChapter,
  retrospectiveChapter,
  roundChapter,
  taskChapter,
} from "./chapters.ts"
import { consultingChapter } from "./consultings.ts"
import { impulseChapter } from "./impulses.ts"
import { journalChapter } from "./journal.ts"
import { ratingChapter } from "./ratings.ts"
import { inWords } from "./words.ts"

/** Everything that the qualification keeps of a person, one sort after the other. */
const LOADERS: Loader[] = [
  membershipChapter,
  attendanceChapter,
  taskChapter,
  roundChapter,
  noteChapter,
  projectChapter,
  projectCommentChapter,
  ratingChapter,
  evidenceChapter,
  impulseChapter,
  experienceChapter,
  retrospectiveChapter,
  reportChapter,
  consultingTopicChapter,
  consultingVoteChapter,
  consultingChapter,
  consultingLineChapter,
  assessmentChapter,
  certificateChapter,
  journalChapter,
]

export async function collectOwn(reader: Reader, actor: Actor, keys: Keys | null): Promise<Chapter[]> {
  const chapters: Chapter[] = []
  for (const load of LOADERS) chapters.push(await load(reader, actor, keys))
  return chapters
}

/** A ZIP with one JSON file per chapter, and all of them as a page that can be read without this program. */
export async function packOwn(reader: Reader, actor: Actor, keys: Keys | null): Promise<Buffer> {
  const chapters = await collectOwn(reader, actor, keys)
  const files = Object.fromEntries(
    chapters.map(({ name, rows }) => [`${name}.json`, strToU8(JSON.stringify(rows, null, 2))]),
  )
  const page = { [actor.locale === "en" ? "read.html" : "lesen.html"]: strToU8(pageOf(chapters, actor)) }
  return Buffer.from(zipSync({ ...page, ...files }, { mtime: now() }))
}

const WORDS = {
  de: { title: "Meine Daten aus der Qualifizierung", none: "Nichts gespeichert.", yes: "ja", no: "nein" },
  en: { title: "My data of the qualification", none: "Nothing stored.", yes: "yes", no: "no" },
}
const STYLE =
  "body{font:16px/1.5 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}" +
  "dl{border-top:1px solid #999;padding-top:.75rem}dt{font-weight:bold}dd{margin:0 0 .5rem;white-space:pre-line}"

function pageOf(chapters: Chapter[], { displayName, locale }: Actor): string {
  const words = WORDS[locale]
  const parts = chapters.map(
    (chapter) => `<h2>${escapeHtml(chapter.title[locale])}</h2>${rowsOf(chapter, locale)}`,
  )
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${words.title}</title><style>${STYLE}</style></head><body><h1>${words.title}</h1><p>${escapeHtml(displayName)}</p>${parts.join("")}</body></html>`
}

function rowsOf({ rows, labels }: Chapter, locale: Locale): string {
  if (rows.length === 0) return `<p>${WORDS[locale].none}</p>`
  const field = (row: Record<string, Value>) =>
    Object.entries(labels)
      .filter(([name]) => row[name] !== null && row[name] !== "")
      .map(
        ([name, label]) => `<dt>${escapeHtml(label[locale])}</dt><dd>${shown(name, row[name], locale)}</dd>`,
      )
      .join("")
  return rows.map((row) => `<dl>${field(row)}</dl>`).join("")
}

function shown(field: string, value: Value | undefined, locale: Locale): string {
  if (typeof value === "boolean") return value ? WORDS[locale].yes : WORDS[locale].no
  return escapeHtml(inWords(field, String(value ?? ""), locale))
}
