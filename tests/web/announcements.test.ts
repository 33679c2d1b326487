import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { DAY, dayOf, HOUR, now } from "../../server/kernel/time.ts"
import { instantOf, localTimeOf } from "../../web/pages/announcements/moment.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let housing: string
let law: string
let lead: Person
let clerk: Person
let lawyer: Person

beforeAll(async () => {
  world = await openWorld()
  housing = await world.department("Wohngeldstelle")
  law = await world.department("Grundsatz und Recht")
  lead = await world.person("Anke Schöller", ["lead"], [housing])
  clerk = await world.person("Sabine Müller", ["clerk"], [housing])
  lawyer = await world.person("Katrin Vogt", ["specialist"], [law])
})
afterAll(() => world.close())

const inDays = (days: number) => dayOf(new Date(now().getTime() + days * DAY))
const filled = (more: Record<string, string | string[]> = {}) => ({
  title: "Das Fachforum startet",
  body: "Ab **sofort** fragen wir hier.",
  audience: "all",
  publishAt: "",
  showUntil: inDays(14),
  idempotencyKey: crypto.randomUUID(),
  ...more,
})

async function announce(more: Record<string, string | string[]> = {}): Promise<string> {
  const { headers } = await lead.agent.form("/ankuendigungen/neu", filled(more)).expect(303)
  return headers.location?.split("?")[0] ?? ""
}

describe("Announcing", () => {
  test("leads to the announcement, which colleagues find in the list", async () => {
    const form = await lead.agent.get("/ankuendigungen/neu").expect(200)
    expect(form.text).toContain("data-markdown")
    expect(form.text).toContain("für alle Abteilungen")
    const path = await announce({ title: "Fachfragen ab sofort hier" })
    const own = await lead.agent.get(`${path}?hinweis=announced`).expect(200)
    expect(own.text).toContain("Ihre Ankündigung ist veröffentlicht.")
    const list = await clerk.agent.get("/ankuendigungen").expect(200)
    expect(list.text).toContain("Fachfragen ab sofort hier")
    expect(list.text).not.toContain("Neue Ankündigung")
    const page = await clerk.agent.get(path).expect(200)
    expect(page.text).toContain("<p>Ab <strong>sofort</strong> fragen wir hier.</p>")
    expect(page.text).not.toContain("Zurückziehen")
  })

  test("is not offered to others", async () => {
    await clerk.agent.get("/ankuendigungen/neu").expect(403)
    await clerk.agent.form("/ankuendigungen/neu", filled()).expect(403)
    const signIn = await world.nobody.get("/ankuendigungen").expect(303)
    expect(signIn.headers.location).toBe("/anmelden?weiter=%2Fankuendigungen")
  })

  test("shows every fault at once and keeps what was typed", async () => {
    const fields = filled({ title: "Kurz", body: "Ein langer Text.", showUntil: "", audience: "" })
    const { text } = await lead.agent.form("/ankuendigungen/neu", fields).expect(422)
    expect(text).toContain("<title>Fehler: Neue Ankündigung")
    for (const field of ["title", "showUntil", "audience"]) expect(text).toContain(`href="#feld-${field}"`)
    expect(text).toContain("Ein langer Text.</textarea>")
    expect(text).toContain(fields.idempotencyKey)
  })

  test("names the field when the server refuses", async () => {
    const cases: { more: Record<string, string>; field: string; words: string }[] = [
      { more: { showUntil: inDays(-1) }, field: "showUntil", words: "Dieser Tag liegt vor" },
      { more: { publishAt: "2020-01-01T08:00" }, field: "publishAt", words: "schon vorbei" },
      { more: { publishAt: "morgen" }, field: "publishAt", words: "nicht die richtige Form" },
      { more: { audience: "listed" }, field: "departmentIds", words: "mindestens eine Abteilung" },
      { more: { departmentIds: law }, field: "audience", words: "für eines von beiden" },
    ]
    for (const { more, field, words } of cases) {
      const { text } = await lead.agent.form("/ankuendigungen/neu", filled(more)).expect(422)
      expect(text).toContain(`href="#feld-${field}"`)
      expect(text).toContain(words)
    }
  })

  test("twice by the same form makes one announcement", async () => {
    const fields = filled({ title: "Nur einmal" })
    const first = await lead.agent.form("/ankuendigungen/neu", fields).expect(303)
    const again = await lead.agent.form("/ankuendigungen/neu", fields).expect(303)
    expect(again.headers.location).toBe(first.headers.location)
  })

  test("to chosen departments says to whom, and does not exist for others", async () => {
    const path = await announce({ audience: "listed", departmentIds: [housing] })
    expect((await clerk.agent.get(path).expect(200)).text).toContain("An: Wohngeldstelle")
    await lawyer.agent.get(path).expect(404)
  })

  test("for later is marked as planned and can be moved", async () => {
    const later = localTimeOf(new Date(now().getTime() + 30 * HOUR))
    const path = await announce({ title: "Erst morgen", publishAt: later })
    expect((await lead.agent.get(path).expect(200)).text).toContain("noch nicht veröffentlicht")
    expect((await lead.agent.get("/ankuendigungen").expect(200)).text).toContain("geplant")
    await clerk.agent.get(path).expect(404)
    const form = await lead.agent.get(`${path}/bearbeiten`).expect(200)
    expect(form.text).toContain(`value="${later}"`)
    const fields = { ...filled({ title: "Doch sofort" }), idempotencyKey: [], version: "1" }
    await lead.agent.form(`${path}/bearbeiten`, fields).expect(303)
    await clerk.agent.get(path).expect(200)
  })
})

