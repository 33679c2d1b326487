import { describe, expect, it } from "vitest"
import { forgetKept, readKept, sweepKept, writeKept } from "../../web/elements/kept-texts.ts"
import { isHint, waitFor } from "../../web/elements/live-socket.ts"
import { code, type Edit, link, markLines, surround } from "../../web/elements/markdown-edit.ts"
import { compare, labelFor, readState, standingIn } from "../../web/elements/thread-changes.ts"
import { elements as de } from "../../web/texts/de/elements.ts"
import { elements as en } from "../../web/texts/en/elements.ts"

/** `‹` and `›` stand for the ends of the selection, before and after. */
function apply(marked: string, edit: (value: string, from: number, to: number) => Edit): string {
  const from = marked.indexOf("‹")
  const to = marked.indexOf("›") - 1
  const value = marked.replace(/[‹›]/g, "")
  const { from: start, to: end, text, select } = edit(value, from, to)
  const after = value.slice(0, start) + text + value.slice(end)
  return `${after.slice(0, select[0])}‹${after.slice(...select)}›${after.slice(select[1])}`
}

describe("the toolbar above a text", () => {
  it.each([
    ["Die ‹Miete› steigt", "Die **‹Miete›** steigt"],
    ["Die **‹Miete›** steigt", "Die ‹Miete› steigt"],
    ["Die ‹**Miete**› steigt", "Die ‹Miete› steigt"],
    ["Die‹ Miete ›steigt", "Die **‹Miete›** steigt"],
    ["Die ‹›steigt", "Die **‹Text›**steigt"],
  ])("makes %s to %s and back", (before, after) => {
    expect(apply(before, (value, from, to) => surround(value, from, to, "**", "Text"))).toBe(after)
  })

  it.each([
    ["list", "Erstens\n‹Miete\nHeizung›", "Erstens\n\n‹- Miete\n- Heizung›"],
    ["list", "‹- Miete\n- Heizung›", "‹Miete\nHeizung›"],
    ["numbers", "‹Miete\n\nHeizung›", "‹1. Miete\n\n2. Heizung›"],
    ["numbers", "Mi‹›ete", "1. Miete‹›"],
    ["quote", "‹Er schrieb\n›Ich meine", "‹> Er schrieb›\n\nIch meine"],
    ["list", "‹›", "- ‹›"],
    ["list", "‹- 50,00 Euro›", "‹- - 50,00 Euro›"],
    ["list", "‹- Miete›", "‹Miete›"],
    ["numbers", "‹15. Mai›", "‹1. 15. Mai›"],
    ["quote", "‹> 15 Prozent›", "‹> > 15 Prozent›"],
    ["numbers", "Davor\n‹eins›", "Davor\n\n‹1. eins›"],
  ] as const)("marks lines as %s: %j becomes %j", (kind, before, after) => {
    expect(apply(before, (value, from, to) => markLines(value, from, to, kind))).toBe(after)
  })

  it("marks every line of a selection in bold, as marks end with their line", () =>
    expect(apply("‹eins\n\n  zwei ›", (value, from, to) => surround(value, from, to, "**", "Text"))).toBe(
      "‹**eins**\n\n  **zwei**› ",
    ))

  it.each([
    ["Siehe ‹Merkblatt›", "Siehe [Merkblatt](‹https://›)"],
    ["Siehe ‹https://example.org/a›", "Siehe [‹Text›](https://example.org/a)"],
    ["Siehe ‹›", "Siehe [‹Text›](https://)"],
  ])("makes a link of %s", (before, after) => {
    expect(apply(before, (value, from, to) => link(value, from, to, "Text"))).toBe(after)
  })

  it("makes a block of several lines of code and a mark of one word", () => {
    expect(apply("‹A12›", (value, from, to) => code(value, from, to, "Text"))).toBe("`‹A12›`")
    expect(apply("Fehler:\n‹A\nB›", (value, from, to) => code(value, from, to, "Text"))).toBe(
      "Fehler:\n‹```\nA\nB\n```›",
    )
  })
})

