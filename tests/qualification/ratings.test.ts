import { eq } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { DAY, dayOf, moveClock, now, resetClock } from "../../server/kernel/time.ts"
import { assessmentResults, assessmentRounds } from "../../server/qualification/assessments/tables.ts"
import { selfRatings } from "../../server/qualification/competences/tables.ts"
import type { Person } from "../support/world.ts"
import { attend } from "./certified.ts"
import { addCohort, type Group, openGroup } from "./group.ts"
import { openRound, type RoundOf, rateAll } from "./round.ts"

/** Four levels, from the self-rating at the start to what the certificate says was gained. */
let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())
afterEach(resetClock)

const read = async (who: Person, { id }: RoundOf) =>
  (await who.agent.get(`/api/assessments/${id}`).expect(200)).body

const rateOneself = ({ cohortId, competences }: RoundOf, point: string, level: number, sentence = "") =>
  group.people.mueller.agent
    .put(`/api/cohorts/${cohortId}/self-ratings`, {
      point,
      ratings: competences.map((competence) => ({ competence, level, sentence })),
      version: 0,
    })
    .expect(204)

describe("the learner's rating in the round", () => {
  it("goes on from the last self-rating, which nobody else sees before both have rated", async () => {
    const { mueller, huber, facilitator } = group.people
    const round = await openRound(group)
    await rateOneself(round, "start", 1, "Erst am Anfang")
    await rateOneself(round, "end", 3, "Seit dem Sommer")
    const situations = [{ deed: "Gefragt", novelty: "", proof: "" }]
    const address = `/api/assessments/${round.id}`
    await mueller.agent.put(`${address}/preparation`, { situations, version: 1 }).expect(204)
    await mueller.agent.post(`${address}/release`, { ratings: true, formerRatings: true }).expect(204)
    await facilitator.agent.post(`${address}/begin`, {}).expect(204)
    const own = await read(mueller, round)
    expect(own.ownRating).toMatchObject({ submitted: false, version: 0 })
    expect(own.ownRating.ratings[0]).toMatchObject({ level: 3, sentence: "Seit dem Sommer" })
    const page = await mueller.agent.get(`/kompetenzbilanz/${round.id}`).expect(200)
    expect(page.text).toContain('value="Seit dem Sommer"')
    for (const who of [huber, facilitator]) {
      const seen = await read(who, round)
      expect(seen.released).toMatchObject({ situations, ratings: [], formerRatings: [] })
      const shown = (await who.agent.get(`/kompetenzbilanz/${round.id}`).expect(200)).text
      expect(shown).not.toMatch(/Erst am Anfang|Seit dem Sommer/)
    }
    expect((await read(facilitator, round)).ownRating.ratings).toEqual([])
    await rateAll(mueller, round, 3, { submit: true })
    await rateAll(facilitator, round, 2, { submit: true })
    expect((await read(facilitator, round)).released.formerRatings[0]).toMatchObject({ level: 1 })
  })
})

describe("a confirmed competence", () => {
  it("has a reason or evidence, unless it is not reached yet", async () => {
    const { mueller, facilitator } = group.people
    const round = await openRound(group, "worded")
    const address = `/api/assessments/${round.id}`
    const [first, second] = round.competences
    const note = (competence: string | undefined, more: object, version: number) =>
      facilitator.agent
        .put(`${address}/results`, { competence, level: 3, reason: "", evidence: "", version, ...more })
        .expect(204)
    await note(first, {}, 1)
    await note(second, { level: 0 }, 1)
    const { version, can } = await read(mueller, round)
    expect(can.confirm).toBe(false)
    const refused = await mueller.agent.post(`${address}/confirm`, { version }).expect(409)
    expect(refused.body.code).toBe("assessment.incomplete")
    expect((await mueller.agent.get(`/kompetenzbilanz/${round.id}`)).text).toContain(
      "Es fehlt noch eine Begründung oder ein Nachweis.",
    )
    await note(first, { evidence: "Beitrag im Forum" }, 2)
    const { version: present } = await read(mueller, round)
    await mueller.agent.post(`${address}/confirm`, { version: present }).expect(204)
  })
})

it("counts the days until the working notes go from the day that the round was held", async () => {
  const { mueller, facilitator } = group.people
  const round = await openRound(group, "released")
  const late = new Date(Date.parse(round.plan.startsAt) + 3 * DAY)
  moveClock(late.getTime() - Date.now())
  await group.db
    .update(assessmentRounds)
    .set({ notesUntil: dayOf(now()) })
    .where(eq(assessmentRounds.id, round.id))
  await facilitator.agent.post(`/api/assessments/${round.id}/begin`, {}).expect(204)
  expect((await read(mueller, round)).notesUntil).toBe(dayOf(new Date(now().getTime() + 28 * DAY)))
})

describe("what was rated on the former scale of eight", () => {
  it("is read as the level of four that it belongs to", async () => {
    const made = await addCohort(group, group.people)
    const { mueller } = group.people
    const address = `/api/cohorts/${made.cohortId}/self-ratings`
    const competence = "digcomp@2.2:2.2"
    const input = { point: "start", ratings: [{ competence, level: 2, sentence: "" }], version: 0 }
    await mueller.agent.put(address, input).expect(204)
    const stored = eq(selfRatings.memberId, made.members.mueller)
    const [row] = await group.db.select().from(selfRatings).where(stored)
    expect(row?.ratings[0]?.level).toBe(4)
    for (const [former, level] of [
      [0, 0],
      [1, 1],
      [3, 2],
      [6, 3],
      [7, 4],
    ] as const) {
      await group.db
        .update(selfRatings)
        .set({ ratings: [{ competence, level: former, sentence: "" }] })
        .where(stored)
      expect((await mueller.agent.get(address)).body.points[0].ratings[0].level).toBe(level)
    }
  })
})

