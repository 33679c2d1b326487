import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { addCategory, release } from "../forum/town.ts"
import type { Person, World } from "../support/world.ts"
import { describeInBrowser, openBrowser, openPage, openServedWorld, type Visit, visit } from "./support.ts"

/** The main job, ask → answer → mark, as people do it who have no mouse, or no JavaScript. */
describeInBrowser("the main job", () => {
  let world: World
  let browser: Browser
  let mueller: Person
  let vogt: Person
  let category: string

  beforeAll(async () => {
    world = await openServedWorld()
    const clerks = await world.department("Wohngeldstelle")
    const law = await world.department("Grundsatz und Recht")
    mueller = await world.person("Sabine Müller", ["clerk"], [clerks])
    vogt = await world.person("Katrin Vogt", ["specialist"], [law])
    const editor = await world.person("Redaktion", ["editor", "lead"], [clerks])
    category = await addCategory(editor.agent, { name: "Miete und Belastung", responsibleId: law })
    await addCategory(editor.agent, { name: "Antrag", responsibleId: law })
    await release(editor.agent)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await world.close()
  })

  const open = async (person: Person, path: string, how: Visit) =>
    openPage(await visit(browser, world, person, how), path)

  it("goes from question to mark with the keyboard alone", async () => {
    const asking = await open(mueller, "/", {})
    await press(asking, "Tab")
    expect(await focused(asking)).toContain("Zum Inhalt springen")
    await tabTo(asking, "Frage stellen")
    await follow(asking, /\/fragen\/neu/)
    await tabTo(asking, "Miete und Belastung")
    await follow(asking, /kategorie=/)
    await tabTo(asking, "Titel")
    await asking.keyboard.type("Mieterhöhung: Ab wann gilt sie?")
    await tabTo(asking, "Text")
    await asking.keyboard.type("Die Miete steigt ab März. Ab welchem Monat rechnen wir neu?")
    await tabTo(asking, "veröffentlichen")
    await follow(asking, /\/fragen\/[0-9a-f-]{36}/)
    expect(await asking.locator("main").innerText()).toContain("Ihre Frage ist veröffentlicht")

    const answering = await open(vogt, "/offene-fragen", {})
    await tabTo(answering, "Mieterhöhung: Ab wann gilt sie?")
    await follow(answering, /\/fragen\/[0-9a-f-]{36}/)
    await tabTo(answering, "Ihre Antwort")
    await answering.keyboard.type("Kurz: ab dem Ersten des Monats der Erhöhung.")
    await tabTo(answering, "Antwort veröffentlichen")
    await follow(answering, /hinweis=answered/)

    await asking.reload()
    expect(await asking.locator("main").innerText()).toContain("Antwort der Fachabteilung")
    await tabTo(asking, "Beantwortet meine Frage")
    await follow(asking, /hinweis=accepted/)
    expect([...asking.faults, ...answering.faults]).toEqual([])
  })

  it("goes from question to mark without JavaScript, on a phone, and loses nothing on a mistake", async () => {
    const how: Visit = { javaScript: false, viewport: "phone" }
    const asking = await open(mueller, `/fragen/neu?kategorie=${category}`, how)
    await asking.getByLabel("Text", { exact: true }).fill("Frau Muster fragt, wer die Heizkosten trägt.")
    await asking.getByRole("button", { name: /veröffentlichen/ }).click()
    const summary = asking.locator("#fehler")
    expect(await summary.innerText()).toContain("Titel")
    expect(await asking.getByLabel("Text", { exact: true }).inputValue()).toContain("Frau Muster fragt")
    await summary.getByRole("link").first().click()
    expect(asking.url()).toContain("#feld-title")
    await asking.getByLabel("Titel").fill("Heizkosten: Wer trägt sie?")
    await asking
      .getByRole("button", { name: /veröffentlichen/ })
      .first()
      .click()
    expect(await asking.locator("main").innerText()).toContain("[Name]")
    await asking.getByRole("button", { name: /schwärzen und/i }).click()
    expect(asking.url()).toMatch(/\/fragen\/[0-9a-f-]{36}/)
    expect(await asking.locator("main").innerText()).toContain("Frau [Name] fragt")

    const answering = await open(vogt, "/offene-fragen", how)
    await answering
      .getByRole("button", { name: /Übernehmen/ })
      .first()
      .click()
    await answering.goto(new URL(asking.url()).pathname)
    await answering.getByLabel("Ihre Antwort").fill("Ab dem Ersten des Monats.")
    await answering.getByRole("button", { name: "Antwort veröffentlichen" }).click()
    expect(await answering.locator("main").innerText()).toContain("Ihre Antwort ist veröffentlicht")

    await asking.reload()
    await asking.getByRole("button", { name: /Beantwortet meine Frage/ }).click()
    expect(await asking.locator("main").innerText()).toContain("beantwortet")
  })
})

/** The enter key on what has the focus, and the page that it leads to. */
async function follow(page: Page, address: RegExp): Promise<void> {
  await press(page, "Enter")
  await page.waitForURL(address)
}

const press = (page: Page, key: string) => page.keyboard.press(key)

/** What has the focus, as a person hears it: its own words or its label. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    const labels =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? [...(element.labels ?? [])]
        : []
    return [
      element?.getAttribute("aria-label"),
      ...labels.map((label) => label.textContent),
      element?.textContent,
    ]
      .filter(Boolean)
      .join(" ")
      .trim()
  })

/** Presses the tab key until what is named has the focus, and checks that the focus can be seen and is not covered. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let n = 0; n < 120; n += 1) {
    await press(page, "Tab")
    const words = await focused(page)
    if (!words.includes(name)) continue
    const covered = await page.evaluate(() => {
      const element = document.activeElement
      if (!element) return true
      const { left, top, width, height } = element.getBoundingClientRect()
      const found = document.elementFromPoint(left + Math.min(width / 2, 20), top + Math.min(height / 2, 12))
      return !found || !(element.contains(found) || found.contains(element))
    })
    expect(covered, `${name} is covered`).toBe(false)
    return
  }
  throw new Error(`the tab key does not reach "${name}"`)
}
