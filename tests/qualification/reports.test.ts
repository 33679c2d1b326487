import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { DAY, dayOf, moveClock, now, resetClock } from "../../server/kernel/time.ts"
import { waitingFor } from "../../server/qualification/reports/policy.ts"
import { perPrompt } from "../../server/qualification/reports/tables.ts"
import { formsIn, isTyped } from "../support/forms.ts"
import { readPdf } from "../support/pdf.ts"
import type { Person } from "../support/world.ts"
import { type Group, openGroup } from "./group.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(async () => {
  resetClock()
  await group.close()
})

const api = (rest = "") => `/api/cohorts/${group.cohortId}/report${rest}`
const page = (rest = "") => `/lerngruppen/${group.cohortId}/rueckmeldung${rest}`
const contribution = (text: string) => perPrompt((prompt) => (prompt === "helped" ? text : ""))
const fields = (texts: Record<string, string>, hidden: string[] = []) =>
  perPrompt((prompt) => ({ text: texts[prompt] ?? "", included: !hidden.includes(prompt) }))
const inDays = (days: number) => dayOf(new Date(now().getTime() + days * DAY))
/** The questions in the form of whoever puts the report together; nothing where there is no such form. */
const asked = async ({ agent }: Person) => {
  const forms = formsIn((await agent.get(page()).expect(200)).text)
  return forms
    .find(({ values }) => values.action === "save")
    ?.fields.filter(isTyped)
    .map(({ name }) => name)
}
const read = async () => (await group.people.mueller.agent.get(api()).expect(200)).body