describe("the certificate", () => {
  it("shows what was gained, hours and project, says nothing twice, and its holder gets a mail", async () => {
    const { mueller, facilitator } = group.people
    const round = await openRound(group, "agreed")
    const address = `/api/assessments/${round.id}`
    const [first] = round.competences
    const result = { competence: first, level: 3, startLevel: 1, reason: "Gezeigt", evidence: "", version: 1 }
    await facilitator.agent.put(`${address}/results`, result).expect(204)
    const { proposedSentences, version } = await read(mueller, round)
    const own = "Sie hat Kolleginnen und Kollegen gewonnen."
    await mueller.agent
      .put(`${address}/sentences`, { sentences: `${proposedSentences}\n${own}`, version })
      .expect(204)
    for (const { agent } of [mueller, facilitator])
      await agent.post(`${address}/confirm`, { version: version + 1 }).expect(204)
    const project = { title: "Ins Forum", goal: "Weniger Rückfragen", state: "running" }
    await mueller.agent
      .post(`/api/cohorts/${round.cohortId}/projects`, { ...project, reason: "", concerned: "", risks: "" })
      .expect(201)
    await attend(group, round, round.members.mueller)
    const { id } = (
      await facilitator.agent
        .post(`/api/cohorts/${round.cohortId}/certificates`, { memberId: round.members.mueller })
        .expect(201)
    ).body
    // Before she has seen it: of what somebody has read no mail tells.
    await group.drain()
    const { content } = (await mueller.agent.get(`/api/certificates/${id}`).expect(200)).body
    expect(content).toMatchObject({ sentences: [own], projects: ["Ins Forum"], scale: 4 })
    expect(content.hours).toBeGreaterThan(0)
    expect(content.competences[0]).toMatchObject({ level: 3, start: { level: 1, levelName: "Grundlagen" } })
    expect(content.competences[1].start).toBeNull()
    const page = (await mueller.agent.get(`/zertifikate/${id}`).expect(200)).text.replaceAll("\u00a0", " ")
    expect(page).toContain("3: Leitet andere an (am Anfang 1: Grundlagen)")
    expect(page).toContain("Stunden an gemeinsamen Terminen")
    expect(page).toMatch(/Ausgestellt von<\/dt><dd>Lena Weber/)
    // Each of it stands there once.
    for (const said of ["Ins Forum", own, "Stunden an gemeinsamen", "am Anfang 1"])
      expect(page.split(said)).toHaveLength(2)
    const told = (await group.mails()).filter(({ text }) => text.includes(`/zertifikate/${id}`))
    expect(told.map(({ to, subject }) => [to, subject])).toEqual([[mueller.email, "Ihr Zertifikat ist da"]])
    expect(told[0]?.text).not.toMatch(/Sabine|Posteingang|Leitet/)
    // After it nothing is open any more.
    const preparation = await mueller.agent.get(`/lerngruppen/${round.cohortId}/vorbereitung`).expect(200)
    expect(preparation.text).not.toContain("noch offen")
    const late = { point: "end", ratings: [{ competence: first, level: 4 }], version: 0 }
    await mueller.agent.put(`/api/cohorts/${round.cohortId}/self-ratings`, late).expect(409)
  })

  it("tells nobody by mail who wants none", async () => {
    const { mueller, facilitator } = group.people
    const round = await openRound(group, "confirmed")
    await attend(group, round, round.members.mueller)
    await mueller.agent.put("/api/notifications/settings/all", { time: "never" }).expect(200)
    const { id } = (
      await facilitator.agent
        .post(`/api/cohorts/${round.cohortId}/certificates`, { memberId: round.members.mueller })
        .expect(201)
    ).body
    await group.drain()
    expect((await group.mails()).filter(({ text }) => text.includes(id))).toEqual([])
    await mueller.agent.put("/api/notifications/settings/all", { time: null }).expect(200)
  })

  it("of earlier versions keeps its scale", async () => {
    const { mueller, facilitator } = group.people
    const round = await openRound(group, "confirmed")
    await attend(group, round, round.members.mueller)
    const { id } = (
      await facilitator.agent
        .post(`/api/cohorts/${round.cohortId}/certificates`, { memberId: round.members.mueller })
        .expect(201)
    ).body
    await group.db.$client.query(
      `update certificates set content = (content - 'scale' - 'hours' - 'projects') || jsonb_build_object(
         'competences', jsonb_build_array((content->'competences'->0) || '{"level": 7}'::jsonb))
       where id = $1`,
      [id],
    )
    const { content } = (await mueller.agent.get(`/api/certificates/${id}`).expect(200)).body
    expect(content).toMatchObject({ scale: 8, hours: null, projects: [] })
    const page = await mueller.agent.get(`/zertifikate/${id}`).expect(200)
    expect(page.text).toContain("„Highly specialised“ (7–8)")
  })
})

it("keeps a result as it was, with where the learner began", async () => {
  const round = await openRound(group, "rated")
  const [competence] = round.competences
  const result = { competence, level: 2, startLevel: 1, reason: "Weil", evidence: "", version: 0 }
  for (const _ of [1, 2])
    await group.people.facilitator.agent.put(`/api/assessments/${round.id}/results`, result).expect(204)
  const rows = await group.db.select().from(assessmentResults).where(eq(assessmentResults.roundId, round.id))
  expect(rows).toMatchObject([{ level: 4, startLevel: 2, version: 1 }])
})
