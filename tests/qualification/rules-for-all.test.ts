import { afterAll, afterEach, beforeAll, expect, it } from "vitest"
import { DAY, moveClock, resetClock } from "../../server/kernel/time.ts"
import { PLANS, type PlanKind } from "../../server/qualification/plans/kinds.ts"
import { type Group, openGroup } from "./group.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterEach(() => resetClock())
afterAll(() => group.close())

const content = (kind: PlanKind, fields: Record<string, string>, link = "") => ({
  link,
  fields: { ...Object.fromEntries(Object.keys(PLANS[kind].fields).map((name) => [name, ""])), ...fields },
  lines: [],
})
const plan = (kind: PlanKind, rest = "") => `/api/cohorts/${group.cohortId}/plans/${kind}${rest}`
const show = () => `/api/cohorts/${group.cohortId}/rules-draft`

it("the rules that a group decided become those of everybody: draft, comments, edition", async () => {
  const { mueller, huber, facilitator, schoeller, outsider, vogt } = group.people
  const early = await facilitator.agent.post(show()).expect(409)
  expect(early.body.code).toBe("rules.undecided")
  const rules = content("rules", {
    aim: "Gern fragen.",
    rules: "1. Eine Frage.",
    upkeep: "Im Herbst wieder.",
  })
  await mueller.agent.put(plan("rules"), { version: 0, content: rules }).expect(200)
  await facilitator.agent.post(plan("rules", "/decide"), { version: 1 }).expect(204)
  for (const { agent } of [mueller, schoeller]) await agent.post(show()).expect(403)
  await outsider.agent.post(show()).expect(404)
  const sent = await facilitator.agent
    .form(`/lerngruppen/${group.cohortId}/vorhaben/nutzungsregeln`, { action: "propose" })
    .expect(303)
  expect(sent.headers.location).toContain("/nutzungsregeln/entwurf")
  const again = await facilitator.agent.post(show()).expect(409)
  expect(again.body.code).toBe("rules.draft-exists")

  // Manager and colleague read what only the group could open before.
  for (const { agent } of [schoeller, vogt, outsider]) {
    const { text } = await agent.get("/nutzungsregeln/entwurf").expect(200)
    expect(text).toContain("erarbeitet von: Lerngruppe Wohngeld")
    expect(text).toContain("Im Herbst wieder.")
  }
  await outsider.agent.post("/api/rules/draft/comments", { body: "Und Titel?" }).expect(201)
  // Whoever put it out looks after it, though no editor.
  const { body: draft } = await facilitator.agent.get("/api/rules/draft").expect(200)
  expect(draft.can.edit).toBe(true)
  expect((await huber.agent.get("/api/rules/draft").expect(200)).body.can.edit).toBe(false)
  moveClock(8 * DAY)
  await facilitator.agent
    .post("/api/rules/draft/publish", { version: draft.version, isAsked: true })
    .expect(204)
  const { body } = await outsider.agent.get("/api/rules").expect(200)
  expect(body.current).toMatchObject({ edition: 1, source: "Lerngruppe Wohngeld" })
})

it("the page on data protection cites nothing that only the group can open", async () => {
  const { mueller, facilitator, outsider } = group.people
  const closed = `/lerngruppen/${group.cohortId}/vorhaben/nutzungsregeln`
  const decide = async (version: number, cited: object) => {
    await mueller.agent.put(plan("data-protection"), { version: version - 1, ...cited }).expect(200)
    return facilitator.agent.post(plan("data-protection", "/decide"), { version })
  }
  const texts = [
    { content: content("data-protection", { decisions: `Siehe [Regeln](${closed}).` }) },
    { content: content("data-protection", { decisions: "Siehe Regeln." }, closed) },
    { content: content("data-protection", { decisions: `http://localhost:3000${closed}` }) },
  ]
  for (const [index, cited] of texts.entries()) {
    const { status, body } = await decide(index + 1, cited)
    expect([status, body.code]).toEqual([422, "plan.closed-link"])
  }
  const open = content("data-protection", { decisions: "Siehe [Regeln](/nutzungsregeln)." })
  const { status } = await decide(4, { content: open })
  expect(status).toBe(204)
  const { text } = await outsider.agent.get("/datenschutz/festlegungen").expect(200)
  expect(text).toContain('href="/nutzungsregeln"')
})
