import { Readable } from "node:stream"
import type { Actor, Locale } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import type { FileStore } from "../../kernel/files.ts"
import type { Keys } from "../../kernel/key-file.ts"
import { escapeHtml } from "../../kernel/markdown.ts"
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
  roleRequestChapter,
  roundChapter,
  taskChapter,
} from "./chapters.ts"
import { consultingChapter } from "./consultings.ts"
import { eventAnswerChapter, objectionChapter, objectionSupportChapter } from "./events.ts"
import { fileChapter } from "./files.ts"
import { impulseChapter } from "./impulses.ts"
import { journalChapter } from "./journal.ts"
import { ratingChapter } from "./ratings.ts"
import { inWords } from "./words.ts"
import { zipped } from "./zipped.ts"

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
  fileChapter,
  roleRequestChapter,
  eventAnswerChapter,
  objectionChapter,
  objectionSupportChapter,
]

export async function collectOwn(reader: Reader, actor: Actor, keys: Keys | null): Promise<Chapter[]> {
  const chapters: Chapter[] = []
  for (const load of LOADERS) chapters.push(await load(reader, actor, keys))
  return chapters
}

/**
 * A ZIP with one JSON file per chapter, all of them as a page that can be read without this program, and the own files.
 * It is made while it is sent: photos are large.
 */
export async function packOwn(
  reader: Reader,
  actor: Actor,
  keys: Keys | null,
  files: FileStore,
): Promise<Readable> {
  const chapters = await collectOwn(reader, actor, keys)
  const page = { path: actor.locale === "en" ? "read.html" : "lesen.html", text: pageOf(chapters, actor) }
  const texts = chapters.map(({ name, rows }) => ({
    path: `${name}.json`,
    text: JSON.stringify(rows, null, 2),
  }))
  const stored = chapters.flatMap((chapter) => chapter.files ?? [])
  return Readable.from(zipped([page, ...texts], stored, files), { objectMode: false })
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
