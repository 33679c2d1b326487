import { expect, it } from "vitest"
import { PARTS, partsIn } from "../../web/elements/parts.ts"

const all = PARTS.flatMap(([part, names]) => names.map((name) => [name, part] as const))

it.each(all)("finds %s with a value, without one and at the end of a tag", (name, part) => {
  for (const html of [`<p ${name}="1">`, `<p ${name} id="x">`, `<p id="x" ${name}>`])
    expect(partsIn(html)).toEqual([part])
})

it("takes no name for another that begins like it, and names each part once, in their order", () => {
  expect(partsIn('<p data-live-small="" data-keeper xdata-keep="1">')).toEqual([])
  expect(partsIn('<p data-timer data-live="x"><p data-markdown><p data-keep="y">')).toEqual([
    "forms",
    "live",
    "sending",
  ])
})