describe("the feedback report", () => {
  it("collects experience that learners read without names, and nobody else reads", async () => {
    const { mueller, huber, facilitator, schoeller, outsider } = group.people
    await mueller.agent.put(api("/contribution"), contribution("Die Nähe zur Fachabteilung")).expect(204)
    await huber.agent.put(api("/contribution"), contribution("Zeit, und Kaffee ☕")).expect(204)
    const { body } = await mueller.agent.get(api()).expect(200)
    expect(body.contributions.helped).toEqual(["Die Nähe zur Fachabteilung", "Zeit, und Kaffee ☕"])
    expect(body.own.helped).toBe("Die Nähe zur Fachabteilung")
    expect(JSON.stringify(body.contributions)).not.toContain("Müller")
    const seen = await facilitator.agent.get(api()).expect(200)
    expect(JSON.stringify(seen.body)).not.toContain("Kaffee")
    await facilitator.agent.put(api("/contribution"), contribution("x")).expect(403)
    await schoeller.agent.get(api()).expect(403)
    await outsider.agent.get(api()).expect(404)
  })

  it("is put together by one, and released only when all others agree with that very edition", async () => {
    const { mueller, huber, meier, dangelo, schoeller } = group.people
    await huber.agent.post(api("/compose")).expect(204)
    await mueller.agent.put(api(), { version: 1, fields: fields({ learned: "Fragen hilft" }) }).expect(403)
    await huber.agent.post(api("/release"), { version: 1, expiresOn: inDays(30) }).expect(409)
    const text = { learned: "Fragen hilft allen", wishes: "Geheim" }
    await huber.agent.put(api(), { version: 1, fields: fields(text, ["wishes"]) }).expect(204)
    for (const { agent } of [mueller, meier]) await agent.post(api("/approve"), { version: 2 }).expect(204)
    await dangelo.agent.post(api("/approve"), { version: 1 }).expect(409)
    expect((await read()).waiting).toEqual(["Chiara D'Angelo"])
    await huber.agent.post(api("/release"), { version: 2, expiresOn: inDays(30) }).expect(409)
    await dangelo.agent.post(api("/approve"), { version: 2 }).expect(204)
    // A changed text has to be agreed with anew.
    await huber.agent
      .put(api(), { version: 2, fields: fields({ ...text, achieved: "Neu" }, ["wishes"]) })
      .expect(204)
    await huber.agent.post(api("/release"), { version: 3, expiresOn: inDays(30) }).expect(409)
    await schoeller.agent.get(api("/released")).expect(404)
    expect((await schoeller.agent.get(page()).expect(200)).text).toContain("Zurzeit keine Rückmeldung")
    for (const { agent } of [mueller, meier, dangelo])
      await agent.post(api("/approve"), { version: 3 }).expect(204)
    await mueller.agent.post(api("/release"), { version: 3, expiresOn: inDays(30) }).expect(403)
    await huber.agent.post(api("/release"), { version: 3, expiresOn: inDays(-1) }).expect(422)
    const releasing = async () =>
      (await huber.agent.get(page()).expect(200)).text.includes("Für die Führungskräfte freigeben")
    expect(await releasing()).toBe(true)
    await huber.agent.post(api("/release"), { version: 3, expiresOn: inDays(30) }).expect(204)
    // What is out cannot be released once more.
    expect(await releasing()).toBe(false)
  })

  it("shows managers the released fields and nothing else, on the page and in the PDF, and tells them", async () => {
    const { schoeller, vogt, outsider } = group.people
    const { body } = await schoeller.agent.get(api("/released")).expect(200)
    expect(body.fields).toEqual([
      { prompt: "achieved", text: "Neu" },
      { prompt: "learned", text: "Fragen hilft allen" },
    ])
    const { text } = await vogt.agent.get(page()).expect(200)
    expect(text).toContain("Fragen hilft allen")
    for (const secret of ["Geheim", "Kaffee"]) expect(text).not.toContain(secret)
    const pdf = await schoeller.agent.get(page("/pdf")).expect(200)
    expect(pdf.headers["content-type"]).toBe("application/pdf")
    expect(pdf.body.subarray(0, 5).toString()).toBe("%PDF-")
    await outsider.agent.get(page("/pdf")).expect(404)
    expect((await readPdf(pdf.body)).lines.filter((line) => !line.startsWith("P Im Namen"))).toEqual([
      "H1 Rückmeldung der Lerngruppe",
      "P Lerngruppe Wohngeld",
      "H2 Was hat sich verbessert?",
      "P Neu",
      "H2 Was haben wir gelernt?",
      "P Fragen hilft allen",
    ])
    for (const { agent } of [schoeller, vogt]) {
      const told = await agent.get("/api/notifications?notice=qualification.report").expect(200)
      expect(told.body.items).toHaveLength(1)
      expect(JSON.stringify(told.body)).not.toContain("Fragen hilft")
    }
  })

  it("cannot be changed while released, can be taken back by any learner, and expires", async () => {
    const { huber, meier, mueller, dangelo, schoeller } = group.people
    await huber.agent.put(api(), { version: 3, fields: fields({}) }).expect(409)
    await schoeller.agent.post(api("/withdraw")).expect(403)
    await meier.agent.post(api("/withdraw")).expect(204)
    await meier.agent.post(api("/withdraw")).expect(204)
    await schoeller.agent.get(api("/released")).expect(404)
    const { version, waiting } = await read()
    expect(waiting).toHaveLength(3)
    for (const { agent } of [mueller, meier, dangelo])
      await agent.post(api("/approve"), { version }).expect(204)
    await huber.agent.post(api("/release"), { version, expiresOn: inDays(0) }).expect(204)
    await schoeller.agent.get(api("/released")).expect(200)
    moveClock(2 * DAY)
    await schoeller.agent.get(api("/released")).expect(404)
    expect((await schoeller.agent.get(page()).expect(200)).text).not.toContain("Fragen hilft allen")
    expect((await read()).released.expired).toBe(true)
    resetClock()
    await meier.agent.post(api("/withdraw")).expect(204)
  })

  it("goes the whole way without a script, and loses nothing that was typed", async () => {
    const { dangelo, huber } = group.people
    const long = { achieved: "y".repeat(4001), wishes: "Bleibt stehen" }
    const refused = await dangelo.agent.form(page(), { action: "contribute", ...long }).expect(422)
    expect(refused.text).toContain("„Was hat sich verbessert?“")
    expect(refused.text).toContain("Bleibt stehen")
    const own = { action: "contribute", wishes: "Ein Tag im Monat" }
    await dangelo.agent.form(page(), own).expect(303)
    await dangelo.agent.form(page(), { action: "compose" }).expect(303)
    const { version } = await read()
    const typed = { action: "save", version: String(version), learned: "Kürzer", learnedIncluded: "true" }
    // Whoever does not put it together has no form for it; what was typed all the same is there to be copied.
    expect(await asked(huber)).toBeUndefined()
    const foreign = await huber.agent.form(page(), { ...typed, learned: "Nicht meins" }).expect(403)
    expect(foreign.text).toContain("Nicht meins")
    await dangelo.agent.form(page(), typed).expect(303)
    const stale = await dangelo.agent.form(page(), { ...typed, learned: "Noch kürzer" }).expect(409)
    expect(stale.text).toContain("Noch kürzer")
    // Where somebody only agrees, nothing was typed that could be compared.
    const late = await huber.agent.form(page(), { action: "approve", version: String(version) }).expect(409)
    expect(late.text).toContain("<title>Fehler: ")
    expect(late.text).not.toContain("ersetzt es die hier gezeigte Fassung")
    const preview = await dangelo.agent.get(page()).expect(200)
    expect(preview.text).toContain("Das sieht die Führungskraft")
    expect(preview.text).toContain("Kürzer")
    // Its text has to be agreed with by the others first, which the page says where the date was typed.
    const early = { action: "release", version: String(version + 1), expiresOn: inDays(30) }
    expect((await dangelo.agent.form(page(), early).expect(409)).text).toContain("<title>Fehler: ")
    const odd = await dangelo.agent.form(page(), { ...early, expiresOn: "bald" }).expect(422)
    expect(odd.text).toContain("<title>Fehler: ")
    await huber.agent.form(page(), { action: "approve", version: String(version + 1) }).expect(303)
  })
})

