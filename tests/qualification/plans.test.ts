import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { transact } from "../../server/kernel/database.ts"
import { noteRendering, renewTexts } from "../../server/kernel/rendering.ts"
import { CHECKS, PLANS, type PlanKind } from "../../server/qualification/plans/kinds.ts"
import { renderedPlans } from "../../server/qualification/plans/rendered.ts"
import type { Person } from "../support/world.ts"
import { type Group, openGroup } from "./group.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

const empty = (kind: PlanKind) =>
  Object.fromEntries(Object.keys(PLANS[kind].fields).map((name) => [name, ""]))
const rules = (text: string) => {
  return { link: "", fields: { ...empty("rules"), rules: text }, lines: [] }
}
const api = (kind: PlanKind, rest = "") => `/api/cohorts/${group.cohortId}/plans/${kind}${rest}`
const page = (slug: string, rest = "") => `/lerngruppen/${group.cohortId}/vorhaben/${slug}${rest}`
const COLLEAGUES = "kolleginnen-und-kollegen"

it("the questions of data protection are no fields of another plan, which would be asked them", () => {
  const shared = (["event", "rules", "rollout"] as const).flatMap((kind) =>
    Object.keys(PLANS[kind].fields).filter((name) => CHECKS.some((check) => check === name)),
  )
  expect(shared).toEqual([])
})

