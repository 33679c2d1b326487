import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { DAY, moveClock, resetClock } from "../../server/kernel/time.ts"
import { selectAssessed } from "../../server/qualification/assessments/confirmed.ts"
import { findConfirmedAssessment, sweepAssessments } from "../../server/qualification/proof.ts"
import type { Person } from "../support/world.ts"
import { attend } from "./certified.ts"
import { addCohort, type Group, openGroup } from "./group.ts"
import { openRound, type RoundOf, rateAll } from "./round.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())
afterEach(resetClock)

const read = async (who: Person, { id }: RoundOf) =>
  (await who.agent.get(`/api/assessments/${id}`).expect(200)).body

describe("the rounds of a cohort", () => {
  it("are formed by the facilitator, once, and planned without showing what is said in them", async () => {
    const { cohortId } = await addCohort(group, group.people)
    const { facilitator, mueller, schoeller, outsider, otherFacilitator } = group.people
    const address = `/api/cohorts/${cohortId}/assessments`
    const before = (await facilitator.agent.get(address).expect(200)).body
    expect(before.proposal).toHaveLength(4)
    await mueller.agent.post(address, {}).expect(403)
    await schoeller.agent.get(address).expect(403)
    for (const { agent } of [outsider, otherFacilitator]) await agent.post(address, {}).expect(404)
    await Promise.all([1, 2].map(() => facilitator.agent.post(address, { place: "Raum 3" }).expect(204)))
    const { rounds, proposal } = (await facilitator.agent.get(address).expect(200)).body
    expect(proposal).toEqual([])
    expect(rounds).toHaveLength(4)
    expect(Object.keys(rounds[0]).toSorted()).toEqual(
      [
        "facilitator",
        "former",
        "id",
        "learner",
        "peer",
        "place",
        "planVersion",
        "seat",
        "startsAt",
      ].toSorted(),
    )
    const own = (await mueller.agent.get(address).expect(200)).body
    expect(own.rounds.map(({ seat }: { seat: string }) => seat).toSorted()).toEqual(["learner", "peer"])
    expect(own.learners).toEqual([])
  })

  it("exist for nobody but their three", async () => {
    const round = await openRound(group)
    const { mueller, huber, meier, facilitator, schoeller, outsider, otherFacilitator } = group.people
    for (const who of [mueller, huber, facilitator]) expect((await read(who, round)).seat).toBeTruthy()
    const routes = [
      ["get", ""],
      ["put", "/preparation"],
      ["post", "/release"],
      ["delete", "/release"],
      ["post", "/begin"],
    ] as const
    for (const { agent } of [meier, schoeller, outsider, otherFacilitator]) {
      for (const [method, path] of routes) {
        const body = path === "/preparation" ? { situations: [], version: 1 } : RELEASE
        await agent[method](`/api/assessments/${round.id}${path}`, body).expect(404)
      }
      await agent.get(`/kompetenzbilanz/${round.id}`).expect(404)
      await agent.get(`/kompetenzbilanz/${round.id}/planen`).expect(404)
    }
  })

  it("do not exist for another facilitator of the same cohort, who may plan them", async () => {
    const round = await openRound(group)
    const other = await round.addFacilitator(group.people.otherFacilitator)
    const { agent } = group.people.otherFacilitator
    await agent.get(`/api/assessments/${round.id}`).expect(404)
    await agent.get(`/kompetenzbilanz/${round.id}`).expect(404)
    await agent.post(`/api/assessments/${round.id}/begin`, {}).expect(404)
    const former = await agent.get(`/kompetenzbilanz/${round.id}/planen`).expect(308)
    const { text } = await agent.get(String(former.headers.location)).expect(200)
    expect(text).toContain("Runde von Sabine Müller planen")
    await agent
      .put(`/api/assessments/${round.id}`, { ...round.plan, facilitatorId: other, planVersion: 1 })
      .expect(204)
    expect((await read(group.people.otherFacilitator, round)).seat).toBe("facilitator")
    await group.people.facilitator.agent.get(`/api/assessments/${round.id}`).expect(404)
  })

  it("refuse a peer who is the learner, or nobody of the cohort, and a plan that is behind", async () => {
    const round = await openRound(group)
    const { agent } = group.people.facilitator
    const change = (more: object) =>
      agent.put(`/api/assessments/${round.id}`, { ...round.plan, planVersion: 1, ...more })
    expect((await change({ peerId: round.members.mueller }).expect(422)).body.code).toBe(
      "assessment.peer-unknown",
    )
    await change({ peerId: round.members.schoeller }).expect(422)
    await change({ facilitatorId: round.members.meier }).expect(422)
    await change({ peerId: round.members.meier }).expect(204)
    await change({ peerId: round.members.huber }).expect(409)
    await group.people.huber.agent.get(`/api/assessments/${round.id}`).expect(404)
  })
})

