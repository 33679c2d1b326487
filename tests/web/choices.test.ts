import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it, test } from "vitest"
import { faultMessage, fieldErrors } from "../../web/forms.ts"
import { de, en } from "../../web/texts/index.ts"

const PAGES = join(import.meta.dirname, "../../web/pages")
const sources = readdirSync(PAGES, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".tsx"))
  .map((path) => ({ path, source: readFileSync(join(PAGES, path), "utf8") }))

/**
 * Lists in which nothing can be wrong: filters, those that may stay empty, those of which one is always chosen, and those
 * that are named by a row of a table and said there.
 */
const NEVER_WRONG = [
  ...[
    "kategorie",
    "zustand",
    "uebernommen",
    "sortierung",
    "action",
    "parentId",
    "responsibleId",
    "replacesId",
  ],
  ...["about", "managerId", "peerId", "competence", "projectId", "new.after", "land", "deleteCertificates"],
]

/** Every `<Field>` that is a list or a group of radio buttons, by its name. */
function groupsIn(source: string): { name: string; isOptional: boolean }[] {
  return [...source.matchAll(/<Field\b(?:[^<]|<(?!Field))*?\/>/g)].flatMap(([field]) => {
    if (!/type="(?:radios|select)"/.test(field)) return []
    const name = /name="([^"]+)"|(?:plain|common|shared)\((?:shown, )?"([^"]+)"/.exec(field)
    return [{ name: name?.[1] ?? name?.[2] ?? "", isOptional: /^\s*optional\b/m.test(field) }]
  })
}

const named = sources.flatMap(({ path, source }) => groupsIn(source).map((group) => ({ path, ...group })))

describe("where something has to be chosen", () => {
  it("is known of every list and every group of radio buttons", () => {
    expect(named.length).toBeGreaterThan(30)
    const sentences = Object.keys(de.errors.choices).map((key) => key.split(".").at(-1))
    const missing = named.filter(
      ({ name, isOptional }) =>
        name && !isOptional && !NEVER_WRONG.includes(name) && !sentences.includes(name),
    )
    expect(missing).toEqual([])
  })

  it.each(Object.keys(de.errors.choices))("%s has a sentence of its own in both languages", (key) => {
    const [form, name] = key.includes(".") ? key.split(".") : [undefined, key]
    for (const t of [de, en]) {
      const sentences: Record<string, string> = t.errors.choices
      for (const code of ["choice", "required", "type", "format"])
        expect(fieldErrors(t, [{ field: name ?? "", code }], form)).toEqual([
          { field: name, message: sentences[key] },
        ])
      expect(sentences[key]).toMatch(t === de ? /^Bitte wählen Sie,? .+\.$/ : /^Please choose .+\.$/)
    }
    const all = Object.values(de.errors.choices)
    expect(all.filter((one) => one === (de.errors.choices as Record<string, string>)[key])).toHaveLength(1)
  })

  test("a form that calls its fields by longer names says the same", () =>
    expect(faultMessage(de, "Ihre Antwort", { field: "answer", code: "choice" }, "agreement")).toBe(
      "Bitte wählen Sie, wie Sie antworten.",
    ))

  test("a text of the same name elsewhere is no choice", () =>
    expect(fieldErrors(de, [{ field: "answer", code: "required" }])[0]?.message).toBe(
      "Antwort: Bitte füllen Sie dieses Feld aus.",
    ))

  test("what was chosen and is too long or too many is told as before", () =>
    expect(fieldErrors(de, [{ field: "roles", code: "too-many", limit: 3 }])[0]?.message).toBe(
      "Rollen: Es sind höchstens 3 möglich.",
    ))
})
