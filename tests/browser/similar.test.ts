import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest"
import type { Similar } from "../../server/search/index.ts"
import { ask, openTown, type Town } from "../forum/town.ts"
import {
  describeInBrowser,
  drawn,
  findBarriers,
  holdTime,
  openBrowser,
  openPage,
  openServedWorld,
  type Visit,
  visit,
} from "./support.ts"

/** Longer than the pause in typing after which the page asks, in milliseconds of its own time. */
const PAUSE = 900

describeInBrowser("similar threads while asking", () => {
  let town: Town
  let browser: Browser
  let original: string
  let asked: string[]
  beforeAll(async () => {
    town = await openTown(openServedWorld())
    browser = await openBrowser()
    original = await ask(town.people.huber, town.categories.open, { title: "Mieterhöhung: ab wann?" })
  })
  afterAll(async () => {
    await browser?.close()
    await town?.close()
  })
  beforeEach(() => {
    asked = []
    town.parts.search.similar = async (_, { title, body }) => {
      asked.push(`${title}|${body}`)
      return found(title)
    }
  })

  /** Everything that was written resembles the one question; "zwei" in the title another one as well. */
  function found(title: string): Similar[] {
    const one: Similar = {
      threadId: original,
      kind: "question",
      title: "Mieterhöhung: ab wann?",
      passage: [{ text: `Zu: ${title}`, marked: false }],
      category: "Miete und Belastung",
      state: "answered",
      answered: true,
      official: "Grundsatz und Recht",
      legalStatusDate: "2026-01-01",
      outdated: false,
    }
    return title.includes("zwei") ? [one, { ...one, threadId: town.categories.open }] : [one]
  }

  const open = async (how?: Visit) =>
    openPage(
      await visit(browser, town, town.people.mueller, how),
      `/fragen/neu?kategorie=${town.categories.open}`,
    )
  const list = (page: Page) => page.getByRole("region", { name: "Ähnliche Beiträge" })
  const said = (page: Page, text: string) =>
    page.locator(".kern-sr-only[role=status]", { hasText: text }).waitFor({ state: "attached" })

  it("appear beside the form after a pause and some letters, and are told once", async () => {
    const page = await open({ clock: true })
    await holdTime(page)
    await page.getByLabel("Titel").fill("Miete §")
    await page.clock.runFor(PAUSE)
    await page.getByLabel("Titel").pressSequentially(" erhöht")
    await page.clock.runFor(PAUSE)
    await list(page).waitFor()
    expect(asked).toEqual(["Miete § erhöht|"])
    await page.clock.resume()
    await said(page, "1 ähnlicher Beitrag gefunden")
    const [text, beside] = await Promise.all([
      page.locator("#feld-body").boundingBox(),
      list(page).boundingBox(),
    ])
    expect(beside?.x ?? 0).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0))
    // The same thread with another passage is shown, but not told again.
    await page.evaluate(() => {
      for (const voice of document.querySelectorAll(".kern-sr-only[role=status]")) voice.textContent = ""
    })
    await page.getByLabel("Titel").fill("Miete stark erhöht")
    await list(page).getByText("Zu: Miete stark erhöht").waitFor()
    await page.clock.runFor(PAUSE)
    expect(await page.locator(".kern-sr-only[role=status]").allTextContents()).not.toContain(
      "1 ähnlicher Beitrag gefunden",
    )
    await page.getByLabel("Titel").fill("Miete zwei Mal erhöht")
    await said(page, "2 ähnliche Beiträge gefunden")
    expect(page.faults).toEqual([])
    await page.context().close()
  })

  it("are reached by keyboard from the text, and lead back to it", async () => {
    const page = await open()
    await page.locator("#feld-body").fill("Ab wann gilt die Mieterhöhung?")
    await list(page).waitFor()
    await page.locator("#feld-body").focus()
    for (let stop = 0; stop < 3; stop += 1) {
      await page.keyboard.press("Tab")
      if ((await focusedText(page)) === "Zu den ähnlichen Beiträgen") break
    }
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    expect(await focusedText(page)).toContain("Das beantwortet meine Frage")
    await page.keyboard.press("Tab")
    expect(await focusedText(page)).toBe("Zurück zum Text")
    await page.keyboard.press("Enter")
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("feld-body")
    await page.context().close()
  })

  it("lead to the thread; what was typed is kept until it is discarded", async () => {
    const page = await open()
    await page.getByLabel("Titel").fill("Meine Mieterhöhung")
    await page.locator("#feld-body").fill("Lange geschrieben")
    await list(page).getByRole("link").first().click()
    await page.waitForURL(`**/fragen/${original}`)
    const panel = page.getByRole("region", { name: "Nicht gesendeter Text" })
    await panel.getByText("„Meine Mieterhöhung“").waitFor()
    await panel.getByRole("link", { name: "Weiterschreiben" }).click()
    await page.waitForURL("**/fragen/neu?kategorie=*")
    expect(await page.locator("#feld-body").inputValue()).toBe("Lange geschrieben")
    expect(await panel.count()).toBe(0)
    await list(page).getByRole("link").first().click()
    await panel.getByRole("button", { name: "Verwerfen" }).click()
    await page.goto(`/fragen/neu?kategorie=${town.categories.open}`)
    expect(await page.getByRole("button", { name: "Wiederherstellen" }).count()).toBe(0)
    expect(page.faults).toEqual([])
    await page.context().close()
  })

  it("that come too late, or not at all, disturb nobody", async () => {
    const page = await open()
    const begun = Promise.withResolvers<void>()
    const late = Promise.withResolvers<void>()
    await page.route("**/fragen/aehnlich", async (route) => {
      const { title } = route.request().postDataJSON()
      if (title.includes("fort")) return route.abort()
      if (title.includes("langsam")) {
        begun.resolve()
        await late.promise
      }
      return route.continue().catch(() => undefined)
    })
    await page.getByLabel("Titel").fill("Etwas langsam")
    await begun.promise
    await page.getByLabel("Titel").fill("Etwas schnell")
    await list(page).getByText("Zu: Etwas schnell").waitFor()
    const arrived = page.waitForResponse(
      (answer) => answer.request().postData()?.includes("langsam") ?? false,
    )
    late.resolve()
    await (await arrived).finished()
    await drawn(page)
    expect(await list(page).getByText("Zu: Etwas langsam").count()).toBe(0)
    const lost = page.waitForEvent("requestfailed")
    await page.getByLabel("Titel").fill("Etwas ist fort")
    await lost
    await drawn(page)
    expect(await list(page).getByText("Zu: Etwas schnell").count()).toBe(1)
    await page.context().close()
  })

  it("stand below the text on a phone, and do not move the field in which somebody types", async () => {
    const page = await open({ viewport: "phone" })
    await page.locator("#feld-body").fill("Ab wann gilt die Mieterhöhung?")
    await page.getByLabel("Schlagwörter").focus()
    const before = await page.getByLabel("Schlagwörter").boundingBox()
    await list(page).waitFor()
    await drawn(page)
    const after = await page.getByLabel("Schlagwörter").boundingBox()
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2)
    const text = await page.locator("#feld-body").boundingBox()
    const below = await list(page).boundingBox()
    expect(below?.y ?? 0).toBeGreaterThan((text?.y ?? 0) + (text?.height ?? 0))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.context().close()
  })

  for (const how of [{}, { dark: true }, { viewport: "phone" }, { viewport: "smallest" }] satisfies Visit[])
    it(`have no barrier that axe finds, and fit the screen: ${JSON.stringify(how)}`, async () => {
      const still = { ...how, reducedMotion: true }
      const page = await open(still)
      await page.getByLabel("Titel").fill("Die Miete ist zwei Mal erhöht")
      await list(page).waitFor()
      expect(await findBarriers(page)).toEqual([])
      expect(await page.evaluate(isTooWide)).toBe(false)
      await list(page).getByRole("link").first().click()
      await page.getByRole("region", { name: "Nicht gesendeter Text" }).waitFor()
      expect(await findBarriers(page)).toEqual([])
      expect(await page.evaluate(isTooWide)).toBe(false)
      await page.context().close()
    })

  it("do not come between with a script, and come as a step without one", async () => {
    const page = await open()
    await page.getByLabel("Titel").fill("Mit einem Skript gefragt")
    await page.locator("#feld-body").fill("Geht das?")
    await page.getByRole("button", { name: "Frage veröffentlichen" }).click()
    await page.waitForURL("**/fragen/*hinweis=asked")
    await page.context().close()
    const plain = await open({ javaScript: false })
    await plain.getByLabel("Titel").fill("Ohne Skript gefragt")
    await plain.locator("#feld-body").fill("Geht das?")
    await plain.getByRole("button", { name: "Frage veröffentlichen" }).click()
    await plain.getByRole("heading", { name: "Gibt es das schon?" }).waitFor()
    await plain.getByRole("button", { name: "Zurück zum Text" }).click()
    expect(await plain.locator("#feld-body").inputValue()).toBe("Geht das?")
    await plain.getByRole("button", { name: "Frage veröffentlichen" }).click()
    await plain.waitForURL("**/fragen/*hinweis=asked")
    await plain.context().close()
  })
})

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "")

const isTooWide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth
