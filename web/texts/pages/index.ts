import { readFileSync } from "node:fs"
import type { Locale } from "../../../server/kernel/actor.ts"
import { ACCESSIBILITY_RUNS } from "../../../server/papers/index.ts"

/** A page in both languages, with the same structure; an editor writes it as Markdown. */
const page = (name: string) => ({ de: textOf(name, "de"), en: textOf(name, "en") })

const textOf = (name: string, locale: Locale) =>
  readFileSync(new URL(`./${name}.${locale}.md`, import.meta.url), "utf8")
    .trimEnd()
    .replaceAll("\r\n", "\n")

export const help = page("help")

/** Default text; an operator must replace it: everything in brackets is a placeholder. */
export const imprint = page("imprint")

/** Default text. It describes what the software does; who is responsible and why it may, the operator completes. */
export const privacy = page("privacy")

/**
 * Default text after section 12b BGG, section 7 BITV 2.0 and Implementing Decision (EU) 2018/1523; the operator
 * completes the brackets. What is checked with each change stands where the text has `{checks}`.
 */
export const accessibility = withChecks(page("accessibility"))

function withChecks({ de, en }: Record<Locale, string>): Record<Locale, string> {
  const runs = Object.values(ACCESSIBILITY_RUNS)
  const listOf = (locale: Locale) => runs.map(({ words }) => `- ${words[locale]}`).join("\n")
  return { de: de.replace("{checks}", listOf("de")), en: en.replace("{checks}", listOf("en")) }
}