const RELEASE = { evidenceIds: [], ratings: true, formerRatings: false }
const SITUATION = { deed: "Frage im Forum gestellt", novelty: "Alle lesen mit", proof: "Die Antwort" }

describe("the preparation", () => {
  it("is the learner's until they release it, and theirs again when they take it back", async () => {
    const round = await openRound(group)
    const { mueller, huber, facilitator } = group.people
    const address = `/api/assessments/${round.id}`
    await mueller.agent.put(`${address}/preparation`, { situations: [SITUATION], version: 1 }).expect(204)
    await mueller.agent.put(`${address}/preparation`, { situations: [], version: 1 }).expect(409)
    for (const who of [huber, facilitator]) {
      await who.agent.put(`${address}/preparation`, { situations: [], version: 2 }).expect(403)
      await who.agent.post(`${address}/release`, RELEASE).expect(403)
      expect(JSON.stringify(await read(who, round))).not.toContain(SITUATION.deed)
      expect((await who.agent.get(`/kompetenzbilanz/${round.id}`)).text).not.toContain(SITUATION.deed)
    }
    await mueller.agent.post(`${address}/release`, RELEASE).expect(204)
    for (const who of [huber, facilitator])
      expect((await read(who, round)).released.situations).toEqual([SITUATION])
    await mueller.agent.delete(`${address}/release`).expect(204)
    for (const who of [huber, facilitator]) expect((await read(who, round)).released).toBeNull()
  })

  it("shows a copy: what is changed afterwards stays with the learner, what was not chosen too", async () => {
    const round = await openRound(group)
    const { mueller, huber } = group.people
    const cohort = `/api/cohorts/${round.cohortId}`
    const attach = async (title: string) =>
      (
        await mueller.agent
          .post(`${cohort}/evidence`, {
            kind: "other",
            title,
            sentence: "Es zeigt etwas.",
            competences: ["fachforum@1.0:A.1"],
          })
          .expect(201)
      ).body.id
    const shown = await attach("Gezeigter Nachweis")
    await attach("Verborgener Nachweis")
    const ratings = [{ competence: "fachforum@1.0:A.1", level: 4, sentence: "Mein Satz" }]
    await mueller.agent.put(`${cohort}/self-ratings`, { point: "start", ratings, version: 0 }).expect(204)
    const later = [{ competence: "fachforum@1.0:A.1", level: 3, sentence: "" }]
    await mueller.agent
      .put(`${cohort}/self-ratings`, { point: "end", ratings: later, version: 0 })
      .expect(204)
    const release = { ...RELEASE, evidenceIds: [shown] }
    await mueller.agent.post(`/api/assessments/${round.id}/release`, release).expect(204)
    await mueller.agent.delete(`/api/evidence/${shown}`).expect(204)
    const seen = await read(huber, round)
    expect(seen.released.evidence).toMatchObject([{ title: "Gezeigter Nachweis" }])
    // Not before both have rated.
    expect(seen.released.ratings).toEqual([])
    expect((await read(mueller, round)).released.ratings).toEqual(later)
    expect(JSON.stringify(seen)).not.toMatch(/Verborgen|Mein Satz/)
  })

  it("refuses evidence of somebody else, and to release nothing", async () => {
    const round = await openRound(group)
    const { mueller, huber } = group.people
    const foreign = await huber.agent
      .post(`/api/cohorts/${round.cohortId}/evidence`, {
        kind: "other",
        title: "Fremd",
        sentence: "Nicht meins.",
        competences: ["fachforum@1.0:A.1"],
      })
      .expect(201)
    const address = `/api/assessments/${round.id}/release`
    const input = { ...RELEASE, evidenceIds: [foreign.body.id] }
    expect((await mueller.agent.post(address, input).expect(422)).body.code).toBe(
      "assessment.evidence-unknown",
    )
    expect((await mueller.agent.post(address, RELEASE).expect(422)).body.code).toBe(
      "assessment.nothing-to-release",
    )
  })

  it("is no longer released when the three become others", async () => {
    const round = await openRound(group, "released")
    const { facilitator, mueller, meier } = group.people
    await facilitator.agent
      .put(`/api/assessments/${round.id}`, { ...round.plan, place: "Anderer Raum", planVersion: 1 })
      .expect(204)
    expect((await read(mueller, round)).released).not.toBeNull()
    await facilitator.agent
      .put(`/api/assessments/${round.id}`, { ...round.plan, peerId: round.members.meier, planVersion: 2 })
      .expect(204)
    expect((await read(meier, round)).released).toBeNull()
    expect(await read(mueller, round)).toMatchObject({ released: null, preparation: { dropped: true } })
  })

  it("stays as it is once the round has begun, which needs it", async () => {
    const early = await openRound(group)
    const { facilitator, mueller, huber } = group.people
    await facilitator.agent.post(`/api/assessments/${early.id}/begin`, {}).expect(409)
    const round = await openRound(group, "released")
    for (const { agent } of [mueller, huber])
      await agent.post(`/api/assessments/${round.id}/begin`, {}).expect(403)
    await facilitator.agent.post(`/api/assessments/${round.id}/begin`, {}).expect(204)
    const address = `/api/assessments/${round.id}`
    await mueller.agent.delete(`${address}/release`).expect(409)
    await mueller.agent.put(`${address}/preparation`, { situations: [], version: 2 }).expect(409)
    await facilitator.agent.delete(address).expect(409)
  })
})

