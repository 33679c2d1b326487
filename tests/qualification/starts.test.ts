import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { transact } from "../../server/kernel/database.ts"
import { experiences, workProcesses } from "../../server/qualification/starts/tables.ts"
import { countMedia, type Experience, saidTogether } from "../../server/qualification/starts/together.ts"
import { type Group, openGroup } from "./group.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

const api = (rest: string) => `/api/cohorts/${group.cohortId}/${rest}`
const page = (rest: string) => `/lerngruppen/${group.cohortId}/${rest}`
const EMPTY = { anonymous: false, media: [], helps: "", hinders: "", wish: "" }
const PROCESS = { title: "Posteingang", steps: "Öffnen, verteilen", media: "Papier", pain: "", change: "" }
const one = (name: string, anonymous: boolean, helps: string): Experience => ({
  name,
  anonymous,
  media: ["mail"],
  answers: { helps, hinders: "", wish: "" },
})

describe("what the group sees together", () => {
  it.each([
    ["one nameless answer is not shown", [one("A", true, "x"), one("B", false, "y")], ["y (B)"]],
    ["nor are two", [one("A", true, "x"), one("B", true, "y")], []],
    [
      "three are, in the order of their words, whoever came first",
      [one("A", true, "z"), one("B", true, "x"), one("C", true, "y")],
      ["x (null)", "y (null)", "z (null)"],
    ],
    [
      "an empty answer does not make up the number",
      [one("A", true, "z"), one("B", true, "x"), one("C", true, " ")],
      [],
    ],
  ])("%s", (_, all, shown) => {
    expect(saidTogether(all).helps.map(({ text, name }) => `${text} (${name})`)).toEqual(shown)
  })

  it("counts only from five people on", () => {
    const four = ["A", "B", "C", "D"].map((name) => one(name, true, ""))
    expect(countMedia(four)).toBeNull()
    expect(countMedia([...four, one("E", false, "")])?.[0]).toEqual({ medium: "mail", people: 5 })
  })
})

describe("the experience of the learners", () => {
  it("is shown with names or without, as each wishes, and never tells more", async () => {
    const { mueller, huber, meier, dangelo, facilitator, schoeller, outsider } = group.people
    await dangelo.agent.put(api("experiences"), { ...EMPTY, helps: "Mit Namen" }).expect(204)
    await mueller.agent.put(api("experiences"), { ...EMPTY, anonymous: true, helps: "Zuhören" }).expect(204)
    await huber.agent.put(api("experiences"), { ...EMPTY, anonymous: true, helps: "Anrufen" }).expect(204)
    const few = await facilitator.agent.get(api("experiences")).expect(200)
    expect(few.body.answers.helps).toEqual([{ text: "Mit Namen", name: "Chiara D'Angelo" }])
    await meier.agent.put(api("experiences"), { ...EMPTY, anonymous: true, helps: "Notieren" }).expect(204)
    const { body } = await facilitator.agent.get(api("experiences")).expect(200)
    expect(body.own).toBeNull()
    expect(body.media).toBeNull()
    expect(body.answers.helps.map(({ name }: { name: string | null }) => name)).toEqual([
      null,
      "Chiara D'Angelo",
      null,
      null,
    ])
    for (const name of ["Müller", "Huber", "Meier", group.members.mueller])
      expect(JSON.stringify(body)).not.toContain(name)
    await schoeller.agent.get(api("experiences")).expect(403)
    await outsider.agent.get(api("experiences")).expect(404)
    await facilitator.agent.put(api("experiences"), EMPTY).expect(403)
    await mueller.agent.put(api("experiences"), { ...EMPTY, media: ["fax"] }).expect(400)
  })

  it("is given without a script, keeps what was typed, and goes when it is emptied", async () => {
    const { mueller } = group.people
    const answer = (fields: Record<string, string>) =>
      mueller.agent.form(page("ausgangslage"), { action: "experience", ...fields })
    const refused = await answer({ helps: "x".repeat(1001), wish: "Bleibt" }).expect(422)
    expect(refused.text).toContain("Bleibt")
    await answer({ media: "mail", wish: "Ein Forum" }).expect(303)
    const { text } = await mueller.agent.get(page("ausgangslage")).expect(200)
    expect(text).toContain("Ein Forum (Sabine Müller)")
    expect(text).toContain("ab fünf Antworten")
    await answer({}).expect(303)
    const left = await group.db
      .select()
      .from(experiences)
      .where(eq(experiences.memberId, group.members.mueller))
    expect(left).toEqual([])
  })
})