describe("what is asked", () => {
  it("is what the fourth meeting asks, and an answer to a question of before stays readable", async () => {
    const { dangelo } = group.people
    const { headers } = await dangelo.agent.get(page("/bearbeiten")).expect(308)
    expect(headers.location).toBe(page("#bearbeiten"))
    const text = (await dangelo.agent.get(page()).expect(200)).text
    for (const question of [
      "Was hat sich verbessert?",
      "Was hakt noch?",
      "Was brauchen wir von der Führungskraft?",
      "Was sollte als Nächstes geschehen?",
    ])
      expect(text).toContain(question)
    const today = ["achieved", "hindered", "learned", "wishes", "ahead"]
    expect(await asked(dangelo)).toEqual(today)
    const { version } = await read()
    await dangelo.agent.put(api(), { version, fields: fields({ helped: "Zeit" }) }).expect(204)
    expect(await asked(dangelo)).toEqual(["achieved", "helped", "hindered", "wishes", "ahead"])
    // One that was stored before the last question was asked.
    await group.db.execute(
      sql`update reports set fields = fields - 'ahead' where cohort_id = ${group.cohortId}`,
    )
    expect((await read()).fields.ahead).toEqual({ text: "", included: true })
    await dangelo.agent.get(page()).expect(200)
  })
})

describe("who still has to agree", () => {
  const learners = [{ id: "a" }, { id: "b" }, { id: "c" }]
  it.each([
    ["all but who composed", { version: 2, composerId: "a" }, [], ["b", "c"]],
    [
      "whoever agreed with an older edition",
      { version: 2, composerId: "a" },
      [{ memberId: "b", version: 1 }],
      ["b", "c"],
    ],
    [
      "nobody once all did",
      { version: 2, composerId: "a" },
      [
        { memberId: "b", version: 2 },
        { memberId: "c", version: 2 },
      ],
      [],
    ],
    [
      "the former composer after another took over",
      { version: 2, composerId: "b" },
      [
        { memberId: "b", version: 2 },
        { memberId: "c", version: 2 },
      ],
      ["a"],
    ],
  ])("is %s", (_, report, approvals, waiting) => {
    expect(waitingFor(report, learners, approvals)).toEqual(waiting)
  })
})
