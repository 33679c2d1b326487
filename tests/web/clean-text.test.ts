import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { plainText } from "../../server/kernel/html-text.ts"
import { writePdf } from "../../server/kernel/pdf.ts"
import { pdfBlocksOf } from "../../server/kernel/pdf-markdown.ts"
import { today } from "../../server/kernel/time.ts"
import { addDays } from "../../server/kernel/workdays.ts"
import { describeAchievement } from "../../server/qualification/badges/achievement.ts"
import { answer, ask, official, openTown, type Town } from "../forum/town.ts"
import { readPdf } from "../support/pdf.ts"

/** All the mark-up that the help names, around words that must arrive. */
const TYPED = [
  "## Ergebnis",
  "Es gilt **wirklich** der *zweite* Satz, ~~nicht~~ der `erste`, siehe [Merkblatt](https://example.org/m).",
  "- Punkt eins\n- [x] Punkt zwei",
  "3. drei",
  "> Zitat",
  "| Jahr | Betrag |\n|---|---|\n| 2026 | 50 Euro |",
].join("\n\n")
/** In the order in which they were typed. */
const WORDS = [
  "Ergebnis",
  "wirklich",
  "zweite",
  "nicht",
  "erste",
  "Merkblatt",
  "Punkt eins",
  "☑ Punkt zwei",
  "3. drei",
]
const MARKUP = /\*\*|##|~~|`|\]\(|\[x\]|\|\s*-{3}|(?<!\p{L})\*\p{L}/u

let town: Town
let id: string
beforeAll(async () => {
  town = await openTown()
  const { mueller, vogt, schoeller } = town.people
  id = await ask(mueller, town.categories.open, { title: "Was geht hinaus?", body: TYPED })
  await answer(vogt, id, { ...official, body: TYPED })
  const second = await ask(mueller, town.categories.open, { title: "Was fragt man zurück?", body: TYPED })
  await vogt.agent.post(`/api/questions/${second}/ask-back`, { body: TYPED }).expect(201)
  await schoeller.agent
    .post("/api/announcements", {
      title: "Ankündigung",
      body: TYPED,
      audience: "all",
      showUntil: addDays(today(), 30),
    })
    .expect(201)
  await town.drain()
  await town.catchUp()
})
afterAll(() => town.close())

const mailAbout = async (title: string) =>
  (await town.mails()).find(({ subject }) => subject.includes(title))?.text ?? ""
const get = async (path: string) => (await town.people.huber.agent.get(path).expect(200)).body
const fileNote = async () => {
  const { text } = await town.people.huber.agent.get(`/fragen/${id}/akte`).expect(200)
  return /<textarea id="akte-text"[^>]*>([^<]*)<\/textarea>/.exec(text)?.[1] ?? ""
}
const pdf = async () =>
  (await readPdf(await writePdf({ title: "Protokoll", lang: "de", blocks: pdfBlocksOf(TYPED) }))).text

/** Where a field in Markdown leaves the page it was rendered for; `whole` where nothing of it is cut off. */
const PLACES: [name: string, whole: boolean, text: () => Promise<string>][] = [
  ["the mail about an answer", true, () => mailAbout("Was geht hinaus?")],
  ["the mail that asks back", true, () => mailAbout("Was fragt man zurück?")],
  ["the note for the file", true, fileNote],
  ["what the search shows", false, async () => JSON.stringify((await get("/api/search?q=Merkblatt")).items)],
  ["the list of announcements", false, async () => JSON.stringify((await get("/api/announcements")).items)],
  ["the minutes as a PDF", true, pdf],
  [
    "the description in a badge",
    true,
    async () => describeAchievement({ programme: "Programm", description: TYPED }, []).description,
  ],
]

describe("what leaves the house holds clean words and no signs of mark-up", () => {
  it.each(PLACES)("%s", async (_name, whole, text) => {
    const found = await text()
    expect(found).not.toMatch(MARKUP)
    const places = WORDS.map((word) => found.replace(/\s+/g, " ").indexOf(word))
    if (whole)
      expect(places).toEqual(places.filter((place) => place >= 0).toSorted((one, other) => one - other))
    else expect(found).toMatch(/wirklich|Ergebnis/)
  })

  it("would be seen in what was typed", () => {
    expect(TYPED).toMatch(MARKUP)
    expect(plainText(TYPED, 1000)).toMatch(MARKUP)
  })
})
