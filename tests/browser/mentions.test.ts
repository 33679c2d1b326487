import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { answer, ask, openTown, type Town } from "../forum/town.ts"
import {
  describeInBrowser,
  openBrowser,
  openPage,
  openServedWorld,
  VIEWPORTS,
  type Visit,
  visit,
} from "./support.ts"

describeInBrowser("who is named", () => {
  let town: Town
  let browser: Browser
  beforeAll(async () => {
    town = await openTown(openServedWorld())
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await town?.close()
  })

  async function openForm(how: Visit = {}) {
    const id = await ask(town.people.mueller, town.categories.open)
    const page = await openPage(await visit(browser, town, town.people.huber, how), `/fragen/${id}`)
    const field = page.locator("textarea[data-mention]").first()
    if (how.javaScript !== false) {
      await field.focus()
      await page.locator("textarea[data-mention][aria-controls]").first().waitFor()
    }
    return { page, field, options: page.getByRole("option"), id }
  }

  it("is offered behind the sign, and chosen by arrow keys and Enter or by a click", async () => {
    const { page, field, options } = await openForm()
    await field.pressSequentially("- Frag @jens")
    await options.first().waitFor()
    expect(await options.allTextContents()).toEqual(["Jens Albrecht Grundsatz und Recht"])
    await field.press("ArrowDown")
    expect(await options.first().getAttribute("aria-selected")).toBe("true")
    expect(await field.getAttribute("aria-activedescendant")).toBe(await options.first().getAttribute("id"))
    await field.press("Enter")
    // Enter was for the list, and did not go on with the text's own.
    expect(await field.inputValue()).toBe("- Frag @Jens Albrecht ")
    expect(await options.count()).toBe(0)
    await field.pressSequentially("oder @Karin Schö")
    await options.first().click()
    expect(await field.inputValue()).toBe("- Frag @Jens Albrecht oder @Karin Schöller ")
    await field.pressSequentially("a@vo")
    expect(await options.count()).toBe(0)
    expect(page.faults).toEqual([])
    await page.context().close()
  })

  it("is offered nobody who may not read it, and leaves with Escape what was typed", async () => {
    const { page, field, options } = await openForm()
    await field.pressSequentially("@Nora oder @ina")
    await options.first().waitFor()
    expect(await options.allTextContents()).toEqual(["Ina Vogt Grundsatz und Recht"])
    await field.press("Escape")
    expect(await options.count()).toBe(0)
    expect(await field.inputValue()).toBe("@Nora oder @ina")
    await page.context().close()
  })

  it("fits on the smallest screen", async () => {
    const { page, field, options } = await openForm({ viewport: "smallest" })
    await field.pressSequentially("@ina")
    const box = await options.first().boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= VIEWPORTS.smallest.width).toBe(true)
    await page.context().close()
  })

  it("is told of it without a script, too", async () => {
    const { page, field, id } = await openForm({ javaScript: false })
    await field.fill("@Jens Albrecht, wissen Sie es?")
    await page.getByRole("button", { name: "Antwort veröffentlichen" }).click()
    await page.locator(".ff-mention").waitFor()
    const { body } = await town.people.albrecht.agent.get("/api/notifications").expect(200)
    const about = (body.items as { notice: string; groupId: string }[]).filter(
      ({ groupId }) => groupId === id,
    )
    expect(about.map(({ notice }) => notice)).toEqual(["forum.mentioned", "forum.new-question"])
    await page.context().close()
  })
})

describeInBrowser("the start page", () => {
  let town: Town
  let browser: Browser
  beforeAll(async () => {
    town = await openTown(openServedWorld())
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await town?.close()
  })

  it("marks what is newer than the last visit, which only the browser knows, for as long as the tab is open", async () => {
    const { mueller, vogt } = town.people
    const context = await visit(browser, town, mueller)
    const marks = (page: Awaited<ReturnType<typeof openPage>>) =>
      page.getByText("neu seit Ihrem letzten Besuch").count()
    await answer(vogt, await ask(mueller, town.categories.open, { title: "Vor dem Besuch" }))
    const first = await openPage(context, "/")
    await expect.poll(() => first.evaluate(() => localStorage.getItem("ff-visit"))).toContain(mueller.id)
    expect(await marks(first)).toBe(0)
    await first.close()
    await answer(vogt, await ask(mueller, town.categories.open, { title: "Nach dem Besuch" }))
    const second = await openPage(context, "/")
    await expect.poll(() => marks(second)).toBe(1)
    const row = second.locator(".ff-row", { hasText: "neu seit Ihrem letzten Besuch" })
    expect(await row.textContent()).toContain("Nach dem Besuch")
    await second.reload()
    await expect.poll(() => marks(second)).toBe(1)
    await context.close()
  })
})