describe("the ratings", () => {
  it("lie open for all three only when both have submitted", async () => {
    const round = await openRound(group, "begun")
    const { mueller, huber, facilitator } = group.people
    await rateAll(mueller, round, 4, { submit: true, sentence: "Satz der Lernenden" })
    await rateAll(facilitator, round, 3, { submit: false, sentence: "Satz der Begleitung" })
    expect((await read(mueller, round)).phase).toBe("rating")
    for (const [who, hidden] of [
      [facilitator, "Satz der Lernenden"],
      [huber, "Satz der Lernenden"],
      [huber, "Satz der Begleitung"],
      [mueller, "Satz der Begleitung"],
    ] as const) {
      const seen = await read(who, round)
      expect(seen.ratings).toBeNull()
      expect(JSON.stringify(seen)).not.toContain(hidden)
      expect((await who.agent.get(`/kompetenzbilanz/${round.id}`)).text).not.toContain(hidden)
    }
    expect((await read(facilitator, round)).submitted).toEqual({ learner: true, facilitator: false })
    await rateAll(facilitator, round, 3, { submit: true, version: 1 })
    for (const who of [mueller, huber, facilitator]) {
      const seen = await read(who, round)
      expect(seen.phase).toBe("agreeing")
      expect(seen.ratings.learner[0].level).toBe(4)
      expect(seen.ratings.facilitator[0].level).toBe(3)
    }
    const late = await mueller.agent
      .put(`/api/assessments/${round.id}/rating`, { ratings: [], submit: false, version: 1 })
      .expect(409)
    expect(late.body.code).toBe("assessment.ratings-open")
  })

  it("are never the peer's, who adds what they saw", async () => {
    const round = await openRound(group, "begun")
    const { mueller, huber, facilitator } = group.people
    const address = `/api/assessments/${round.id}`
    const rating = { ratings: [], submit: false, version: 0 }
    await huber.agent.put(`${address}/rating`, rating).expect(403)
    const observation = { text: "Sie hat ruhig auf Einwände geantwortet." }
    for (const { agent } of [mueller, facilitator])
      await agent.post(`${address}/observations`, observation).expect(403)
    const { id } = (await huber.agent.post(`${address}/observations`, observation).expect(201)).body
    await huber.agent.post(`${address}/observations`, observation).expect(201)
    const seen = (await read(mueller, round)).observations
    expect(seen).toMatchObject([{ by: "Petra Huber", text: observation.text, isMine: false }])
    await mueller.agent.delete(`/api/assessment-observations/${id}`).expect(403)
    await group.people.meier.agent.delete(`/api/assessment-observations/${id}`).expect(404)
    await huber.agent.delete(`/api/assessment-observations/${id}`).expect(204)
  })

  it("are complete before they are submitted, and refused from a window that is behind", async () => {
    const round = await openRound(group, "begun")
    const { mueller } = group.people
    const address = `/api/assessments/${round.id}/rating`
    const gap = { ratings: [{ competence: round.competences[0], level: 2 }], submit: true, version: 0 }
    expect((await mueller.agent.put(address, gap).expect(422)).body.code).toBe("assessment.rating-incomplete")
    await mueller.agent.put(address, { ...gap, submit: false }).expect(204)
    const other = { ...gap, ratings: [{ competence: round.competences[0], level: 3 }], submit: false }
    await mueller.agent.put(address, other).expect(409)
  })
})

