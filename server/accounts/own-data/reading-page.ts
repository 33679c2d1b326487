import type { Locale } from "../../kernel/actor.ts"
import { escapeHtml } from "../../kernel/markdown.ts"
import type { Chapter, Value } from "./chapter.ts"
import { inPlainWords } from "./words.ts"

const WORDS = {
  de: {
    title: "Meine Daten",
    lead: "Alles, was dieses Forum zu Ihrer Person gespeichert hat. Dieselben Angaben liegen als JSON daneben, für andere Programme.",
    none: "Nichts gespeichert.",
    yes: "ja",
    no: "nein",
  },
  en: {
    title: "My data",
    lead: "Everything that this forum has stored about you. The same data lie beside it as JSON, for other programs.",
    none: "Nothing stored.",
    yes: "yes",
    no: "no",
  },
}
const STYLE =
  "body{font:16px/1.5 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}" +
  "dl{border-top:1px solid #999;padding-top:.75rem}dt{font-weight:bold}dd{margin:0 0 .5rem;white-space:pre-line}"

export const READING_PAGES = { de: "lesen.html", en: "read.html" } as const

/** All chapters as a page that can be read without this program. */
export function readingPage(chapters: Chapter[], displayName: string, locale: Locale): string {
  const words = WORDS[locale]
  const parts = chapters.map(
    (chapter) => `<h2>${escapeHtml(chapter.title[locale])}</h2>${rowsOf(chapter, locale)}`,
  )
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${words.title}</title><style>${STYLE}</style></head><body><h1>${words.title}</h1><p>${escapeHtml(displayName)}</p><p>${words.lead}</p>${parts.join("")}</body></html>`
}

function rowsOf({ rows, labels, inWords }: Chapter, locale: Locale): string {
  if (rows.length === 0) return `<p>${WORDS[locale].none}</p>`
  const shown = (field: string, value: Value | undefined) => {
    if (typeof value === "boolean") return WORDS[locale][value ? "yes" : "no"]
    const text = String(value ?? "")
    return escapeHtml(inWords ? inWords(field, text, locale) : inPlainWords(text, locale))
  }
  const fieldsOf = (row: Record<string, Value>) =>
    Object.entries(labels)
      .filter(([name]) => row[name] !== null && row[name] !== "")
      .map(([name, label]) => `<dt>${escapeHtml(label[locale])}</dt><dd>${shown(name, row[name])}</dd>`)
      .join("")
  return rows.map((row) => `<dl>${fieldsOf(row)}</dl>`).join("")
}
