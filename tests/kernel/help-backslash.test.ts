import { expect, test } from "vitest"
import { textOfHtml } from "../../server/kernel/html-text.ts"
import { renderMarkdown } from "../../server/kernel/markdown.ts"
import { help } from "../../web/texts/pages/index.ts"

/** What the help promises of a backslash, sign by sign, and what the grammar does. */
test.each([
  ["\\*so*", "*so*"],
  ["\\_so_", "_so_"],
  ["\\~~so~~", "~~so~~"],
  ["\\[so](/hilfe)", "[so](/hilfe)"],
  ["\\`so`", "`so`"],
  ["\\# so", "# so"],
  ["\\> so", "> so"],
  ["\\- so", "- so"],
  ["| a | b |\n|---|---|\n| x \\| y | z |", "a | b\nx | y | z"],
  ["C:\\_alt\\#1", "C:\\_alt\\#1"],
  ["\\\\server\\*.doc", "\\\\server\\*.doc"],
  ["\\", "\\"],
])("%j is shown as %j", (typed, shown) => expect(textOfHtml(renderMarkdown(typed, "text"))).toBe(shown))

test("the help names what a backslash does, and its own examples of paths are whole", () => {
  for (const [locale, paths] of [
    ["de", ["C:\\_alt\\#1", "\\\\server\\*.doc", "\\\\server\\ablage"]],
    ["en", ["C:\\_old\\#1", "\\\\server\\*.doc", "\\\\server\\folder"]],
  ] as const) {
    const text = textOfHtml(renderMarkdown(help[locale], "text"))
    for (const path of paths) expect(text).toContain(path)
    expect(text).toContain(
      locale === "de"
        ? "umgekehrten Schrägstrich \\ davor: Aus \\*so* wird *so*."
        : "a backslash \\ before it: \\*so* becomes *so*.",
    )
  }
})