it("takes the same a second time without a fuss, as after an answer that got lost, and nothing else", async () => {
  const { mueller, facilitator } = group.people
  const round = await openRound(group, "begun")
  const address = `/api/assessments/${round.id}`
  await rateAll(mueller, round, 4, { submit: true })
  await rateAll(mueller, round, 4, { submit: true })
  await rateAll(facilitator, round, 3, { submit: true })
  // Also when the other has submitted meanwhile.
  await rateAll(mueller, round, 4, { submit: true })
  const ratings = round.competences.map((competence) => ({ competence, level: 2, sentence: "" }))
  await mueller.agent.put(`${address}/rating`, { ratings, submit: true, version: 0 }).expect(409)
  const result = { competence: round.competences[0], level: 4, reason: "Gut", evidence: "", version: 0 }
  for (const _ of [1, 2]) await facilitator.agent.put(`${address}/results`, result).expect(204)
  await mueller.agent.put(`${address}/results`, { ...result, level: 3 }).expect(409)
  const { version } = (await mueller.agent.get(address).expect(200)).body
  const sentences = { sentences: "Sabine Müller teilt Wissen.", version }
  for (const _ of [1, 2]) await mueller.agent.put(`${address}/sentences`, sentences).expect(204)
  await mueller.agent.put(`${address}/sentences`, { ...sentences, sentences: "Anders." }).expect(409)
})

