import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { conversationIdOf } from "../../server/conversations/index.ts"
import { type Group, openGroup } from "../qualification/group.ts"
import { describeInBrowser, findBarriers, openBrowser, openPage, openServedWorld, visit } from "./support.ts"

describeInBrowser("two who write to each other", () => {
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

  it("read each other at once, and lose nothing of what they are typing", async () => {
    const { mueller, meier } = group.people
    const path = `/gespraeche/${conversationIdOf(group.cohortId)}`
    const one = await openPage(await visit(browser, group, mueller), path)
    const other = await openPage(
      await visit(browser, group, meier, { viewport: "smallest", dark: true }),
      path,
    )
    await other.getByLabel("Nachricht", { exact: true }).fill("Ich tippe noch")
    await one.getByLabel("Nachricht", { exact: true }).fill("Bist du **da**?")
    await one.getByRole("button", { name: "Senden" }).click()
    await one.locator("li[id^=nachricht-] strong", { hasText: "da" }).waitFor()
    // What was sent is not offered as something that was not.
    await one.reload()
    expect(await one.getByRole("button", { name: "Wiederherstellen" }).count()).toBe(0)
    // Nobody has pressed anything here.
    await other.locator("li[id^=nachricht-] strong", { hasText: "da" }).waitFor()
    expect(await other.getByLabel("Nachricht", { exact: true }).inputValue()).toBe("Ich tippe noch")
    await other.getByRole("button", { name: "Senden" }).click()
    await one.getByText("Ich tippe noch").waitFor()
    expect(await findBarriers(one)).toEqual([])
    expect(await findBarriers(other)).toEqual([])
    expect([...one.faults, ...other.faults]).toEqual([])
    await one.context().close()
    await other.context().close()
  })

  it("need no script: choosing whom, writing with a file, reading", async () => {
    const { mueller, huber } = group.people
    const context = await visit(browser, group, mueller, { javaScript: false, viewport: "phone" })
    const page = await openPage(context, "/gespraeche/neu")
    await page.getByLabel("Person suchen").fill("hub")
    await page.getByRole("button", { name: "Suchen" }).last().click()
    await page.getByRole("link", { name: "Hinzufügen Petra Huber" }).click()
    await page.getByLabel("Nachricht", { exact: true }).fill("Ganz ohne")
    await page.getByRole("button", { name: "Senden und beginnen" }).click()
    await page.getByLabel("Dateien").setInputFiles({
      name: "ablauf.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("Der Ablauf"),
    })
    await page.getByLabel("Nachricht", { exact: true }).fill("Mit Anhang")
    await page.getByRole("button", { name: "Senden" }).click()
    await page.getByRole("link", { name: /ablauf\.txt/ }).waitFor()
    const reader = await openPage(await visit(browser, group, huber, { javaScript: false }), "/gespraeche")
    await reader.getByRole("link", { name: "Sabine Müller" }).click()
    await reader.getByText("Mit Anhang").waitFor()
    await reader.context().close()
    await context.close()
  })
})
