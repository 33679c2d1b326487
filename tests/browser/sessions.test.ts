import type { Browser, Page } from "playwright-core"
import sharp from "sharp"
import { afterAll, beforeAll, expect, it } from "vitest"
import { newId } from "../../server/kernel/database.ts"
import { now } from "../../server/kernel/time.ts"
import { cohortMembers } from "../../server/qualification/tables.ts"
import { type Group, openGroup } from "../qualification/group.ts"
import { PROJECT } from "../qualification/project-things.ts"
import { JOURNAL } from "../qualification/things.ts"
import type { Person } from "../support/world.ts"
import {
  describeInBrowser,
  expectTyped,
  findBarriers,
  openBrowser,
  openPage,
  openServedWorld,
  sendIntoTheGap,
  type Visit,
  visit,
} from "./support.ts"

const ROUND = { project: "", state: "Zehn Fragen sind gesammelt", hurdle: "", request: "" }

describeInBrowser("a session on screen", () => {
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

  const open = async (person: Person, path: string, how?: Visit) =>
    openPage(await visit(browser, group, person, how), path)
  const workshop = (rest = "") => `/termine/${group.steps.workshop}${rest}`
  const entries = async (step = group.steps.workshop): Promise<{ body: string }[]> =>
    (await group.people.mueller.agent.get(`/api/cohort-steps/${step}/board`).expect(200)).body.entries

  it("runs for two at once: the one goes on, the other sees the phase, and who comes late as well", async () => {
    const { facilitator, mueller, huber } = group.people
    const lead = await open(facilitator, workshop("/leitung"))
    const learner = await open(mueller, workshop(), { viewport: "phone", reducedMotion: true })
    await lead.getByRole("button", { name: "Jetzt beginnen" }).click()
    await learner.getByRole("heading", { name: "Ankommen und Ziele" }).waitFor()
    expect(await learner.locator("[data-timer-left]").textContent()).toMatch(/^noch 20 min$/)
    await lead.getByRole("button", { name: "Weiter" }).click()
    await learner.getByRole("heading", { name: "Ergebnisse der Praxisphase" }).waitFor()
    await learner.getByText("Jetzt: Ergebnisse der Praxisphase").waitFor({ state: "attached" })
    const late = await open(huber, workshop("/beamer"))
    expect(await late.locator("[data-timer-left]").textContent()).toMatch(/^4[45]:\d\d$/)
    expect(await learner.locator("form[action$='/uhr']").count()).toBe(0)
    for (const page of [lead, learner, late]) {
      expect(await findBarriers(page)).toEqual([])
      expect(page.faults).toEqual([])
      await page.context().close()
    }
  })

  it("takes another item into the running agenda by keyboard, and the learners see it come", async () => {
    const { facilitator, mueller } = group.people
    const lead = await open(facilitator, workshop("/leitung"))
    const learner = await open(mueller, workshop(), { viewport: "phone" })
    await lead.getByRole("link", { name: "Tagesordnung ändern" }).focus()
    await lead.keyboard.press("Enter")
    await lead.locator("[id='feld-new.title']").focus()
    await lead.keyboard.type("Fragerunde")
    await lead.keyboard.press("Tab")
    await lead.keyboard.type("15")
    await lead.keyboard.press("Enter")
    await learner.locator(".ff-phases__item", { hasText: "Fragerunde" }).waitFor()
    expect(await learner.locator("[aria-current=step]").innerText()).toContain("Ergebnisse der Praxisphase")
    await learner.context().close()
    for (const dark of [false, true]) {
      const page = await open(facilitator, workshop("/tagesordnung"), { viewport: "smallest", dark })
      expect(await findBarriers(page)).toEqual([])
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(over).toBe(0)
      expect(page.faults).toEqual([])
      await page.context().close()
    }
    await lead.context().close()
  })

  it("counts by the server's clock where the computer's own is wrong", async () => {
    const context = await visit(browser, group, group.people.mueller)
    await context.addInitScript(() => {
      const real = Date.now.bind(Date)
      Date.now = () => real() + 3 * 3600_000
    })
    const page = await openPage(context, workshop())
    await expect.poll(() => page.locator("[data-timer-left]").textContent()).toMatch(/^4[45]:\d\d$/)
    await context.close()
  })

  it("records by keyboard alone, line after line, and others see it come", async () => {
    const lead = await open(group.people.facilitator, workshop("/leitung"))
    const projector = await open(group.people.facilitator, workshop("/beamer"))
    const recording = lead.locator("#festhalten")
    const line = recording.getByLabel("In einer Zeile")
    await recording.getByLabel("Themenspeicher").focus()
    await lead.keyboard.press("Space")
    await lead.keyboard.press("Tab")
    await lead.keyboard.type("Drucker klären")
    await lead.keyboard.press("Enter")
    await expect.poll(() => line.inputValue()).toBe("")
    expect(await line.evaluate((element) => element === document.activeElement)).toBe(true)
    await lead.keyboard.type("Urlaubsliste")
    await lead.keyboard.press("Enter")
    await projector.getByText("Drucker klären").waitFor()
    await projector.getByText("Urlaubsliste").waitFor()
    await lead.locator(".ff-recorded__body", { hasText: "Urlaubsliste" }).waitFor()
    expect(await entries()).toHaveLength(2)
    await lead.context().close()
    await projector.context().close()
  })

  it("begins, on a phone, with the clock and what was recorded; the projector shows all on its screen", async () => {
    const { facilitator, mueller } = group.people
    await facilitator.agent.post(`/api/cohort-steps/${group.steps.workshop}/timer`)
    const learner = await open(mueller, workshop(), { viewport: "phone" })
    const topOf = async (id: string) => (await learner.locator(id).boundingBox())?.y ?? Number.NaN
    const recorded = await topOf("#festgehalten")
    expect(await topOf("#uhr-live")).toBeLessThan(recorded)
    for (const later of ["#ablauf", "#fotos"]) expect(recorded).toBeLessThan(await topOf(later))
    const projector = await open(facilitator, workshop("/beamer"))
    await projector.setViewportSize({ width: 1280, height: 720 })
    const over = await projector.evaluate(
      () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
    )
    expect(over).toBe(0)
    await learner.context().close()
    await projector.context().close()
  })

  it("shows at once whom another facilitator marks as present, and keeps the place where one is", async () => {
    const { facilitator, otherFacilitator } = group.people
    await group.db.insert(cohortMembers).values({
      id: newId(),
      cohortId: group.cohortId,
      personId: otherFacilitator.id,
      part: "facilitator",
      joinedAt: now(),
    })
    const one = await open(facilitator, workshop("/leitung"))
    const two = await open(otherFacilitator, workshop("/leitung"), { viewport: "phone" })
    const list = await open(otherFacilitator, workshop("/leitung"))
    await list.locator("summary", { hasText: "Abwesend und nachgeholt" }).click()
    const huber = two.getByRole("button", { name: "Petra Huber" })
    await huber.focus()
    await one.getByRole("button", { name: "Chiara D'Angelo" }).click()
    await two.locator(".ff-present [aria-pressed=true]", { hasText: "Chiara D'Angelo" }).waitFor()
    await list.getByRole("button", { name: "anwesend Chiara D'Angelo, zurücknehmen" }).waitFor()
    expect(await huber.evaluate((element) => element === document.activeElement)).toBe(true)
    await two.keyboard.press("Enter")
    await one.locator(".ff-present [aria-pressed=true]", { hasText: "Petra Huber" }).waitFor()
    for (const page of [one, two, list]) {
      expect(page.faults).toEqual([])
      await page.context().close()
    }
  })

  it("keeps what is entered while the network is gone, and sends it later, exactly once", async () => {
    const { facilitator, mueller } = group.people
    const lead = await open(facilitator, workshop("/leitung"))
    const learner = await open(mueller, workshop(), { viewport: "phone" })
    const before = (await entries()).length
    await lead.context().setOffline(true)
    await learner.context().setOffline(true)
    await record(lead, "Ohne Netz beschlossen")
    await record(lead, "Und noch eins")
    await lead.getByText("2 noch nicht gesendet").waitFor()
    await lead.getByRole("textbox", { name: "Notizen" }).fill("Nur für mich: Netz im Saal prüfen")
    await lead.getByText("1 noch nicht gesendet").waitFor()
    const photo = await sharp({ create: { width: 20, height: 20, channels: 3, background: "teal" } })
      .jpeg()
      .toBuffer()
    await learner
      .locator("#feld-photos")
      .setInputFiles({ name: "Flipchart.jpg", mimeType: "image/jpeg", buffer: photo })
    await learner.getByRole("button", { name: "Hochladen" }).click()
    await learner.getByText("1 noch nicht gesendet").waitFor()
    expect(await entries()).toHaveLength(before)
    // The answer to the first try is lost on the way: it is sent again, and there is still one.
    let lost = 0
    await lead.route("**/eintraege", async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch({ maxRedirects: 0 })
      await route.abort("connectionreset")
    })
    await lead.context().setOffline(false)
    await learner.context().setOffline(false)
    await expect
      .poll(async () => (await entries()).map(({ body }) => body))
      .toEqual(expect.arrayContaining(["Ohne Netz beschlossen", "Und noch eins"]))
    await expect.poll(() => lead.locator(".ff-outbox__title").count()).toBe(0)
    expect(lost).toBeGreaterThan(2)
    expect(await entries()).toHaveLength(before + 2)
    await learner.locator("#fotos-live img").waitFor()
    const { body } = await facilitator.agent
      .get(`/api/cohort-steps/${group.steps.workshop}/notes`)
      .expect(200)
    expect(body.body).toBe("Nur für mich: Netz im Saal prüfen")
    await lead.context().close()
    await learner.context().close()
  })

  it("runs a meeting for two, and an agreement made while the network is gone reaches the other later", async () => {
    const { facilitator, huber } = group.people
    const { meeting } = group.steps
    await huber.agent.put(`/api/cohort-steps/${meeting}/round`, ROUND).expect(204)
    const lead = await open(facilitator, `/termine/${meeting}/leitung`)
    const learner = await open(huber, `/termine/${meeting}`, { viewport: "phone" })
    await lead.getByText(ROUND.state).waitFor()
    await lead.getByRole("button", { name: "Jetzt beginnen" }).click()
    await learner.locator("[data-timer-left]").waitFor()
    await lead.context().setOffline(true)
    await record(lead, "Bis Workshop 2 stehen die Kategorien")
    await lead.getByText("1 noch nicht gesendet").waitFor()
    expect(await entries(meeting)).toEqual([])
    await lead.context().setOffline(false)
    await learner.getByText("Bis Workshop 2 stehen die Kategorien").waitFor()
    expect(await entries(meeting)).toHaveLength(1)
    for (const page of [lead, learner]) {
      expect(await findBarriers(page)).toEqual([])
      await page.context().close()
    }
  })

  it("sends what waited when the page is opened again, and shows what is refused until it is put right", async () => {
    const { facilitator } = group.people
    const context = await visit(browser, group, facilitator)
    const page = await openPage(context, workshop("/leitung"))
    await context.route("**/eintraege", (route) => route.abort())
    await record(page, "Vor dem Zuklappen")
    await page.getByText("1 noch nicht gesendet").waitFor()
    await page.close()
    await context.unroute("**/eintraege")
    const again = await openPage(context, workshop("/leitung"))
    await expect
      .poll(async () => (await entries()).some(({ body }) => body === "Vor dem Zuklappen"))
      .toBe(true)
    const recording = again.locator("#festhalten")
    await recording.getByLabel("Bis wann").evaluate((field) => field.setAttribute("type", "text"))
    await recording.getByLabel("Bis wann").fill("bald")
    await recording.getByLabel("Aufgabe").check()
    await record(again, "Mit falschem Datum")
    await again.getByText(/Nicht angenommen: Mit falschem Datum/).waitFor()
    await again.getByRole("button", { name: "Verwerfen" }).click()
    await expect.poll(() => again.locator(".ff-outbox__refused").count()).toBe(0)
    await context.close()
  })

  it("loses nothing of a round, a comment or a journal where the line goes while it is being sent", async () => {
    const { mueller } = group.people
    const { body: project } = await mueller.agent
      .post(`/api/cohorts/${group.cohortId}/projects`, PROJECT)
      .expect(201)
    for (const [path, name] of [
      [`/termine/${group.steps.meeting}`, "state"],
      [`/lernprojekte/${project.id}`, "body"],
      ["/lerntagebuch", "body"],
    ] as const) {
      const page = await open(mueller, path)
      const field = page.locator(`main [name="${name}"]`).last()
      await sendIntoTheGap(page, field, "Zehn Fragen sind gesammelt")
      // With an entry the journal shows its form folded: what waits in it unfolds it.
      if (path === "/lerntagebuch") await mueller.agent.post("/api/journal", JOURNAL).expect(201)
      // The journal's own page is gone from the history: the error took its place, because the address is the same.
      await page.goto(path)
      await expectTyped(page, field, "Zehn Fragen sind gesammelt")
      await field.waitFor()
      await page.context().close()
    }
  })
})

async function record(page: Page, text: string): Promise<void> {
  const recording = page.locator("#festhalten")
  await recording.getByLabel("In einer Zeile").fill(text)
  await recording.getByRole("button", { name: "Festhalten" }).click()
}