describe("the result", () => {
  it("waits for both ratings, is noted by the two, and never overwrites what is newer", async () => {
    const early = await openRound(group, "begun")
    const round = await openRound(group, "rated")
    const { mueller, huber, facilitator } = group.people
    const result = { competence: round.competences[0], level: 4, reason: "Weil", evidence: "", version: 0 }
    await facilitator.agent.put(`/api/assessments/${early.id}/results`, result).expect(409)
    const address = `/api/assessments/${round.id}`
    await huber.agent.put(`${address}/results`, result).expect(403)
    const both = await Promise.all([
      facilitator.agent.put(`${address}/results`, result),
      mueller.agent.put(`${address}/results`, { ...result, level: 3 }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409])
    await facilitator.agent
      .put(`${address}/results`, { ...result, competence: "digcomp@2.2:3.4" })
      .expect(422)
  })

  it("is worded by the learner alone", async () => {
    const round = await openRound(group, "agreed")
    const { mueller, huber, facilitator } = group.people
    const { version, proposedSentences } = await read(mueller, round)
    expect(proposedSentences).toContain("Sabine Müller ermutigt andere zum Teilen")
    const address = `/api/assessments/${round.id}/sentences`
    for (const { agent } of [huber, facilitator])
      await agent.put(address, { sentences: "Anders", version }).expect(403)
    await mueller.agent.put(address, { sentences: "Sie kann es.\n\n Und das. ", version }).expect(204)
    expect((await read(facilitator, round)).sentences).toBe("Sie kann es.\nUnd das.")
    await mueller.agent.put(address, { sentences: "Noch anders", version }).expect(409)
  })

  it("is confirmed by both, and stands for the certificate only then", async () => {
    const round = await openRound(group, "worded")
    const { mueller, huber, facilitator } = group.people
    const { members } = round
    const address = `/api/assessments/${round.id}/confirm`
    const { version } = await read(mueller, round)
    await huber.agent.post(address, { version }).expect(403)
    await mueller.agent.post(address, { version: version - 1 }).expect(409)
    await mueller.agent.post(address, { version }).expect(204)
    expect(await findConfirmedAssessment(group.db, members.mueller)).toBeNull()
    expect(await read(facilitator, round)).toMatchObject({
      phase: "agreeing",
      confirmed: { learner: true, facilitator: false },
    })
    await facilitator.agent.post(address, { version }).expect(204)
    expect((await read(huber, round)).phase).toBe("confirmed")
    const confirmed = await findConfirmedAssessment(group.db, members.mueller)
    expect(confirmed?.sentences).toEqual(["Sabine Müller teilt Wissen."])
    expect(confirmed?.competences).toHaveLength(6)
    expect(confirmed?.competences[0]).toMatchObject({
      framework: "digcomp",
      version: "2.2",
      id: "2.2",
      level: 3,
    })
    expect(await selectAssessed(group.db, round.cohortId)).toEqual([{ memberId: members.mueller }])
  })

  it("needs every level and the sentences before anybody can confirm it", async () => {
    const round = await openRound(group, "agreed")
    const { agent } = group.people.mueller
    const { version, can } = await read(group.people.mueller, round)
    expect(can.confirm).toBe(false)
    const refused = await agent.post(`/api/assessments/${round.id}/confirm`, { version }).expect(409)
    expect(refused.body.code).toBe("assessment.incomplete")
  })

  it("loses its confirmations by a change, for all to see, also when both had confirmed", async () => {
    const round = await openRound(group, "confirmed")
    const { mueller, huber, facilitator } = group.people
    const before = await read(facilitator, round)
    const [first] = before.results
    await facilitator.agent.put(`/api/assessments/${round.id}/results`, first).expect(204)
    expect((await read(facilitator, round)).phase).toBe("confirmed")
    await facilitator.agent.put(`/api/assessments/${round.id}/results`, { ...first, level: 2 }).expect(204)
    for (const who of [mueller, huber, facilitator])
      expect(await read(who, round)).toMatchObject({
        phase: "agreeing",
        reopened: true,
        confirmed: { learner: false, facilitator: false },
      })
    expect(await findConfirmedAssessment(group.db, round.members.mueller)).toBeNull()
    expect((await mueller.agent.get(`/kompetenzbilanz/${round.id}`)).text).toContain(
      "Eine Änderung hat die Bestätigung aufgehoben",
    )
  })

  it("can be thought over until a day", async () => {
    const round = await openRound(group, "worded")
    const { mueller, huber, facilitator } = group.people
    const address = `/api/assessments/${round.id}/thought`
    const until = new Date(Date.now() + 7 * DAY).toISOString().slice(0, 10)
    await huber.agent.put(address, { until }).expect(403)
    for (const wrong of ["2020-01-01", "2199-01-01"])
      await mueller.agent.put(address, { until: wrong }).expect(422)
    await mueller.agent.put(address, { until }).expect(204)
    expect((await read(facilitator, round)).thinking).toEqual({ name: "Sabine Müller", until, isMe: false })
    await facilitator.agent.put(address, { until: null }).expect(204)
    expect((await read(mueller, round)).thinking).toMatchObject({ isMe: true })
    const { version } = await read(mueller, round)
    await mueller.agent.post(`/api/assessments/${round.id}/confirm`, { version }).expect(204)
    expect((await read(mueller, round)).thinking).toBeNull()
  })
})

describe("the result once the certificate is issued", () => {
  it("is settled, and open again when the certificate is revoked", async () => {
    const round = await openRound(group, "confirmed")
    const { mueller, facilitator } = group.people
    await attend(group, round, round.members.mueller)
    const address = `/api/assessments/${round.id}`
    const read = async () => (await mueller.agent.get(address).expect(200)).body
    const before = await read()
    expect(before.can).toMatchObject({ word: true, agree: true })
    const { body } = await facilitator.agent
      .post(`/api/cohorts/${round.cohortId}/certificates`, { memberId: round.members.mueller })
      .expect(201)
    expect((await read()).can).toMatchObject({ word: false, agree: false, confirm: false })
    const words = { sentences: "Doch etwas anderes.", version: before.version }
    const refused = await mueller.agent.put(`${address}/sentences`, words).expect(409)
    expect(refused.body.code).toBe("assessment.certified")
    const [competence] = round.competences
    const result = { competence, level: 4, reason: "", evidence: "", version: 1 }
    await facilitator.agent.put(`${address}/results`, result).expect(409)
    expect((await read()).phase).toBe("confirmed")
    const page = await mueller.agent.get(`/kompetenzbilanz/${round.id}`).expect(200)
    expect(page.text).not.toContain("Sätze speichern")
    await facilitator.agent
      .post(`/api/certificates/${body.id}/revoke`, { reason: "Falsche Stufe" })
      .expect(204)
    await mueller.agent.put(`${address}/sentences`, words).expect(204)
  })
})

describe("the working notes", () => {
  it("go on the day that the screen names; what both confirmed stays", async () => {
    const done = await openRound(group, "confirmed")
    const open = await openRound(group, "agreed")
    const { mueller, facilitator, huber } = group.people
    const { notesUntil } = await read(mueller, done)
    await sweepAssessments(group.db)
    expect((await read(mueller, done)).released).not.toBeNull()
    moveClock(Date.parse(notesUntil) - Date.now() + 2 * DAY)
    const signedIn = await signInAgain([mueller, facilitator, huber])
    await sweepAssessments(group.db)
    const after = await signedIn.read(mueller, done)
    expect(after).toMatchObject({
      released: null,
      ratings: null,
      observations: [],
      notesDeleted: true,
      phase: "confirmed",
    })
    expect(after.preparation.situations).toEqual([])
    expect(after.results[0]).toMatchObject({ level: 3, reason: "Weil es so war" })
    expect((await findConfirmedAssessment(group.db, done.members.mueller))?.competences).toHaveLength(6)
    const unfinished = await signedIn.read(mueller, open)
    expect(unfinished.results[0]).toMatchObject({ level: 3, reason: "", evidence: "" })
    expect(unfinished.phase).toBe("agreeing")
    await sweepAssessments(group.db)
  })

  /** Sessions do not last as long as notes. */
  async function signInAgain(people: Person[]) {
    const { sessions } = group.parts
    const cookies = new Map<string, string>()
    for (const { id } of people) {
      const { token } = await sessions.signIn(id, "Test", null)
      cookies.set(id, `${sessions.cookieName}=${token}`)
    }
    return {
      read: async ({ id }: Person, round: RoundOf) => {
        const response = await group.app.inject({
          url: `/api/assessments/${round.id}`,
          headers: { cookie: cookies.get(id) ?? "" },
        })
        expect(response.statusCode).toBe(200)
        return response.json()
      },
    }
  }
})
