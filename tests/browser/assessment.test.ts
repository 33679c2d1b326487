import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type Group, openGroup } from "../qualification/group.ts"
import { openRound, rateAll } from "../qualification/round.ts"
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

describeInBrowser("a round of three on screen", () => {
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

  const open = async (person: Person, id: string, how?: Visit) =>
    openPage(await visit(browser, group, person, how), `/kompetenzbilanz/${id}`)
  const roundOf = async (person: Person, id: string) =>
    (await person.agent.get(`/api/assessments/${id}`).expect(200)).body

  it("is rated by two separately, and shows both where they differ once both have submitted", async () => {
    const { mueller, huber, facilitator } = group.people
    const round = await openRound(group, "begun")
    const learner = await open(mueller, round.id, { viewport: "phone" })
    const lead = await open(facilitator, round.id)
    const peer = await open(huber, round.id)
    await rate(learner, 4)
    await learner.getByRole("button", { name: "Einschätzung abgeben" }).click()
    // The other sees that, and nothing of what.
    await lead.getByText("Sabine Müller: abgegeben").waitFor()
    expect(await lead.getByText("eine Stufe Unterschied").count()).toBe(0)
    expect((await roundOf(facilitator, round.id)).ratings).toBeNull()
    await rate(lead, 3)
    await lead.getByRole("button", { name: "Einschätzung abgeben" }).click()
    for (const page of [learner, lead, peer]) {
      await page.getByText("eine Stufe Unterschied").first().waitFor()
      expect(await page.locator("form[action$='/einschaetzung']").count()).toBe(0)
      expect(page.faults).toEqual([])
    }
    expect(await findBarriers(lead)).toEqual([])
    for (const page of [learner, lead, peer]) await page.context().close()
  })

  it("keeps what is entered while the network is gone, sends it later once, and shows what others changed", async () => {
    const { mueller, huber, facilitator } = group.people
    const round = await openRound(group, "begun")
    await rateAll(facilitator, round, 3, { submit: true })
    const learner = await open(mueller, round.id)
    const peer = await open(huber, round.id, { viewport: "phone" })
    for (const page of [learner, peer]) await page.context().setOffline(true)
    await rate(learner, 4)
    await learner.getByRole("button", { name: "Einschätzung abgeben" }).click()
    await learner.getByText("1 noch nicht gesendet").waitFor()
    await peer.getByLabel("Was haben Sie beobachtet?").fill("Sie hat geduldig erklärt.")
    await peer.getByRole("button", { name: "Beobachtung ergänzen" }).click()
    await peer.getByText("1 noch nicht gesendet").waitFor()
    // The answer to the first try is lost on the way.
    let lost = 0
    await learner.route("**/einschaetzung", async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch({ maxRedirects: 0 })
      await route.abort("connectionreset")
    })
    for (const page of [learner, peer]) await page.context().setOffline(false)
    await learner.getByText("eine Stufe Unterschied").first().waitFor()
    await expect.poll(() => learner.locator(".ff-outbox__title").count()).toBe(0)
    expect(lost).toBeGreaterThan(1)
    await learner.getByText("Sie hat geduldig erklärt.").waitFor()
    const { observations, ratings } = await roundOf(mueller, round.id)
    expect(observations).toHaveLength(1)
    expect(ratings.learner[0].level).toBe(4)
    await peer.context().close()

    // Both write the same result, one of them without a network: nothing is overwritten and nothing lost.
    const lead = await open(facilitator, round.id)
    const first = lead.locator("form[action*='/ergebnis']").first()
    await lead.context().setOffline(true)
    await first.getByLabel("Vereinbarte Stufe").selectOption("3")
    await first.getByLabel("Begründung").fill("Ohne Netz begründet")
    await first.getByRole("button").click()
    await lead.getByText("1 noch nicht gesendet").waitFor()
    const competence = round.competences[0]
    const result = { competence, level: 4, reason: "War schneller", evidence: "", version: 0 }
    await mueller.agent.put(`/api/assessments/${round.id}/results`, result).expect(204)
    await lead.context().setOffline(false)
    await lead.getByText(/Nicht angenommen/).waitFor()
    expect((await roundOf(mueller, round.id)).results[0].reason).toBe("War schneller")
    await lead.reload()
    await lead.getByText(/Nicht angenommen/).waitFor({ state: "attached" })
    const form = lead.locator("form[action*='/ergebnis']").first()
    if (!(await form.isVisible())) await lead.locator("#kompetenz-1 summary", { hasText: "Ändern" }).click()
    await form.getByRole("button", { name: "Ins Formular übernehmen" }).click()
    await expect.poll(() => form.getByLabel("Begründung").inputValue()).toBe("Ohne Netz begründet")
    await expect.poll(() => form.locator(".ff-outbox__refused").count()).toBe(0)
    await form.getByRole("button", { name: /Festhalten/ }).click()
    await expect
      .poll(async () => (await roundOf(mueller, round.id)).results[0].reason)
      .toBe("Ohne Netz begründet")
    for (const page of [learner, lead]) await page.context().close()
  })

  it("shows faults beside the fields as without a script", async () => {
    const { mueller } = group.people
    const round = await openRound(group, "begun")
    const page = await open(mueller, round.id)
    await page.locator("form[action$='/einschaetzung'] select").first().selectOption("3")
    await page.getByRole("button", { name: "Einschätzung abgeben" }).click()
    await page.locator(".ff-error-summary").waitFor()
    expect(await page.locator("form[action$='/einschaetzung'] select").first().inputValue()).toBe("3")
    await page.context().close()
  })
})

async function rate(page: Page, level: number): Promise<void> {
  const selects = page.locator("form[action$='/einschaetzung'] select")
  for (let index = 0; index < (await selects.count()); index += 1)
    await selects.nth(index).selectOption(String(level))
}
