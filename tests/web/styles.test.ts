import { readFileSync } from "node:fs"
import { join } from "node:path"
import { compileString } from "sass"
import { describe, expect, it } from "vitest"

const folder = join(import.meta.dirname, "../../web/styles")

type Rule = { selector: string; body: string; isForced: boolean }

/** What stands between braces, with the selector before it; of what surrounds it only forced colours matter. */
function readRules(css: string): Rule[] {
  const rules: Rule[] = []
  const around: string[] = []
  for (const { groups = {} } of css.matchAll(/(?<head>[^{};]+)\{(?:(?<body>[^{}]*)\})?|(?<end>\})/g)) {
    const { head, body } = groups
    if (head === undefined) around.pop()
    else if (body === undefined) around.push(head)
    else
      rules.push({
        selector: head.trim(),
        body,
        isForced: around.some((one) => one.includes("forced-colors")),
      })
  }
  return rules
}

/** All styles of ours, without KERN's. */
function readOurs(): Rule[] {
  const main = readFileSync(join(folder, "main.scss"), "utf8").replace('@use "kern";', "")
  return readRules(compileString(main, { loadPaths: [folder] }).css)
}

const STATE =
  /:checked|:target|\[aria-(current|pressed|selected|checked)|__chosen|--(now|next|chosen|current)\b/
/** What is left of a look when the system forces its colours. */
const LASTS =
  /(^|[\s;])(border(-(left|top|bottom|right|width|style))?|outline|text-decoration|content|appearance)\s*:/
const GOES = /(^|[\s;])(background|box-shadow)[a-z-]*\s*:/

/** States that are shown by a background or a shadow, and in forced colours by nothing. */
function findStatesByColour(rules: Rule[]): string[] {
  const parts = ({ selector }: Rule) => selector.split(",").map((one) => one.trim())
  const lasting = rules.filter(({ body }) => LASTS.test(body))
  const lasts = new Set(lasting.flatMap(parts))
  // In forced colours a part is drawn anew, in all its states.
  const drawn = lasting.filter(({ isForced }) => isForced).flatMap(parts)
  return rules
    .filter(({ body, isForced }) => !isForced && GOES.test(body))
    .flatMap(parts)
    .filter((one) => STATE.test(one) && !/::(before|after)/.test(one))
    .filter((one) => !lasts.has(one) && !drawn.some((whole) => one.startsWith(whole)))
}

const findTransparentLines = (rules: Rule[]) =>
  rules
    .filter(({ body }) => /(border|outline)[a-z-]*:[^;]*transparent/.test(body))
    .map(({ selector }) => selector)

/** Only who clicks sees no line around what has the focus. */
const findHiddenFocus = (rules: Rule[]) =>
  rules
    .filter(({ body }) => /outline:\s*(none|0)/.test(body))
    .filter(({ selector }) => !/:focus:not\(:focus-visible\)|main:focus/.test(selector))
    .map(({ selector }) => selector)

describe("in colours that the system forces", () => {
  const ours = readOurs()

  it("are read at all", () => expect(ours.length).toBeGreaterThan(400))

  it("every state is told by more than a background or a shadow", () => {
    expect(findStatesByColour(ours)).toEqual([])
    const planted = readRules(
      ".a { color: red } .tab[aria-current] { background: blue } .b:target { box-shadow: none }",
    )
    expect(findStatesByColour(planted)).toEqual([".tab[aria-current]", ".b:target"])
  })

  it("no line is transparent, because every line is seen", () => {
    expect(findTransparentLines(ours)).toEqual([])
    expect(findTransparentLines(readRules(".tab { border-bottom: 3px solid transparent }"))).toEqual([".tab"])
  })

  it("the focus is a line, never taken away from who uses the keyboard", () => {
    expect(findHiddenFocus(ours)).toEqual([])
    expect(findHiddenFocus(readRules("@media screen { .a:focus-visible { outline: none } }"))).toEqual([
      ".a:focus-visible",
    ])
  })
})
