import { describe, expect, it } from "vitest"
import { differing } from "../../web/layout/differing.ts"
import { expectQuick } from "../support/cpu.ts"

/** `-…-` stands only in the saved text, `+…+` only in mine. */
const marked = (saved: string, mine: string) =>
  differing(saved, mine)
    .map((part) =>
      part.in === "both" ? part.text : part.in === "saved" ? `-${part.text}-` : `+${part.text}+`,
    )
    .join("")

describe("two versions of a text", () => {
  it.each([
    ["Ab Mai.", "Ab Mai.", "Ab Mai."],
    ["Ab Mai gilt es.", "Ab Juni gilt es.", "Ab -Mai-+Juni+ gilt es."],
    ["eins\nzwei\ndrei", "eins\nvier\ndrei", "eins\n-zwei-+vier+\ndrei"],
    ["eins\ndrei", "eins\nzwei\ndrei", "eins\n+zwei\n+drei"],
    ["eins\r\nzwei", "eins\nzwei", "eins\nzwei"],
    ["", "neu", "+neu+"],
    ["alt", "", "-alt-"],
    ["§ 21 Abs. 1", "§ 21 Abs. 2", "§ 21 Abs. -1-+2+"],
  ])("%j and %j differ as %j", (saved, mine, expected) => expect(marked(saved, mine)).toBe(expected))

  it("lose nothing, however different and long they are, and take no time", () => {
    const saved = Array.from({ length: 2_900 }, (_, at) => `Zeile ${(at * 7919) % 2_903}`).join("\n")
    const mine = Array.from({ length: 2_900 }, (_, at) => `Satz ${(at * 104_729) % 2_903}`).join("\n")
    const parts = differing(saved, mine)
    expectQuick(() => differing(saved, mine), 2_000)
    const of = (side: "saved" | "mine") =>
      parts
        .filter((part) => part.in === "both" || part.in === side)
        .map(({ text }) => text)
        .join("")
    expect(of("saved")).toBe(saved)
    expect(of("mine")).toBe(mine)
  })
})