describe("Changing an announcement", () => {
  const edit = (path: string, more: Record<string, string>) => {
    const { title, body, audience, showUntil } = filled()
    return lead.agent.form(`${path}/bearbeiten`, { title, body, audience, showUntil, ...more })
  }

  test("shows the new text", async () => {
    const path = await announce()
    const form = await lead.agent.get(`${path}/bearbeiten`).expect(200)
    expect(form.text).toContain("Der Zeitpunkt bleibt")
    expect(form.text).not.toContain('name="publishAt"')
    await edit(path, { body: "Neuer Wortlaut.", version: "1" }).expect(303)
    const page = await clerk.agent.get(path).expect(200)
    expect(page.text).toContain("Neuer Wortlaut.")
    expect(page.text).toContain("geändert")
  })

  test("that somebody else changed meanwhile shows both texts; saving again replaces the newer one", async () => {
    const path = await announce()
    await edit(path, { body: "Von der Kollegin.", version: "1" }).expect(303)
    const both = await edit(path, { body: "Von mir.", version: "1" }).expect(409)
    expect(both.text).toContain("Von der Kollegin.</pre>")
    expect(both.text).toMatch(/<ins>.*?mir/)
    expect(both.text).toContain("Von mir.</textarea>")
    expect(both.text).toContain('name="version" value="2"')
    await edit(path, { body: "Von mir.", version: "2" }).expect(303)
    expect((await clerk.agent.get(path)).text).toContain("Von mir.")
  })

  test("that was withdrawn meanwhile gives back what was typed", async () => {
    const path = await announce()
    await lead.agent.form(`${path}/zurueckziehen`, { reason: "Ein Irrtum" }).expect(303)
    const { text } = await edit(path, { body: "Noch ein Gedanke.", version: "1" }).expect(409)
    expect(text).toContain("Diese Ankündigung wurde zurückgezogen.")
    expect(text).toContain("Noch ein Gedanke.</textarea>")
  })

  test("is not offered to others", async () => {
    const path = await announce()
    await clerk.agent.get(`${path}/bearbeiten`).expect(403)
    await clerk.agent.form(`${path}/bearbeiten`, { title: "Fremder Titel", version: "1" }).expect(403)
  })
})

describe("Withdrawing an announcement", () => {
  test("takes it from everybody else", async () => {
    const path = await announce({ title: "Ein Irrtum" })
    await clerk.agent.form(`${path}/zurueckziehen`, { reason: "Ein Irrtum" }).expect(403)
    await lead.agent.form(`${path}/zurueckziehen`, { reason: "Ein Irrtum" }).expect(303)
    const own = await lead.agent.get(`${path}?hinweis=announcement-withdrawn`).expect(200)
    expect(own.text).toContain("Die Ankündigung ist zurückgezogen.")
    expect(own.text).not.toContain("Bearbeiten")
    await clerk.agent.get(path).expect(404)
  })
})

describe("The list", () => {
  test("offers the next page", async () => {
    for (let count = 0; count < 21; count++) await announce({ title: `Nummer ${count}` })
    const { text } = await clerk.agent.get("/ankuendigungen").expect(200)
    const next = text.match(/href="(\/ankuendigungen\?after=[^"]+)"/)?.[1] ?? ""
    const second = await clerk.agent.get(next).expect(200)
    expect(second.text).toContain("Zum Anfang der Liste")
  })

  test("says that there is nothing for somebody without a department", async () => {
    const guest = await world.person("Dana Lenz", ["facilitator"])
    expect((await guest.agent.get("/ankuendigungen").expect(200)).text).toContain("Noch keine Ankündigungen")
  })
})

describe("A time in a form", () => {
  test.each([
    ["2026-01-15T08:00", "2026-01-15T07:00:00.000Z"],
    ["2026-07-15T08:00", "2026-07-15T06:00:00.000Z"],
    // The hour that does not exist, and the one before it.
    ["2026-03-29T02:30", "2026-03-29T01:30:00.000Z"],
    ["2026-03-29T01:59", "2026-03-29T00:59:00.000Z"],
    ["2026-10-25T02:30", "2026-10-25T01:30:00.000Z"],
  ])("%s is Germany's", (entered, instant) => {
    expect(instantOf(entered)).toBe(instant)
  })

  test("comes back as it was entered, and nonsense as nonsense", () => {
    for (const entered of ["2026-01-15T08:00", "2026-07-15T23:59"])
      expect(localTimeOf(instantOf(entered))).toBe(entered)
    for (const nonsense of ["", "morgen", "2026-13-40T08:00"]) expect(instantOf(nonsense)).toBe(nonsense)
  })
})
