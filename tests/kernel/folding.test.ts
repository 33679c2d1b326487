import { describe, expect, test } from "vitest"
import { foldLooks, foldLooksWithPlaces, placeInOriginal } from "../../server/kernel/folding.ts"

const CASES = [
  ["Last\u00aden\u00adzu\u00adschuss", "Lastenzuschuss"],
  ["\ufeffWohn\u200bgeld\u2060stelle\u200d", "Wohngeldstelle"],
  ["WG\u20112026\u201300918", "WG-2026-00918"],
  ["50\u22122", "50-2"],
  ["D\u2019Angelo, D\u02bcAngelo, D\u00b4Angelo, D`Angelo", "D'Angelo, D'Angelo, D'Angelo, D'Angelo"],
  ["10\u202f000\u00a0Euro", "10 000 Euro"],
  ["P\ufb02icht zu 25 m\u00b2", "Pflicht zu 25 m2"],
  ["Mu\u0308ller", "M\u00fcller"],
  ["Mu\u00ad\u0308ller", "M\u00fcller"],
  ["Wohngeld nach § 21 für Müller\n\tStraße", "Wohngeld nach § 21 für Müller\n\tStraße"],
  ["ﬁ\u00ad", "fi"],
  ["", ""],
] as const

describe("what looks the same", () => {
  test.each(CASES)("%j is %j", (typed, folded) => {
    expect(foldLooks(typed)).toBe(folded)
    expect(foldLooksWithPlaces(typed).text).toBe(folded)
  })

  test("is found where it was typed, with what is invisible in it", () => {
    const typed = "Frau Kacz\u00admarow\u00adski\u2019s"
    const folded = foldLooksWithPlaces(typed)
    const at = folded.text.indexOf("Kaczmarowski")
    const { start, end } = placeInOriginal(folded, at, at + "Kaczmarowski".length)
    expect(typed.slice(start, end)).toBe("Kacz\u00admarow\u00adski")
  })

  test("a ligature is taken whole", () => {
    const folded = foldLooksWithPlaces("Pﬂicht")
    expect(folded.text).toBe("Pflicht")
    expect(placeInOriginal(folded, 1, 2)).toEqual({ start: 1, end: 2 })
  })
})
