import { describe, expect, it } from "vitest"
import { continueLine } from "../../web/elements/continue-list.ts"

/** `‹›` stands for the cursor, before and after. */
function enter(marked: string): string {
  const [before = "", chosen = "", rest] = marked.split(/[‹›]/)
  const value = before + chosen + (rest ?? "")
  const edit = continueLine(value, before.length, before.length + chosen.length)
  if (!edit) return "only a line break"
  const after = value.slice(0, edit.from) + edit.text + value.slice(edit.to)
  return `${after.slice(0, edit.select[0])}‹›${after.slice(edit.select[1])}`
}

describe("Enter", () => {
  it.each([
    ["- Miete‹›", "- Miete\n- ‹›"],
    ["- Mie‹›te", "- Mie\n- ‹›te"],
    ["- Miete ‹›und Heizung", "- Miete\n- ‹›und Heizung"],
    ["* Miete\n* Heizung‹›", "* Miete\n* Heizung\n* ‹›"],
    ["1. Miete‹›", "1. Miete\n2. ‹›"],
    ["9. Miete‹›", "9. Miete\n10. ‹›"],
    ["1. Miete‹›\n2. Heizung\n3. Wasser\n\nEnde", "1. Miete\n2. ‹›\n3. Heizung\n4. Wasser\n\nEnde"],
    ["1. Miete‹›\n   - kalt\n2. Heizung", "1. Miete\n2. ‹›\n   - kalt\n3. Heizung"],
    ["1. Miete‹›\n5. Heizung", "1. Miete\n2. ‹›\n5. Heizung"],
    ["- [ ] prüfen‹›", "- [ ] prüfen\n- [ ] ‹›"],
    ["- [x] geprüft‹›", "- [x] geprüft\n- [ ] ‹›"],
    ["- Miete\n  - kalt‹›", "- Miete\n  - kalt\n  - ‹›"],
    ["> Zitat‹›", "> Zitat\n> ‹›"],
    ["> - Punkt‹›", "> - Punkt\n> - ‹›"],
  ])("goes on with the list: %j becomes %j", (before, after) => expect(enter(before)).toBe(after))

  it.each([
    ["- Miete\n- ‹›", "- Miete\n\n‹›"],
    ["1. Miete\n2. ‹›", "1. Miete\n\n‹›"],
    ["- [ ] a\n- [ ] ‹›", "- [ ] a\n\n‹›"],
    ["- Miete\n  - ‹›", "- Miete\n- ‹›"],
    ["1. Miete\n   - ‹›", "1. Miete\n2. ‹›"],
    ["> Zitat\n> ‹›", "> Zitat\n\n‹›"],
    ["- ‹›", "‹›"],
  ])("ends the list on an empty item: %j becomes %j", (before, after) => expect(enter(before)).toBe(after))

  it.each([
    "- 50,00 Euro‹›",
    "+ 20 Euro‹›",
    "15. Mai 2031‹›",
    "31. 12. 2031‹›",
    "> 15 Prozent‹›",
    "Text‹›",
    "a) Text‹›",
    "‹›- Miete",
    "-‹› Miete",
    "```\n- Code‹›",
    "# Titel‹›",
  ])("is only a line break behind %j", (before) => expect(enter(before)).toBe("only a line break"))
})
