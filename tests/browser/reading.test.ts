import type { Browser, BrowserContext } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { answer, ask, official, openTown, type Town } from "../forum/town.ts"
import { describeInBrowser, openBrowser, openPage, openServedWorld, visit } from "./support.ts"

/** The browser's accessibility tree of the ten main pages, as a screen reader gets it. `--update` after a change that is meant. */
describeInBrowser("What a screen reader finds", () => {
  let town: Town
  let browser: Browser
  let question: string
  const contexts = new Map<string, BrowserContext>()

  beforeAll(async () => {
    town = await openTown(openServedWorld())
    const { mueller, vogt, huber } = town.people
    question = await ask(mueller, town.categories.open)
    await answer(vogt, question, official)
    await answer(huber, question)
    await mueller.agent
      .post("/api/best-practices", {
        categoryId: town.categories.practices,
        title: "Ein Ablauf für Rückfragen",
        situation: "Rückfragen kamen einzeln",
        approach: "Wir sammeln sie",
        result: "",
        pitfalls: "",
        contact: "",
      })
      .expect(201)
    await town.catchUp()
    browser = await openBrowser()
    for (const person of [mueller, vogt]) contexts.set(person.name, await visit(browser, town, person))
    contexts.set("niemand", await visit(browser, town, null))
  })
  afterAll(async () => {
    await browser.close()
    await town.close()
  })

  it.each([
    ["anmelden", "niemand", () => "/anmelden"],
    ["start", "Sabine Müller", () => "/"],
    ["fragen", "Sabine Müller", () => "/fragen"],
    ["frage", "Sabine Müller", () => `/fragen/${question}`],
    ["frage-stellen", "Sabine Müller", () => `/fragen/neu?kategorie=${town.categories.open}`],
    ["suche", "Sabine Müller", () => "/suche?q=Mitteilung"],
    ["benachrichtigungen", "Sabine Müller", () => "/benachrichtigungen"],
    ["gute-praxis", "Sabine Müller", () => "/gute-praxis"],
    ["ankuendigungen", "Sabine Müller", () => "/ankuendigungen"],
    ["offene-fragen", "Ina Vogt", () => "/offene-fragen"],
  ])("is read as it was agreed: %s", async (name, who, path) => {
    const tree = await treeOf(who, path(), "main")
    await expect(`${withoutChance(tree)}\n`).toMatchFileSnapshot(`reading/${name}.yaml`)
  })

  it("has the same menu and the same help at the same place on every page", async () => {
    for (const part of ["navigation", "contentinfo"] as const) {
      const start = await treeOf("Sabine Müller", "/", part)
      expect(start).toContain(part === "contentinfo" ? "Hilfe" : "Fachfragen")
      for (const path of ["/fragen", `/fragen/${question}`, "/suche?q=Mitteilung", "/profil"])
        expect(await treeOf("Sabine Müller", path, part), `${part} of ${path}`).toBe(start)
    }
  })

  async function treeOf(
    who: string,
    path: string,
    part: "main" | "navigation" | "contentinfo",
  ): Promise<string> {
    const context = contexts.get(who)
    if (!context) throw new Error(`nobody is called ${who}`)
    const page = await openPage(context, path)
    const tree = await page.getByRole(part, part === "navigation" ? MENU : {}).ariaSnapshot()
    await page.close()
    return tree
  }
})

const MENU = { name: "Hauptnavigation" }

/** Days, ids and what is counted from the clock differ from run to run. */
const withoutChance = (tree: string) =>
  tree
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<id>")
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, "<address>")
    .replaceAll(/\b\d{2}\.\d{2}\.\d{4}(, \d{2}:\d{2})?/g, "<day>")
    .replaceAll(/\d{1,2}\. \p{L}+ \d{4}/gu, "<day>")
    .replaceAll(/gerade eben|vor \d+ \p{L}+/gu, "<before>")
