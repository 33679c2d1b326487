import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { transact } from "../../server/kernel/database.ts"
import { touch } from "../../server/kernel/live.ts"
import { type Group, openGroup } from "../qualification/group.ts"
import type { Person } from "../support/world.ts"
import {
  describeInBrowser,
  drawn,
  findBarriers,
  openBrowser,
  openPage,
  openServedWorld,
  type Visit,
  visit,
} from "./support.ts"

describeInBrowser("the board of a retrospective", () => {
  let group: Group
  let browser: Browser
  beforeAll(async () => {
    group = await openGroup(openServedWorld())
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await group?.close()
  })

  const board = () => `/lerngruppen/${group.cohortId}/rueckblick`
  const open = async (person: Person, how?: Visit) =>
    openPage(await visit(browser, group, person, { reducedMotion: true, ...how }), board())

  /** The board has changed, and the page has heard of it and asked for it. */
  const renewed = async (page: Page) => {
    let isRenewed = false
    const live = page
      .waitForResponse((answer) => answer.url().endsWith("/rueckblick"))
      .then((answer) => answer.finished())
      .then(() => {
        isRenewed = true
      })
    // Again and again: a page that does not listen yet misses the first.
    const change = async () => {
      await transact(group.db, async (tx) => touch(tx, "retrospective", group.cohortId))
      return isRenewed
    }
    await expect.poll(change, { interval: 500 }).toBe(true)
    await live
    await drawn(page)
  }

  it("takes card after card by keyboard alone; others see them come, and what they type stays", async () => {
    const { mueller, huber, facilitator } = group.people
    const writer = await open(mueller)
    const watcher = await open(huber, { viewport: "phone" })
    await watcher.locator("#feld-body-anders").fill("Noch nicht fertig")
    const field = writer.locator("#feld-body-gelernt")
    await field.focus()
    for (const words of ["Kurz fragen", "Erst suchen"]) {
      await writer.keyboard.type(words)
      await writer.keyboard.press("Tab")
      await writer.keyboard.press("Enter")
      await watcher.locator(".ff-board__card", { hasText: words }).waitFor()
      await writer.locator(".ff-board__card", { hasText: words }).waitFor()
      await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
    }
    const card = writer.locator(".ff-board__card", { hasText: "Erst suchen" })
    await card.locator("summary", { hasText: "Einordnen" }).focus()
    await writer.keyboard.press("Enter")
    await card.getByLabel("Neues Thema mit dieser Karte").focus()
    await writer.keyboard.type("Suchen")
    await writer.keyboard.press("Enter")
    await watcher.getByRole("heading", { name: "Suchen" }).waitFor()
    expect(await watcher.locator("#feld-body-anders").inputValue()).toBe("Noch nicht fertig")
    const lead = await open(facilitator)
    await lead.getByRole("button", { name: "Abstimmung beginnen" }).click()
    await watcher.getByText("Stand: Abstimmen").waitFor()
    await watcher.getByRole("button", { name: "Stimme geben Suchen" }).click()
    await watcher.getByText("noch 2 von 3 Stimmen").waitFor()
    for (const page of [writer, watcher, lead]) {
      expect(await findBarriers(page)).toEqual([])
      expect(page.faults).toEqual([])
      await page.context().close()
    }
  })

  it("waits with what is new until a press has ended: it hits what it began on", async () => {
    const lead = await open(group.people.facilitator)
    const button = lead.getByRole("button", { name: "Wieder Karten sammeln" })
    await button.hover()
    await lead.mouse.down()
    await renewed(lead)
    await lead.mouse.up()
    await lead.getByRole("dialog").getByRole("button", { name: "Abbrechen" }).click()
    expect(lead.faults).toEqual([])
    await lead.context().close()
  })

  it("carries out what was confirmed although the board changed while it was being asked", async () => {
    const lead = await open(group.people.facilitator)
    await lead.getByRole("button", { name: "Rückblick abschließen" }).click()
    await renewed(lead)
    await lead.getByRole("dialog").getByRole("button", { name: "Rückblick abschließen" }).click()
    await lead.getByText("Stand: Abgeschlossen").waitFor()
    await lead.context().close()
  })

  for (const dark of [false, true])
    it(`fits a small screen without a barrier that axe finds, ${dark ? "dark" : "light"}`, async () => {
      const page = await open(group.people.facilitator, { viewport: "smallest", dark })
      expect(await findBarriers(page)).toEqual([])
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(over).toBe(0)
      await page.context().close()
    })
})