describe("the work processes of the department", () => {
  it("are locked for those who may change them only", async () => {
    const { mueller, outsider } = group.people
    const { id } = (await mueller.agent.post(api("work-processes"), PROCESS).expect(201)).body
    await transact(group.db, async (tx) => {
      await tx.select().from(workProcesses).where(eq(workProcesses.id, id)).for("update")
      await outsider.agent.put(`/api/work-processes/${id}`, { ...PROCESS, version: 1 }).expect(404)
      await outsider.agent.delete(`/api/work-processes/${id}?version=1`).expect(404)
    })
    await mueller.agent.delete(`/api/work-processes/${id}?version=1`).expect(204)
  })

  it("belong to the group: added once, changed by all of it, closed to everybody else", async () => {
    const { mueller, facilitator, schoeller, outsider } = group.people
    const sent = { key: "zweimal-gesendet", ...PROCESS }
    const first = await mueller.agent.post(api("work-processes"), sent).expect(201)
    const again = await mueller.agent.post(api("work-processes"), sent).expect(201)
    expect(again.body.id).toBe(first.body.id)
    const at = `/api/work-processes/${first.body.id}`
    await facilitator.agent.put(at, { ...PROCESS, pain: "Dauert", version: 1 }).expect(204)
    const late = await mueller.agent.put(at, { ...PROCESS, version: 1 }).expect(409)
    expect(JSON.stringify(late.body)).toContain("Dauert")
    await schoeller.agent.put(at, { ...PROCESS, version: 2 }).expect(403)
    await outsider.agent.put(at, { ...PROCESS, version: 2 }).expect(404)
    await outsider.agent.delete(`${at}?version=2`).expect(404)
    const { body } = await mueller.agent.get(api("work-processes")).expect(200)
    expect(body.items).toHaveLength(1)
    // Not what the person has read.
    await mueller.agent.delete(`${at}?version=1`).expect(409)
    await mueller.agent.delete(at).expect(400)
    await mueller.agent.delete(`${at}?version=2`).expect(204)
  })

  it("are written without a script, and nothing typed is lost", async () => {
    const { huber, meier } = group.people
    const add = (fields: Record<string, string>) =>
      huber.agent.form(page("ausgangslage"), { action: "process", ...fields })
    const refused = await add({ title: "", pain: "Bleibt stehen" }).expect(422)
    expect(refused.text).toContain("Bleibt stehen")
    expect(refused.text).toContain('href="#feld-title-process"')
    await add(PROCESS).expect(303)
    const { text } = await meier.agent.get(page("ausgangslage")).expect(200)
    expect(text).toContain("Öffnen, verteilen")
    const path = /action="(\/arbeitsablaeufe\/[^"]+)"/.exec(text)?.[1] ?? ""
    const save = { ...PROCESS, action: "save", version: "1" }
    await meier.agent.form(path, { ...save, pain: "Von Meier" }).expect(303)
    const late = await huber.agent.form(path, { ...save, pain: "Von Huber" }).expect(409)
    for (const both of ["Von Meier", "Von Huber"]) expect(late.text).toContain(both)
    const early = await huber.agent.form(path, { action: "remove", version: "1" }).expect(409)
    expect(early.text).toContain("Von Meier")
    await huber.agent.form(path, { action: "remove", version: "2" }).expect(303)
    expect((await meier.agent.get(page("ausgangslage")).expect(200)).text).toContain(
      "Noch kein Arbeitsablauf",
    )
  })
})
