import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Browser, Page, Route } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { ask, openTown, type Town } from "../forum/town.ts"
import {
  describeInBrowser,
  drawn,
  holdTime,
  openBrowser,
  openPage,
  openServedWorld,
  type Visit,
  visit,
} from "./support.ts"

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
/** Longer than the pause in typing after which the field asks, in milliseconds of the page's own time. */
const PAUSE = 400
const SUGGESTIONS = "**/api/search/suggestions?*"

describeInBrowser("the search field", () => {
  let town: Town
  let browser: Browser
  let thread: string
  beforeAll(async () => {
    town = await openTown(openServedWorld())
    browser = await openBrowser()
    thread = await ask(town.people.mueller, town.categories.open)
  })
  afterAll(async () => {
    await browser?.close()
    await town?.close()
  })

  const open = async (path: string, how?: Visit) =>
    openPage(await visit(browser, town, town.people.huber, how), path)

  /** What the server would offer, and when: the tests here are about the field. */
  async function openWith(
    offer: (typed: string, route: Route) => Promise<object[]> | object[],
    path = "/",
    how?: Visit,
  ) {
    const page = await open(path, how)
    const asked: string[] = []
    await page.route(SUGGESTIONS, async (route) => {
      const typed = new URL(route.request().url()).searchParams.get("q") ?? ""
      asked.push(typed)
      await route.fulfill({ json: { items: await offer(typed, route) } })
    })
    const field = page.locator("input[name=q]:visible")
    return { page, asked, field, options: page.getByRole("option") }
  }

  const suggestion = (title: string) => ({
    threadId: thread,
    kind: "question",
    title: [
      { text: "Miet", marked: true },
      { text: title, marked: false },
    ],
    category: "Miete und Belastung",
    answered: true,
    official: true,
  })

  it("offers threads from the second letter on, by arrow keys, and leads there by Enter", async () => {
    const offered = () => [suggestion("erhöhung"), suggestion("ausfall")]
    const { page, asked, field, options } = await openWith(offered, "/", { clock: true })
    await holdTime(page)
    await field.focus()
    await page.keyboard.type("M")
    await page.clock.runFor(PAUSE)
    expect(await field.getAttribute("aria-expanded")).toBe("false")
    await page.keyboard.type("iet")
    await page.clock.runFor(PAUSE)
    await options.first().waitFor()
    await page.clock.resume()
    expect(asked).toEqual(["Miet"])
    expect(await field.getAttribute("aria-expanded")).toBe("true")
    expect(await options.allInnerTexts()).toEqual([
      "Mieterhöhung\nMiete und Belastung\nAntwort der Fachabteilung",
      "Mietausfall\nMiete und Belastung\nAntwort der Fachabteilung",
      "Alle Ergebnisse zu „Miet“ anzeigen",
    ])
    await expect
      .poll(() => page.getByRole("status").allInnerTexts())
      .toContain("2 Vorschläge, Auswahl mit den Pfeiltasten")
    expect(await field.getAttribute("aria-activedescendant")).toBeNull()
    await page.keyboard.press("ArrowDown")
    expect(await chosen(page)).toContain("Mieterhöhung")
    await page.keyboard.press("ArrowUp")
    expect(await chosen(page)).toBeNull()
    await page.keyboard.press("ArrowUp")
    expect(await chosen(page)).toContain("Alle Ergebnisse")
    await page.keyboard.press("ArrowUp")
    expect(await chosen(page)).toContain("Mietausfall")
    expect(await focused(page)).toBe("q")
    await page.keyboard.press("Enter")
    await page.waitForURL(`**/fragen/${thread}`)
    expect(page.faults).toEqual([])
    await page.context().close()
  })

  it("closes by Escape and keeps what was typed; Enter with nothing chosen searches", async () => {
    const { page, field, options } = await openWith(() => [suggestion("erhöhung")])
    await field.pressSequentially("Miete")
    await options.first().waitFor()
    await page.keyboard.press("Escape")
    expect(await options.count()).toBe(0)
    expect(await field.inputValue()).toBe("Miete")
    expect(await field.getAttribute("aria-expanded")).toBe("false")
    await page.keyboard.press("ArrowDown")
    await options.first().waitFor()
    await page.keyboard.press("Tab")
    expect(await options.count()).toBe(0)
    await field.focus()
    await page.keyboard.press("Enter")
    await page.waitForURL("**/suche?q=Miete")
    expect(page.faults).toEqual([])
    await page.context().close()
  })

  it("leads to a thread by a click, and moves nothing on the page", async () => {
    const { page, field, options } = await openWith(() => [suggestion("erhöhung")], "/fragen")
    const heading = page.getByRole("heading", { level: 1 })
    const before = await heading.boundingBox()
    await field.click()
    await field.pressSequentially("Miete")
    await options.first().waitFor()
    expect(await heading.boundingBox()).toEqual(before)
    expect(await violations(page)).toEqual([])
    await page.getByRole("option", { name: /^Mieterhöhung/ }).click()
    await page.waitForURL(`**/fragen/${thread}`)
    expect(page.faults).toEqual([])
    await page.context().close()
  })

  it("never shows a late answer in the place of a newer one", async () => {
    const begun = Promise.withResolvers<void>()
    const late = Promise.withResolvers<void>()
    const { page, field, options } = await openWith(async (typed) => {
      if (typed !== "Mi") return [suggestion(" neu")]
      begun.resolve()
      await late.promise
      return [suggestion(" spät")]
    })
    await field.pressSequentially("Mi")
    await begun.promise
    await field.pressSequentially("ete")
    await options.first().waitFor()
    const arrived = page.waitForEvent("requestfinished", (request) => request.url().endsWith("q=Mi"))
    late.resolve()
    await arrived
    await drawn(page)
    expect(await options.first().innerText()).toContain("Miet neu")
    await field.fill("")
    await expect.poll(() => options.count()).toBe(0)
    await page.context().close()
  })

  it("is silently a form where the network fails", async () => {
    const page = await open("/suche")
    await page.route(SUGGESTIONS, (route) => route.abort())
    const field = page.locator("input[name=q]")
    const lost = page.waitForEvent("requestfailed")
    await field.pressSequentially("Kaninchenstall")
    await lost
    await drawn(page)
    expect(await page.getByRole("option").count()).toBe(0)
    await page.keyboard.press("Enter")
    await page.waitForURL("**/suche?q=Kaninchenstall")
    await page.getByRole("heading", { name: "Zu „Kaninchenstall“ wurde nichts gefunden" }).waitFor()
    await page.getByRole("link", { name: "Als Frage stellen" }).click()
    await page.getByRole("link", { name: "Miete und Belastung" }).click()
    expect(await page.locator("input[name=title]").inputValue()).toBe("Kaninchenstall")
    await page.context().close()
  })

  it("finds what was asked a moment ago, to be narrowed beside the results or, on phones, folded away", async () => {
    await town.catchUp()
    const page = await open("/")
    const field = page.getByLabel("Was möchten Sie wissen?")
    await field.pressSequentially("Mieterh")
    await page.getByRole("option", { name: /^Mieterhöhung im laufenden Zeitraum/ }).waitFor()
    await page.getByRole("option", { name: "Alle Ergebnisse zu „Mieterh“ anzeigen" }).click()
    await page.waitForURL("**/suche?q=Mieterh")
    await page.goto("/suche?q=Mieterhöhung&art=frage")
    expect(await page.locator("mark").first().innerText()).toBe("Mieterhöhung")
    await page.getByRole("link", { name: /^Fachfrage \(gewählt\)/ }).click()
    await page.waitForURL("**/suche?q=Mieterh%C3%B6hung")
    expect(await violations(page)).toEqual([])
    expect(page.faults).toEqual([])
    await page.context().close()
    const phone = await open("/suche?q=Mieterhöhung&art=frage", { viewport: "phone" })
    const filter = phone.getByRole("link", { name: /^Fachfrage \(gewählt\)/ })
    expect(await filter.isVisible()).toBe(false)
    await phone.getByText("Eingrenzen (1 gewählt)").click()
    expect(await filter.isVisible()).toBe(true)
    await phone.getByRole("link", { name: "Filter entfernen: Art: Fachfrage" }).click()
    await phone.waitForURL("**/suche?q=Mieterh%C3%B6hung")
    await phone.context().close()
  })

  it("is there without a script, and on a phone one step away", async () => {
    const plain = await open("/", { javaScript: false })
    await plain.getByLabel("Was möchten Sie wissen?").fill("Kaninchenstall")
    await plain.keyboard.press("Enter")
    await plain.waitForURL("**/suche?q=Kaninchenstall")
    await plain.context().close()
    const phone = await open("/fragen", { viewport: "smallest" })
    await phone.getByRole("link", { name: "Forum durchsuchen" }).click()
    await phone.waitForURL("**/suche")
    expect(await phone.getByRole("searchbox").or(phone.getByRole("combobox")).isVisible()).toBe(true)
    await phone.context().close()
  })
})

/** The words of the option that the field names as chosen. */
const chosen = (page: Page) =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute("aria-activedescendant")
    const option = id ? document.getElementById(id) : null
    return option?.getAttribute("aria-selected") === "true" ? option.innerText : null
  })

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("name"))

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
    return (await axe.run()).violations.map(({ id }) => id)
  })
}
