import { describe, expect, test } from "vitest"
import { ACCESSIBILITY_RUNS } from "../../server/papers/index.ts"
import { accessibility } from "../../web/texts/pages/index.ts"

/** What section 12b BGG, section 7 BITV 2.0 and Implementing Decision (EU) 2018/1523 want of a statement. */
describe.each(["de", "en"] as const)("the accessibility statement (%s)", (locale) => {
  const text = accessibility[locale]
  const WANTED = {
    de: [
      "EN 301 549 V3.2.1",
      "§§ 3 und 4 BITV 2.0",
      "**vollständig** vereinbar",
      "**teilweise** vereinbar",
      "**nicht** vereinbar",
      "Unverhältnismäßige Belastung",
      "außerhalb des Anwendungsbereichs",
      "Selbstbewertung",
      "jährlich",
      "spätestens innerhalb eines Monats",
      "Schlichtungsstelle nach § 16 BGG",
    ],
    en: [
      "EN 301 549 V3.2.1",
      "sections 3 and 4 BITV 2.0",
      "**fully** compliant",
      "**partially** compliant",
      "**not** compliant",
      "Disproportionate burden",
      "outside the scope",
      "self-assessment",
      "every year",
      "within one month at the latest",
      "section 16 BGG",
    ],
  }
  test.each(WANTED[locale])("says: %s", (words) => expect(text).toContain(words))

  test("gives a reason and a way out for each exception", () => {
    const [reason, wayOut] = locale === "de" ? ["Grund:", "Ausweg:"] : ["Reason:", "Way out:"]
    expect(text.split(reason).length).toBe(text.split(wayOut).length)
    expect(text.split(reason).length).toBeGreaterThan(2)
  })

  test("lists what is checked with each change", () => {
    for (const { words } of Object.values(ACCESSIBILITY_RUNS)) expect(text).toContain(words[locale])
  })
})
