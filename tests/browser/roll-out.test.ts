import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, expect, it } from "vitest"
import { refreshAdoption } from "../../server/forum/index.ts"
import { DAY, moveClock, resetClock } from "../../server/kernel/time.ts"
import { addCategory, ask, release } from "../forum/town.ts"
import { addColleagues } from "../qualification/events.ts"
import { type Group, openGroup } from "../qualification/group.ts"
import type { Person } from "../support/world.ts"
import { send } from "./half-year/group.ts"
import {
  describeInBrowser,
  findBarriers,
  openBrowser,
  openPage,
  openServedWorld,
  type Visit,
  visit,
} from "./support.ts"

const OBJECTION = "Noch ein System, in das ich schauen muss."
const ROOM = "Wer antwortet, wenn die Fachabteilung im Urlaub ist?"
const CHANGE = "Jeden Morgen kommt eine einzige E-Mail mit allem, was neu ist."
const RULE = "Keine Namen von Bürgerinnen und Bürgern"

/** What goes out to the colleagues, each with a browser of their own. One colleague has no scripts and little room. */
describeInBrowser("a roll-out, from the rules of use to the figures", () => {
  let group: Group
  let browser: Browser
  let colleagues: Person[]
  let category: string
  const desks = new Map<Person, Page & { faults: string[] }>()
  const LEARNING: Visit = { viewport: "phone" }
  const READING: Visit = { viewport: "smallest", javaScript: false }
  const WRITING: Visit = { viewport: "smallest", dark: true }

  beforeAll(async () => {
    group = await openGroup(openServedWorld())
    browser = await openBrowser()
    colleagues = await addColleagues(group, group.departments.clerks, 8)
    const { outsider } = group.people
    category = await addCategory(outsider.agent, { name: "Miete", responsibleId: group.departments.law })
    await release(outsider.agent)
  })
  // Each step stands on the one before.
  let isBroken = false
  afterEach(({ task }) => {
    isBroken ||= task.result?.state === "fail"
  })
  afterAll(async () => {
    resetClock()
    await browser?.close()
    await group?.close()
  })

  async function go(person: Person, path: string, look: Visit = {}): Promise<Page & { faults: string[] }> {
    const present = desks.get(person)
    if (present) {
      await present.goto(path)
      return present
    }
    const page = await openPage(await visit(browser, group, person, look), path)
    desks.set(person, page)
    return page
  }
  const cast = () => {
    const { facilitator, mueller, huber, schoeller } = group.people
    const [reader, writer] = colleagues as [Person, Person]
    return { facilitator, learner: mueller, other: huber, manager: schoeller, reader, writer }
  }
  const plan = (page: string) => `/lerngruppen/${group.cohortId}/vorhaben/${page}`

  it("shows the rules of use to everybody for a week, and a colleague has something to say", async () => {
    const { learner, facilitator, reader } = cast()
    const drawn = await go(learner, `${plan("nutzungsregeln")}?bearbeiten=nutzungsregeln`, LEARNING)
    await drawn.getByLabel("Unsere Regeln").fill(`- Eine Frage, ein Beitrag\n- ${RULE}`)
    await send(drawn, "Speichern")
    const decided = await go(facilitator, plan("nutzungsregeln"))
    await send(decided, /Als beschlossen festhalten/)
    await send(decided, "Entwurf allen zeigen")
    const draft = await go(reader, "/nutzungsregeln", READING)
    await draft.getByRole("link", { name: "Entwurf lesen und kommentieren" }).click()
    await draft.getByLabel("Text", { exact: true }).fill("Bitte auch: wie schnell eine Antwort kommt.")
    await send(draft, "Kommentieren")
    await go(facilitator, "/nutzungsregeln/entwurf")
    await decided.getByText("Bitte auch: wie schnell eine Antwort kommt.").first().waitFor()
    expect(await decided.getByRole("button", { name: "Als neue Fassung veröffentlichen" }).count()).toBe(0)
  })

  it("has them accepted once, before somebody writes", async ({ skip }) => {
    skip(isBroken)
    const { facilitator, reader, writer } = cast()
    moveClock(8 * DAY)
    const published = await go(facilitator, "/nutzungsregeln/entwurf")
    await send(published, "Als neue Fassung veröffentlichen")
    for (const [person, look] of [
      [reader, READING],
      [writer, WRITING],
    ] as const) {
      const own = await go(person, "/nutzungsregeln", look)
      await own.getByText(RULE).first().waitFor()
      await send(own, "Ich kenne die Nutzungsregeln und halte mich daran")
      await own.getByText("Sie haben diese Fassung bestätigt.").waitFor()
    }
  })

  it("invites to an event, where an objection needs no name", async ({ skip }) => {
    skip(isBroken)
    const { learner, facilitator, reader, writer } = cast()
    const planned = await go(learner, plan("kolleginnen-und-kollegen"))
    await planned.getByRole("link", { name: "Veranstaltung anlegen" }).click()
    await planned.getByLabel("Titel").fill("Das Fachforum kennenlernen")
    await planned.getByLabel("Beginn").fill("2099-04-14T10:00")
    await planned.getByLabel("Ende", { exact: true }).fill("2099-04-14T11:00")
    await planned.getByLabel(/^Ort/).fill("Großer Sitzungssaal")
    await planned.getByLabel("für alle Abteilungen").check()
    await send(planned, "Veranstaltung anlegen")
    const event = new URL(planned.url()).pathname
    const invited = await go(facilitator, event)
    await send(invited, "Jetzt einladen")
    await group.drain()
    const mails = await group.mails()
    expect(
      mails.some(({ to, calendar }) => to === reader.email && calendar?.includes("METHOD:REQUEST")),
    ).toBe(true)
    const own = await go(reader, event)
    await send(own, "Ich komme")
    await own.getByRole("link", { name: "Fragen und Einwände lesen und eintragen" }).click()
    await own.getByLabel("Wortlaut").fill(OBJECTION)
    await send(own, "Eintragen")
    const shown = await go(writer, `${event}/einwaende`)
    await shown.getByText("ohne Namen").first().waitFor()
    await send(shown, /^Das unterstütze ich/)
    const register = await go(facilitator, `${event}/einwaende`)
    const text = await register.locator("main").innerText()
    expect(text).toContain(OBJECTION)
    expect(text).not.toContain("unterstützen das")
    expect(text).not.toContain("Kollegin 0")
  })

  it("enters what was said in the room, and says what becomes of the objection", async ({ skip }) => {
    skip(isBroken)
    const { learner, other, reader } = cast()
    const page = await openRegister(learner)
    await page.getByLabel("Fragen und Einwände").fill(`${ROOM}\n`)
    await send(page, "Alle eintragen")
    await page.getByRole("heading", { name: ROOM }).waitFor()
    const marking = await openRegister(other, LEARNING)
    await marking.getByRole("link", { name: `Was wird daraus? ${OBJECTION}` }).click()
    await marking.getByLabel("wird geändert").check()
    await marking.getByLabel(/^Dazu/).fill(CHANGE)
    await marking.getByLabel(/^Wer ändert es/).fill("Fachabteilung")
    await marking.getByLabel(/^Bis wann/).fill("2099-04-30")
    await marking.getByLabel(/^Link zu dem/).fill("/nutzungsregeln")
    await send(marking, "Speichern")
    const own = await openRegister(reader)
    await own.getByText(CHANGE).first().waitFor()
    expect(await own.getByRole("link", { name: /^Was wird daraus/ }).count()).toBe(0)
  })

  it("gives the starting signal, which is on a colleague's open start page at once", async ({ skip }) => {
    skip(isBroken)
    const { learner, facilitator, manager, reader, writer } = cast()
    const planned = await go(learner, `${plan("kolleginnen-und-kollegen")}?bearbeiten=einfuehrung`)
    await planned.getByLabel("Startsignal am").fill("2099-05-03")
    await planned.getByLabel("Wer hilft im Alltag weiter?").fill("Sabine Müller, Zimmer 12")
    await send(planned, "Speichern")
    await send(
      await go(facilitator, plan("kolleginnen-und-kollegen")),
      /Als beschlossen festhalten Einführung/,
    )
    await go(learner, plan("kolleginnen-und-kollegen"))
    await send(planned, "Ankündigung aus dem Plan schreiben")
    const announcement = new URL(planned.url()).pathname
    expect((await (await go(reader, "/")).goto(announcement))?.status()).toBe(404)
    const waiting = await go(writer, "/")
    const released = await go(manager, announcement, { dark: true })
    await send(released, "Freigeben und veröffentlichen")
    // Nobody has pressed anything here.
    await waiting.getByText("Ab 3. Mai 2099 fragen wir im Fachforum").first().waitFor()
    const own = await go(reader, announcement)
    for (const words of [OBJECTION, CHANGE, "Sabine Müller, Zimmer 12"])
      await own.getByText(words).first().waitFor()
    for (const page of [own, waiting, released, planned]) expect(await overflowOf(page)).toBe(0)
    for (const page of [waiting, released]) expect(await findBarriers(page)).toEqual([])
  })

  it("tells a manager in figures about five people at least, and a colleague nothing", async ({ skip }) => {
    skip(isBroken)
    const { manager, reader } = cast()
    const page = await go(manager, "/nutzung")
    await page.getByText("Noch keine Zahlen").waitFor()
    for (const { agent } of colleagues) {
      await agent.post("/nutzungsregeln").type("form").send({ edition: "1" })
      await ask({ agent } as Person, category)
    }
    moveClock(8 * DAY)
    await refreshAdoption(group.db)
    await go(manager, "/nutzung")
    await page.getByRole("table").first().waitFor()
    expect(await page.locator("main").innerText()).toContain(String(colleagues.length))
    expect(await findBarriers(page)).toEqual([])
    expect((await (await go(reader, "/")).goto("/nutzung"))?.status()).toBe(403)
    expect([...desks.values()].flatMap(({ faults }) => faults)).toEqual([])
  })

  /** As everybody finds it who is invited. */
  async function openRegister(person: Person, look?: Visit): Promise<Page> {
    const page = await go(person, "/infoveranstaltungen", look)
    await page.locator("main").getByRole("link", { name: "Das Fachforum kennenlernen" }).first().click()
    await page.getByRole("link", { name: "Fragen und Einwände lesen und eintragen" }).click()
    await page.getByRole("heading", { level: 1, name: "Fragen und Einwände" }).waitFor()
    return page
  }

  const overflowOf = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
})
