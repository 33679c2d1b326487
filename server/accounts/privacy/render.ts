import type { Locale } from "../../kernel/actor.ts"
import { type CatalogueEntry, isPersonal, type PersonalEntry } from "./entries.ts"
import { PRIVACY_TEXTS } from "./texts.ts"

/** `docs/privacy.md`: German first, because those who decide by it read German; the same in English below. */
export function renderPrivacy(catalogue: CatalogueEntry[]): string {
  const halves = (["de", "en"] as const).map((locale) => half(catalogue, locale))
  return `${PRIVACY_TEXTS.notice}\n\n${halves.join("\n\n")}\n`
}

function half(catalogue: CatalogueEntry[], locale: Locale): string {
  const texts = PRIVACY_TEXTS[locale]
  const table = [
    `| ${texts.columns.join(" | ")} |`,
    `|${" --- |".repeat(texts.columns.length)}`,
    ...catalogue.filter(isPersonal).map((entry) => row(entry, locale)),
  ]
  return [
    `# ${texts.title}`,
    texts.introduction,
    `## ${texts.stored}`,
    table.join("\n"),
    ...texts.sections.flatMap(({ title, paragraphs }) => [`## ${title}`, ...paragraphs]),
    `## ${texts.impersonal}`,
    impersonalTables(catalogue).join(", "),
  ].join("\n\n")
}

function row({ table, columns, ...entry }: PersonalEntry, locale: Locale): string {
  const cells = [entry.field, entry.purpose, entry.readers, entry.retention].map((text) => text[locale])
  return `| ${[...cells, `\`${table}\`: ${columns.join(", ")}`].map(escapeCell).join(" | ")} |`
}

/** Tables without any personal column. */
function impersonalTables(catalogue: CatalogueEntry[]): string[] {
  const personal = new Set(catalogue.filter(isPersonal).map(({ table }) => table))
  const others = catalogue.map(({ table }) => table).filter((table) => !personal.has(table))
  return [...new Set(others)].sort().map((table) => `\`${table}\``)
}

const escapeCell = (text: string) => text.replaceAll("|", "\\|")
