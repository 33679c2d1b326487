import { afterAll, beforeAll, expect, it } from "vitest"
import { type Group, openGroup } from "./group.ts"
import { openRound } from "./round.ts"
import { EVIDENCE } from "./things.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

it("is prepared and released without a script, and what is missing loses nothing", async () => {
  const round = await openRound(group)
  const { mueller, huber, facilitator } = group.people
  const page = `/kompetenzbilanz/${round.id}`
  const own = `/lerngruppen/${round.cohortId}/vorbereitung`
  const draft = { deed1: "Eine Frage gestellt", novelty1: "Alle lesen mit", version: "1", action: "save" }
  const saved = await mueller.agent.form(`${page}/vorbereitung`, draft).expect(303)
  expect(saved.headers.location).toBe(`${own}?hinweis=preparation-saved#situationen`)
  const stale = await mueller.agent.form(`${page}/vorbereitung`, { ...draft, deed1: "Anders" }).expect(409)
  expect(stale.text).toContain("Anders</textarea>")
  expect((await huber.agent.get(page).expect(200)).text).toContain("hat noch nichts freigegeben")
  const preparation = await mueller.agent.get(own).expect(200)
  expect(preparation.text).toContain("Petra Huber und Lena Weber")
  const empty = { ...draft, deed1: "", novelty1: "", version: "2", action: "release" }
  const nothing = await mueller.agent.form(`${page}/vorbereitung`, empty).expect(422)
  expect(nothing.text).toContain("Es gibt noch nichts freizugeben")
  // What was refused was not saved either.
  const release = { ...draft, version: "2", action: "release" }
  await mueller.agent.form(`${page}/vorbereitung`, release).expect(303)
  await mueller.agent.form(`${page}/vorbereitung`, { action: "withdraw" }).expect(303)
  expect((await huber.agent.get(page).expect(200)).text).toContain("hat noch nichts freigegeben")
  await mueller.agent.form(`${page}/vorbereitung`, { ...release, version: "3" }).expect(303)
  expect((await facilitator.agent.get(page).expect(200)).text).toContain("Eine Frage gestellt")
  await facilitator.agent.form(`${page}/zeit`, { control: "start" }).expect(303)
  const begun = (await facilitator.agent.get(page).expect(200)).text
  expect(begun).toContain(`data-live="assessment:${round.id}"`)
  expect(begun).toContain("Erzählen und nachfragen")
  const gap = { version: "0", submit: "true", competence1: round.competences[0] ?? "", level1: "3" }
  const refused = await mueller.agent.form(`${page}/einschaetzung`, gap).expect(422)
  expect(refused.text).toContain("Bitte schätzen Sie jede Kompetenz ein")
  expect(refused.text).toMatch(/<option value="3" selected/)
  await facilitator.agent.form(`${page}/zeit`, { control: "next", version: "1" }).expect(303)
  expect((await huber.agent.get(page).expect(200)).text).not.toContain("/zeit")
})

it("keeps what is ticked to be shown: when the draft is saved, when it is refused, and when it is taken back", async () => {
  const round = await openRound(group)
  const { agent } = group.people.mueller
  const attach = async (title: string) =>
    (
      await agent
        .post(`/api/cohorts/${round.cohortId}/evidence`, {
          ...EVIDENCE,
          competences: round.competences.slice(0, 1),
          title,
        })
        .expect(201)
    ).body.id
  const [shown, kept] = [await attach("Ein Aushang"), await attach("Eine Mail")]
  const rating = { competence: round.competences[0], level: 2, sentence: "" }
  await agent
    .put(`/api/cohorts/${round.cohortId}/self-ratings`, { point: "start", ratings: [rating], version: 0 })
    .expect(204)
  const own = `/lerngruppen/${round.cohortId}/vorbereitung`
  const address = `/kompetenzbilanz/${round.id}/vorbereitung`
  const ticked = (page: string) =>
    [...page.matchAll(/<input(?=[^>]*type="checkbox")(?=[^>]*\bchecked\b)[^>]*value="([^"]+)"/g)].map(
      ([, value]) => value,
    )
  const draft = { deed1: "Gefragt", evidenceIds: shown, formerRatings: "true", version: "1", action: "save" }
  await agent.form(address, draft).expect(303)
  expect(ticked((await agent.get(own).expect(200)).text).toSorted()).toEqual([shown, "true"].toSorted())
  const stale = await agent.form(address, { ...draft, evidenceIds: [shown, kept] }).expect(409)
  expect(ticked(stale.text).toSorted()).toEqual([shown, kept, "true"].toSorted())
  // What differs is named, not by its id.
  expect(stale.text).toMatch(/<ins>.*?Mail/s)
  const release = { ...draft, evidenceIds: kept, formerRatings: "", version: "2", action: "release" }
  await agent.form(address, release).expect(303)
  await agent.form(address, { action: "withdraw" }).expect(303)
  expect(ticked((await agent.get(own).expect(200)).text)).toEqual([kept])
  const without = { ...draft, evidenceIds: "", formerRatings: "", version: "3" }
  await agent.form(address, without).expect(303)
  expect(ticked((await agent.get(own).expect(200)).text)).toEqual([])
  // Whoever sends the words alone, by the API, leaves the ticks as they are.
  const situations = [{ deed: "Gefragt", novelty: "", proof: "" }]
  await agent
    .put(`/api/assessments/${round.id}/preparation`, { situations, evidenceIds: [shown], version: 4 })
    .expect(204)
  await agent.put(`/api/assessments/${round.id}/preparation`, { situations, version: 5 }).expect(204)
  const { body } = await agent.get(`/api/assessments/${round.id}`).expect(200)
  expect(body.preparation).toMatchObject({ evidenceIds: [shown], formerRatings: false, version: 6 })
  const { body: seen } = await group.people.huber.agent.get(`/api/assessments/${round.id}`).expect(200)
  expect(seen.preparation).toBeNull()
})

it("is noted, worded and confirmed without a script", async () => {
  const round = await openRound(group, "rated")
  const { mueller, huber, facilitator } = group.people
  const page = `/kompetenzbilanz/${round.id}`
  const compare = (await huber.agent.get(page).expect(200)).text
  expect(compare).toContain("eine Stufe Unterschied")
  for (const [index, competence] of round.competences.entries()) {
    const place = String(index + 1)
    const fields = { competence, level: "", reason: "Weil", evidence: "", version: "0" }
    if (index === 0)
      expect((await facilitator.agent.form(`${page}/ergebnis`, fields).expect(422)).text).toContain(
        'href="#feld-level-1"',
      )
    const saved = await facilitator.agent.form(`${page}/ergebnis`, { ...fields, level: "3" }).expect(303)
    expect(saved.headers.location).toBe(`${page}?hinweis=result-saved#kompetenz-${place}`)
  }
  const { version } = (await mueller.agent.get(`/api/assessments/${round.id}`)).body
  await mueller.agent.form(`${page}/saetze`, { sentences: "Ich kann es.", version: `${version}` }).expect(303)
  for (const { agent } of [mueller, facilitator])
    await agent.form(`${page}/bestaetigen`, { action: "confirm", version: `${version + 1}` }).expect(303)
  expect((await mueller.agent.get(page).expect(200)).text).toContain("Beide haben bestätigt")
})
