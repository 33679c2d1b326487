import { existsSync, readFileSync, statSync } from "node:fs"
import { basename, join } from "node:path"
import { create } from "fontkit"
import { expect, it } from "vitest"
import { din91379 } from "../../server/kernel/din-91379.ts"
import { icons } from "../../web/assets/icons.ts"
import { KERN } from "../../web/assets/kern-icons.ts"
import { buildAssets } from "../../web/build.ts"

it("gives two that ask at the same time the same files, and then builds no more", async () => {
  const [one, other] = await Promise.all([buildAssets(), buildAssets()])
  expect(other).toEqual(one)
  const manifest = join(one.dir, "manifest.json")
  const written = statSync(manifest).mtimeMs
  const lines: string[] = []
  await buildAssets({ progress: (line) => lines.push(line) })
  expect(lines).toEqual([])
  expect(statSync(manifest).mtimeMs).toBe(written)
})

it("serves everything from our own address, with the licence beside the fonts", async () => {
  const { stylesheet, scripts, icon, fonts, dir } = await buildAssets()
  const all = [scripts.de, scripts.en].flatMap((set) => Object.values(set))
  expect(readFileSync(join(dir, icons.name), "utf8")).toBe(icons.content)
  for (const address of [stylesheet, icon, ...fonts, ...all.flatMap((one) => [one.address, ...one.needs])])
    expect(existsSync(join(dir, basename(address)))).toBe(true)
  const css = readFileSync(join(dir, basename(stylesheet)), "utf8")
  expect(css).not.toMatch(/url\(["']?(https?:|\/\/|data:)/)
  expect(css).toContain('font-family:"Fach Sans"')
  expect(css).toContain("prefers-reduced-motion")
  expect(readFileSync(join(dir, "fonts-OFL.txt"), "utf8")).toContain("SIL OPEN FONT LICENSE Version 1.1")
  expect(readFileSync(join(dir, "fonts-DejaVu.txt"), "utf8")).toContain("Bitstream Vera Fonts Copyright")
})

it("shows the icons of KERN as its package has them", () => {
  const styles = "node_modules/@kern-ux/native/src/scss/core/utilities/_icons.scss"
  const lines = readFileSync(styles, "utf8").split("\n")
  for (const [name, path] of Object.entries(KERN)) {
    const line = lines.find((one) => one.startsWith(`$${name}:`))
    expect(line, name).toContain(`viewBox="0 -960 960 960"`)
    expect(line, name).toContain(`<path d="${path}"/>`)
    expect(icons.content, name).toContain(path)
  }
})

it("has a form for every letter of DIN 91379 in each font, ticks and boxes too, and ordinary pages fetch none of it", async () => {
  const { stylesheet, dir, fonts } = await buildAssets()
  const css = readFileSync(join(dir, basename(stylesheet)), "utf8")
  const stack = [...(css.match(/--ff-sans:([^;]+)/)?.[1] ?? "").matchAll(/"([^"]+)"/g)].map(
    ([, family]) => family,
  )
  const faces = [...css.matchAll(/@font-face\{font-family:"([^"]+)";src:url\("([^"]+)"\)[^}]*?\}/g)].map(
    ([rule, family = "", file = ""]) => ({
      family,
      characters: charactersOf(readFileSync(join(dir, file))),
      range: rule.match(/unicode-range:([^}]+)/)?.[1]?.split(",") ?? null,
      style: `${rule.match(/font-weight:(\d+)/)?.[1]} ${rule.match(/font-style:(\w+)/)?.[1]}`,
    }),
  )
  for (const style of ["400 normal", "600 normal", "400 italic"]) {
    // A family without a slanted or a bold cut lends its upright or its light one.
    const cuts = stack.flatMap((family) => {
      const own = faces.filter((face) => face.family === family)
      return own.find((face) => face.style === style) ?? own[0] ?? []
    })
    const has = (face: (typeof faces)[number], text: string) =>
      [...text].every(
        (one) => face.characters.has(one.codePointAt(0) ?? 0) && (!face.range || isIn(face.range, one)),
      )
    const names = [
      ...din91379("bll"),
      "Ŋ̄",
      "Ḵ̄",
      "Q̌",
      "Ö̃",
      ...din91379("bnlreq"),
      "\u00a0",
      "\u202f",
      "\u2011",
      "\u2009",
    ]
    for (const text of [...names, ..."✓✔✗☐☑☒→⇒≤≥≠①■●⚠"])
      expect(
        cuts.some((face) => has(face, text)),
        `${style} ${text}`,
      ).toBe(true)
    const horned = cuts.find((face) => has(face, "K\u031b"))
    expect(horned?.family, "a horn stands above").toBe("Fach Noto")
    // What the first family has, no page asks another one for.
    for (const text of "Sabine Müller-Großmann, Łukasz Wiśniewski, Çelik: „18 Euro“ – §\u00a011 & 5\u00a0€")
      expect(cuts[0] && has(cuts[0], text), text).toBe(true)
  }
  expect(fonts).toHaveLength(2)
})

function charactersOf(content: Buffer): ReadonlySet<number> {
  const font = create(content)
  if (!("characterSet" in font)) throw new Error("a collection")
  return new Set(font.characterSet)
}

function isIn(range: string[], character: string): boolean {
  const point = character.codePointAt(0) ?? 0
  return range.some((part) => {
    const [from = 0, to = from] = part
      .replace("U+", "")
      .split("-")
      .map((hex) => Number.parseInt(hex, 16))
    return point >= from && point <= to
  })
}
