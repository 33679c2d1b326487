import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { composeRollOut } from "../../server/announcements/roll-out-text.ts"
import { DAY, dayOf, moveClock, now, resetClock } from "../../server/kernel/time.ts"
import { addCategory, release } from "../forum/town.ts"
import { type Group, openGroup } from "./group.ts"

let group: Group
let category: string
const startOn = dayOf(new Date(now().getTime() + 7 * DAY))

beforeAll(async () => {
  group = await openGroup()
  category = await addCategory(group.people.outsider.agent, {
    name: "Miete und Belastung",
    responsibleId: group.departments.law,
  })
  await release(group.people.outsider.agent)
})
afterAll(() => group.close())

const plan = () => ({
  link: "",
  fields: { startOn, support: "", help: "Sprechstunde **dienstags**", review: "" },
  lines: [
    {
      day: "",
      audience: "Wohngeldstelle, Grundsatz und Recht",
      who: "Martina Schöller",
      message: "Es darf holpern.",
      channel: "Aushang",
    },
  ],
})
const decide = async () => {
  const { mueller, facilitator } = group.people
  const path = `/api/cohorts/${group.cohortId}/plans/rollout`
  await mueller.agent.put(path, { version: 0, content: plan() }).expect(200)
  await facilitator.agent.post(`${path}/decide`, { version: 1 }).expect(204)
}
const PLANS = () => `/lerngruppen/${group.cohortId}/vorhaben/kolleginnen-und-kollegen`
const input = () => ({
  title: "Wir laden ein",
  body: "Kommen Sie gern.",
  audience: "all",
  showUntil: dayOf(new Date(now().getTime() + 14 * DAY)),
  groupId: group.cohortId,
})

describe("What a learning group drafts", () => {
  it("is seen by the group and released by its manager, and both are named", async () => {
    const { mueller, huber, facilitator, schoeller, vogt, outsider, otherFacilitator } = group.people
    const form = await mueller.agent.get(`/ankuendigungen/entwurf?gruppe=${group.cohortId}`).expect(200)
    expect(form.text).toContain("Lerngruppe Wohngeld")
    const { body } = await mueller.agent.post("/api/announcements/drafts", input()).expect(201)
    const path = `/api/announcements/${body.id}`
    for (const person of [huber, facilitator, schoeller, vogt]) {
      const seen = await person.agent.get(path).expect(200)
      expect(seen.body).toMatchObject({ draft: true, group: "Lerngruppe Wohngeld", can: { edit: true } })
      expect(seen.body.can.release).toBe(person === schoeller || person === vogt)
    }
    await otherFacilitator.agent.get(path).expect(404)
    await otherFacilitator.agent.post("/api/announcements/drafts", input()).expect(404)
    for (const person of [mueller, facilitator])
      await person.agent.post(`${path}/release`, { version: 1 }).expect(403)
    const told = await schoeller.agent.get("/api/notifications?notice=announcements.drafted").expect(200)
    expect(told.body.items).toMatchObject([{ groupId: body.id, title: "Wir laden ein" }])
    await huber.agent
      .put(path, { ...input(), groupId: undefined, body: "Kommen Sie.", version: 1 })
      .expect(204)
    await schoeller.agent.post(`${path}/release`, { version: 1 }).expect(409)
    await schoeller.agent.form(`/ankuendigungen/${body.id}/freigeben`, { version: "2" }).expect(303)
    const { text } = await huber.agent.get(`/ankuendigungen/${body.id}`).expect(200)
    expect(text).toContain("entworfen von: Lerngruppe Wohngeld")
    expect(text).toContain("freigegeben von Martina Schöller")
    const versions = await outsider.agent.get(`${path}/versions`).expect(200)
    expect(versions.body.items.map(({ version }: { version: number }) => version)).toEqual([2])
    await mueller.agent.put(path, { ...input(), groupId: undefined, version: 2 }).expect(403)
    const heard = await outsider.agent.get("/api/notifications?notice=announcements.published").expect(200)
    expect(heard.body.items).toMatchObject([{ groupId: body.id }])
  })
})

