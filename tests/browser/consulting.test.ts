import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { addConsulting } from "../qualification/consulting-things.ts"
import { type Group, openGroup } from "../qualification/group.ts"
import type { Person } from "../support/world.ts"
import {
  describeInBrowser,
  findBarriers,
  openBrowser,
  openPage,
  openServedWorld,
  type Visit,
  visit,
} from "./support.ts"

describeInBrowser("peer consulting on two screens", () => {
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

  it("shows phase and lines to all at once, keeps what is being typed, and ends with the case giver", async () => {
    const { consulting } = await addConsulting(group, group)
    const { facilitator, mueller, meier } = group.people
    const open = async (person: Person, how?: Visit) =>
      openPage(await visit(browser, group, person, how), `/beratungen/${consulting}`)
    const lead = await open(facilitator)
    const adviser = await open(meier, { viewport: "phone", dark: true })
    const giver = await open(mueller)
    const line = adviser.getByLabel("Vermutung in einer Zeile")
    await line.fill("Niemand hat es ihr gezeigt")
    await adviser.keyboard.press("Enter")
    await lead.getByText("Niemand hat es ihr gezeigt").first().waitFor()
    await expect.poll(() => line.inputValue()).toBe("")
    await giver.getByLabel("Entscheidung und nächster Schritt").fill("Ich zeige es ihr")
    for (const page of [lead, adviser, giver]) {
      expect(await findBarriers(page)).toEqual([])
      expect(page.faults).toEqual([])
    }
    await lead.getByRole("button", { name: "Weiter" }).click()
    await adviser.getByRole("heading", { name: "Lösungsideen sammeln" }).waitFor()
    await adviser.getByLabel("Idee in einer Zeile").waitFor()
    await giver.getByText("Hören Sie weiter nur zu").waitFor()
    await giver.getByRole("button", { name: "Speichern" }).click()
    await giver.getByText("Nur Sie sehen es, solange Sie es nicht teilen").waitFor()
    for (const next of ["Entscheiden", "Abschließen"]) {
      await lead.getByRole("button", { name: "Weiter" }).click()
      await lead.getByRole("heading", { name: next }).waitFor()
    }
    await lead.getByRole("button", { name: "Weiter zum Ende" }).click()
    await adviser.getByText("gehört jetzt Sabine Müller allein").waitFor()
    expect(await adviser.getByText("Niemand hat es ihr gezeigt").count()).toBe(0)
    await giver.getByText("Das Ergebnis sehen nur Sie").waitFor()
    await giver.getByText("Niemand hat es ihr gezeigt").first().waitFor()
    expect(await giver.getByLabel("Entscheidung und nächster Schritt").inputValue()).toBe("Ich zeige es ihr")
    expect(await findBarriers(giver)).toEqual([])
    for (const page of [lead, adviser, giver]) await page.context().close()
  })

  it("has no barrier on its other pages", async () => {
    const context = await visit(browser, group, group.people.mueller, { viewport: "smallest" })
    const at = `/termine/${group.steps.meeting}/beratung`
    const pages = [at, `${at}?ansicht=ablauf`, `/lerngruppen/${group.cohortId}/beratungen`]
    for (const path of pages) {
      const page = await openPage(context, path)
      expect([path, ...(await findBarriers(page)), ...page.faults]).toEqual([path])
      await page.close()
    }
    await context.close()
  })
})