describe("a text that was not sent", () => {
  it("is kept for a week, and longer for nobody", () => {
    const storage = memory()
    const then = Date.parse("2026-03-01T10:00:00Z")
    const day = 24 * 3600 * 1000
    expect(writeKept(storage, "frage", [["body", "Ab wann?"]], then)).toBe(true)
    expect(readKept(storage, "frage", then + 6 * day)?.values).toEqual([["body", "Ab wann?"]])
    expect(readKept(storage, "frage", then + 8 * day)).toBeNull()
    sweepKept(storage, "old", then + 8 * day)
    expect(storage.length).toBe(0)
  })

  it("goes with the session, and nothing else with it", () => {
    const storage = memory({ andere: "Einstellung" })
    writeKept(storage, "frage", [["body", "Ab wann?"]])
    writeKept(storage, "antwort-1", [["body", "Ab Mitteilung."]])
    forgetKept(storage, "frage")
    expect(readKept(storage, "frage")).toBeNull()
    sweepKept(storage, "all")
    expect(readKept(storage, "antwort-1")).toBeNull()
    expect(storage.getItem("andere")).toBe("Einstellung")
  })

  it("is nothing where the browser stores nothing, or something else", () => {
    expect(writeKept(null, "frage", [["body", "Ab wann?"]])).toBe(false)
    expect(readKept(null, "frage")).toBeNull()
    for (const odd of ["", "{", "3", '{"at":"gestern","values":[]}', '{"at":9e15,"values":[["a",3]]}'])
      expect(readKept(memory({ "ff-keep:frage": odd }), "frage")).toBeNull()
    const full = memory()
    full.setItem = () => {
      throw new DOMException("full", "QuotaExceededError")
    }
    expect(writeKept(full, "frage", [["body", "Ab wann?"]])).toBe(false)
  })
})

describe("what an open thread offers", () => {
  const post = (id: string, kind: string, version = 1) => ({ id, kind, version })
  const before = readState({ version: 1, items: [post("a", "answer"), post("c", "comment")], standing: null })
  it.each([
    [[], 1, null],
    [[post("b", "answer")], 1, "1 neue Antwort anzeigen"],
    [[post("b", "answer"), post("d", "answer")], 1, "2 neue Antworten anzeigen"],
    [[post("d", "comment")], 1, "1 neuen Kommentar anzeigen"],
    [[post("b", "answer"), post("d", "comment")], 1, "1 neue Antwort und 1 neuen Kommentar anzeigen"],
    [[], 2, "Der Beitrag wurde geändert – neu anzeigen"],
  ])("after %j in version %i is %s", (added, version, label) => {
    const changes = compare(before, { ...before, version, posts: [...before.posts, ...added] })
    expect(labelFor(changes, de.live)).toBe(label)
  })

  it("notices an edited and a vanished post", () => {
    const edited = { ...before, posts: [post("a", "answer", 2), post("c", "comment")] }
    expect(labelFor(compare(before, edited), en.live)).toBe(en.live.changed)
    expect(compare(before, { ...before, posts: [post("a", "answer")] })).toMatchObject({
      added: [],
      isChanged: true,
    })
  })

  it("says that the department asked back, that it was replied to, and that the question moved on", () => {
    const at = (standing: object, posts = before.posts) =>
      readState({ version: 1, items: posts, standing: { state: "open", takenById: null, ...standing } })
    const open = at({})
    const asking = at({ state: "asked-back", askedBackId: "q" }, [...before.posts, post("q", "comment")])
    const replied = at({}, [...asking.posts, post("r", "comment")])
    expect(labelFor(compare(open, asking), de.live)).toBe(
      "Die Fachabteilung hat eine Rückfrage gestellt. Anzeigen",
    )
    expect(labelFor(compare(asking, replied), de.live)).toBe(de.live.replied)
    expect(labelFor(compare(asking, at({ state: "open" }, asking.posts)), de.live)).toBe(de.live.moved)
    expect(labelFor(compare(open, at({ state: "in-progress", takenById: "p" })), de.live)).toBe(de.live.moved)
    expect(labelFor(compare(open, at({})), de.live)).toBeNull()
    expect(standingIn("asked-back  d q").askedBackId).toBe("q")
    expect(standingIn("asked-back  d q").text).toBe(
      at({ state: "asked-back", responsibleId: "d", askedBackId: "q" }).standing.text,
    )
  })

  it("reads only what the API answers", () => {
    expect(readState({ version: 2, items: [post("a", "answer"), { id: 3 }] }).posts).toHaveLength(1)
    expect(() => readState({ items: [] })).toThrow()
    expect(() => readState(null)).toThrow()
  })
})

describe("a lost live connection", () => {
  it("comes back after one second at first, scattered, and never waits longer than half a minute", () => {
    expect(waitFor(0, 0)).toBe(1000)
    expect(waitFor(3, 0)).toBe(4000)
    expect(waitFor(3, 1)).toBe(8000)
    expect(waitFor(50, 1)).toBe(30_000)
  })

  it("takes a change and a confirmed subscription for a hint, and nothing else", () => {
    expect(isHint('{"channel":"thread","id":"1"}')).toBe(true)
    expect(isHint('{"subscribed":"thread","id":"1"}')).toBe(true)
    for (const odd of ['{"refused":"thread","id":"1"}', "nonsense", "null", "3"])
      expect(isHint(odd)).toBe(false)
  })
})

function memory(entries: Record<string, string> = {}): Storage {
  const map = new Map(Object.entries(entries))
  return {
    get length() {
      return map.size
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    clear: () => map.clear(),
  }
}