describe("The starting signal", () => {
  it("says what was changed because of an objection, where there was one", () => {
    const plan = { startOn: "2026-03-02", messages: ["Los geht es."], help: "", audiences: [] }
    const changes = [
      { said: "Bis da jemand\nantwortet!", changed: "Zwei Arbeitstage. [Regeln](/nutzungsregeln)" },
    ]
    const { title, body } = composeRollOut({ ...plan, changes }, "de")
    expect(title).toBe("Ab 2. März 2026 fragen wir im Fachforum")
    expect(body).toContain("## Sie haben gesagt – wir haben geändert")
    expect(body).toContain("- „Bis da jemand antwortet!“ – Zwei Arbeitstage. [Regeln](/nutzungsregeln)")
    expect(composeRollOut({ ...plan, changes: [] }, "de").body).not.toContain("wir haben geändert")
  })

  it("needs a decided plan, and a part in the group", async () => {
    const { mueller, otherFacilitator } = group.people
    const roll = { groupId: group.cohortId }
    const refused = await mueller.agent.post("/api/announcements/roll-outs", roll).expect(409)
    expect(refused.body.code).toBe("announcement.plan-undecided")
    await otherFacilitator.agent.post("/api/announcements/roll-outs", roll).expect(404)
  })

  it("is drafted once where two of the group do it at the same time", async () => {
    const { mueller, huber } = group.people
    await decide()
    const both = await Promise.all(
      [mueller, huber].map(({ agent }) =>
        agent.post("/api/announcements/roll-outs", { groupId: group.cohortId }),
      ),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const drafted = both.find(({ status }) => status === 201)?.body.id
    await group.people.outsider.agent
      .post(`/api/announcements/${drafted}/withdraw`, { reason: "Nur ein Versuch" })
      .expect(204)
  })

  it("takes day, message, audience and help from the plan, which leads to it from then on", async () => {
    const { mueller, schoeller, huber } = group.people
    expect((await mueller.agent.get(PLANS()).expect(200)).text).toContain(
      "Ankündigung aus dem Plan schreiben",
    )
    const sent = await mueller.agent.form(`/lerngruppen/${group.cohortId}/ankuendigung`, {}).expect(303)
    const path = sent.headers.location?.split("?")[0] ?? ""
    const { body } = await schoeller.agent
      .get(`/api${path.replace("ankuendigungen", "announcements")}`)
      .expect(200)
    expect(body).toMatchObject({
      kind: "roll-out",
      draft: true,
      startOn,
      audience: "listed",
      categories: [{ id: category, name: "Miete und Belastung" }],
    })
    expect(body.departments.map(({ name }: { name: string }) => name)).toEqual([
      "Grundsatz und Recht",
      "Wohngeldstelle",
    ])
    for (const words of ["Es darf holpern.", "Sprechstunde **dienstags**", "/nutzungsregeln"])
      expect(body.body).toContain(words)
    const linked = (await mueller.agent.get(PLANS()).expect(200)).text
    expect(linked).toContain(path)
    expect(linked).not.toContain("Ankündigung aus dem Plan schreiben")
    const again = await huber.agent.form(`/lerngruppen/${group.cohortId}/ankuendigung`, {}).expect(409)
    expect(again.text).toContain("schon eine Ankündigung")
    await schoeller.agent.form(`${path}/freigeben`, { version: "1" }).expect(303)
  })

  it("is said on the pages of its categories, and where one writes, from its day on", async () => {
    const { mueller } = group.people
    const pages = [`/kategorien/${category}`, `/fragen/neu?kategorie=${category}`]
    for (const page of pages)
      expect((await mueller.agent.get(page).expect(200)).text).not.toContain(
        "nicht mehr per E-Mail oder Telefon",
      )
    moveClock(8 * DAY)
    for (const page of pages)
      expect((await mueller.agent.get(page).expect(200)).text).toContain("nicht mehr per E-Mail oder Telefon")
    resetClock()
  })
})