describe("the rules of use", () => {
  it("are written by the group in editions, decided by the facilitator, and go on as a draft", async () => {
    const { mueller, huber, facilitator } = group.people
    const first = await mueller.agent
      .put(api("rules"), { version: 0, content: rules("- Betreff in Worten") })
      .expect(200)
    expect(first.body.version).toBe(1)
    await huber.agent
      .put(api("rules"), { version: 1, content: rules("- Betreff\n- Danke sagen") })
      .expect(200)
    await mueller.agent.post(api("rules", "/decide"), { version: 2 }).expect(403)
    // Not what the person looked at.
    await facilitator.agent.post(api("rules", "/decide"), { version: 1 }).expect(409)
    await facilitator.agent.post(api("rules", "/decide"), { version: 2 }).expect(204)
    await huber.agent.put(api("rules"), { version: 2, content: rules("- Neu") }).expect(200)
    const { body } = await huber.agent.get(api("rules")).expect(200)
    expect(body.version).toBe(3)
    expect(body.content.fields.rules).toBe("- Neu")
    expect(body.decided.version).toBe(2)
    expect(body.decided.content.fields.rules).toContain("Danke sagen")
    const edition = await huber.agent.get(api("rules", "/editions/1")).expect(200)
    expect(edition.body.content.fields.rules).toBe("- Betreff in Worten")
    await huber.agent.get(api("rules", "/editions/9")).expect(404)
  })

  it("give back both texts when two write at the same time", async () => {
    const { mueller, huber } = group.people
    const { version } = (await mueller.agent.get(api("rules")).expect(200)).body
    const both = await Promise.all([
      mueller.agent.put(api("rules"), { version, content: rules("Meins") }),
      huber.agent.put(api("rules"), { version, content: rules("Deins") }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const late = await mueller.agent
      .form(page("nutzungsregeln"), { action: "save", version: String(version), "fields.rules": "Noch eins" })
      .expect(409)
    expect(late.text).toContain("Noch eins")
    expect(late.text).toContain("Jemand war schneller")
  })

  it("are not made twice by a double click", async () => {
    const { meier } = group.people
    const { version } = (await meier.agent.get(api("rules")).expect(200)).body
    const content = rules("Doppelt")
    await meier.agent.put(api("rules"), { version, content }).expect(200)
    const again = await meier.agent.put(api("rules"), { version, content }).expect(200)
    expect(again.body.version).toBe(version + 1)
  })

  it("are nobody's business outside the group, and not the managers' either", async () => {
    const { schoeller, outsider, otherFacilitator } = group.people
    await schoeller.agent.get(api("rules")).expect(403)
    await schoeller.agent.get(page("nutzungsregeln")).expect(403)
    for (const { agent } of [outsider, otherFacilitator]) {
      await agent.get(api("rules")).expect(404)
      await agent.put(api("rules"), { version: 0, content: rules("x") }).expect(404)
      await agent.get(page("nutzungsregeln")).expect(404)
    }
  })
})

describe("a text that cannot be rendered", () => {
  const tooDeep = `${">".repeat(21)} x`

  it("is refused when it is saved, with the field named, and stands in the form", async () => {
    const { mueller } = group.people
    const { version } = (await mueller.agent.get(api("rules")).expect(200)).body
    const { body } = await mueller.agent.put(api("rules"), { version, content: rules(tooDeep) }).expect(422)
    expect(body).toMatchObject({ errors: [{ code: "markdown.too-deep", field: "fields.rules" }] })
    const { text } = await mueller.agent
      .form(page("nutzungsregeln"), { action: "save", version: String(version), "fields.rules": tooDeep })
      .expect(422)
    expect(text).toContain('href="#feld-fields.rules"')
    expect(text).toContain("zu tief verschachtelt")
    expect(text).toContain(tooDeep)
    expect((await mueller.agent.get(api("rules")).expect(200)).body.version).toBe(version)
  })

  it("is shown as it was typed where an older version stored it, and the others are rendered by a job", async () => {
    const { mueller, facilitator, outsider } = group.people
    const write = async (decisions: string, version: number) => {
      const fields = { ...empty("data-protection"), decisions }
      const content = { link: "", fields, lines: [] }
      await mueller.agent.put(api("data-protection"), { version, content }).expect(200)
    }
    await write("Erst **fett**", 0)
    await write("Dann tief", 1)
    await facilitator.agent.post(api("data-protection", "/decide"), { version: 2 }).expect(204)
    const isOurs = sql`plan_id = (select id from plans where cohort_id = ${group.cohortId} and kind = 'data-protection')`
    await group.db.execute(sql`update plan_versions set html = null where ${isOurs}`)
    await group.db.execute(
      sql`update plan_versions set content = jsonb_set(content, '{fields,decisions}', to_jsonb(${tooDeep}::text))
        where version = 2 and ${isOurs}`,
    )
    const shown = `<p>${"&gt;".repeat(21)} x</p>`
    for (const { agent } of [outsider, mueller])
      expect((await agent.get("/datenschutz/festlegungen").expect(200)).text).toContain(shown)
    expect((await mueller.agent.get(page("datenschutz")).expect(200)).text).toContain(shown)
    expect(
      (await mueller.agent.get(page("datenschutz", "?plan=datenschutz&fassung=1")).expect(200)).text,
    ).toContain("<strong>fett</strong>")

    await group.db.execute(sql`update renderings set renderer = 1 where kind = 'plans'`)
    await transact(group.db, (tx) => noteRendering(tx, [renderedPlans]))
    const kept: string[] = []
    const renew = () =>
      renewTexts(
        group.db,
        [renderedPlans],
        (one) => kept.push(one),
        () => true,
        1,
      )
    expect(await renew()).toBe("finished")
    const { rows } = await group.db.execute(
      sql`select html->>'decisions' as html from plan_versions where ${isOurs} order by version`,
    )
    expect(rows).toEqual([{ html: "<p>Erst <strong>fett</strong></p>" }, { html: shown }])
    expect(kept).toEqual([expect.stringMatching(/^plans .* 2$/)])
    expect((await outsider.agent.get("/datenschutz/festlegungen").expect(200)).text).toContain(shown)
    await facilitator.agent.post(api("data-protection", "/reopen"), {}).expect(204)
  })
})

describe("the page of a plan", () => {
  it("leads from nothing to a planned event without a script", async () => {
    const { mueller } = group.people
    const before = await mueller.agent.get(page(COLLEAGUES)).expect(200)
    expect(before.text).toContain("Hier steht noch nichts")
    const form = await mueller.agent.get(page(COLLEAGUES, "?bearbeiten=infoveranstaltung")).expect(200)
    expect(form.text).toContain('name="lines.2.topic"')
    // An empty form is no edition.
    await mueller.agent.form(page("infoveranstaltung"), { action: "save", version: "0" }).expect(303)
    const still = await mueller.agent.get(page(COLLEAGUES)).expect(200)
    expect(still.text).toContain("Hier steht noch nichts")
    const fields = {
      action: "save",
      version: "0",
      "fields.aim": "Alle kennen das Forum.",
      "fields.day": "2026-06-03",
      "fields.hosts": "Chiara D'Angelo & Thomas Meier",
      "lines.1.topic": "Begrüßung 👋",
      "lines.1.minutes": "10",
    }
    await mueller.agent.form(page("infoveranstaltung"), fields).expect(303)
    const after = await mueller.agent.get(page(COLLEAGUES)).expect(200)
    expect(after.text).toContain("Begrüßung 👋")
    expect(after.text).toContain("03.06.2026")
    expect(after.text).toContain("Chiara D")
    const { body } = await mueller.agent.get(api("event")).expect(200)
    expect(body.content.lines).toHaveLength(1)
  })

  it("names the field that is wrong, and loses nothing", async () => {
    const { mueller } = group.people
    const { version } = (await mueller.agent.get(api("event")).expect(200)).body
    const typed = { action: "save", version: String(version) }
    const wrong = { ...typed, "fields.day": "morgen", "fields.aim": "Bleibt stehen" }
    const { text } = await mueller.agent.form(page("infoveranstaltung"), wrong).expect(422)
    expect(text).toContain("„Datum“")
    expect(text).toContain('href="#feld-fields.day"')
    expect(text).toContain("Bleibt stehen")
    const long = { ...typed, "lines.0.topic": "x".repeat(301) }
    const answer = await mueller.agent.form(page("infoveranstaltung"), long).expect(422)
    expect(answer.text).toContain("„Punkt 1, Thema“")
    const script = { ...typed, link: "javascript:alert(1)" }
    await mueller.agent.form(page("infoveranstaltung"), script).expect(422)
  })

  it("refuses unknown fields and kinds", async () => {
    const { mueller } = group.people
    const content = { ...rules("x"), fields: { ...empty("rules"), fremd: "x" } }
    await mueller.agent.put(api("rules"), { version: 1, content }).expect(422)
    await mueller.agent.put(api("rules"), { version: 1, content: { ...rules("x"), fields: {} } }).expect(422)
    await mueller.agent.get(`/lerngruppen/${group.cohortId}/vorhaben/quatsch`).expect(404)
  })
})

describe("the roll-out", () => {
  const rollout = (message: string) => {
    const line = { day: "2026-06-10", audience: "Wohngeld", who: "Müller", message, channel: "Ankündigung" }
    return { link: "", fields: { ...empty("rollout"), startOn: "2026-06-08" }, lines: [line] }
  }

  it("is read by the managers of the cohort once it is decided: that edition, no draft, and nobody else", async () => {
    const { mueller, facilitator, schoeller, outsider } = group.people
    const address = page(COLLEAGUES)
    const managed = `/lerngruppen/${group.cohortId}/fuehrungskraft`
    const overview = async () => (await schoeller.agent.get(managed).expect(200)).text
    await mueller.agent.put(api("rollout"), { version: 0, content: rollout("Los geht es") }).expect(200)
    await schoeller.agent.get(address).expect(403)
    expect(await overview()).not.toContain(address)
    await facilitator.agent.post(api("rollout", "/decide"), { version: 1 }).expect(204)
    await mueller.agent.put(api("rollout"), { version: 1, content: rollout("Nur ein Entwurf") }).expect(200)
    expect(await overview()).toContain(`href="${address}#einfuehrung"`)
    const { text } = await schoeller.agent.get(address).expect(200)
    expect(text).toContain("Los geht es")
    expect(text).not.toMatch(
      /Infoveranstaltung planen|Nur ein Entwurf|neuerer Entwurf|Fassung 1|bearbeiten|zurücknehmen/,
    )
    const { body } = await schoeller.agent.get(api("rollout")).expect(200)
    expect(body).toMatchObject({ version: 1, can: { edit: false, decide: false } })
    await outsider.agent.get(address).expect(404)
    await schoeller.agent.get(`${address}?bearbeiten=einfuehrung`).expect(403)
    for (const version of [1, 2])
      await schoeller.agent.get(`${address}?plan=einfuehrung&fassung=${version}`).expect(403)
    await schoeller.agent.post(api("rollout", "/reopen"), {}).expect(403)
    await schoeller.agent.put(api("rollout"), { version: 1, content: rollout("Meins") }).expect(403)
    await facilitator.agent.post(api("rollout", "/reopen"), {}).expect(204)
    await schoeller.agent.get(address).expect(403)
    expect(await overview()).not.toContain(address)
  })
})

describe("the data protection workshop", () => {
  it("ends in a page that everybody signed in reads once it is confirmed, and no longer when it is taken back", async () => {
    const { mueller, facilitator, outsider } = group.people
    const fields = { ...empty("data-protection"), purpose: "yes", decisions: "Keine **Namen** in Beiträgen." }
    const lines = [{ task: "Personalrat fragen", who: "Meier", until: "2026-07-01", done: "" }]
    const content = { link: "/hilfe", fields, lines }
    await mueller.agent.put(api("data-protection"), { version: 2, content }).expect(200)
    const outside = async () => (await outsider.agent.get("/datenschutz/festlegungen").expect(200)).text
    expect(await outside()).not.toContain("Personalrat fragen")
    const decide = (who: Person, version: string) =>
      who.agent.form(page("datenschutz"), { action: "decide", version })
    await decide(mueller, "3").expect(403)
    expect((await decide(facilitator, "2").expect(409)).text).toContain("<title>Fehler: ")
    await decide(facilitator, "3").expect(303)
    expect(await outside()).toContain("Personalrat fragen")
    expect(await outside()).toContain("<strong>Namen</strong>")
    expect((await outsider.agent.get("/datenschutz").expect(200)).text).toContain("/datenschutz/festlegungen")
    expect((await group.nobody.get("/datenschutz").expect(200)).text).not.toContain(
      "/datenschutz/festlegungen",
    )
    const next = { ...content, fields: { ...fields, decisions: "Noch nicht beschlossen" } }
    await mueller.agent.put(api("data-protection"), { version: 3, content: next }).expect(200)
    expect(await outside()).not.toContain("Noch nicht beschlossen")
    await facilitator.agent.form(page("datenschutz"), { action: "reopen" }).expect(303)
    expect(await outside()).not.toContain("Personalrat fragen")
  })
})
