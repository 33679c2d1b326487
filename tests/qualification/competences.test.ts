import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { newId } from "../../server/kernel/database.ts"
import { now } from "../../server/kernel/time.ts"
import { assessmentRounds } from "../../server/qualification/assessments/tables.ts"
import { FRAMEWORKS, keyOf } from "../../server/qualification/competences/frameworks/index.ts"
import { plainNameOf } from "../../server/qualification/competences/frameworks/plain-names.ts"
import { addCohort, type Group, openGroup } from "./group.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

const SHARING = "digcomp@2.2:2.2"
const CHANGE = "fachforum@1.0:A.1"
const rate = (level: number | null, sentence = "") => [{ competence: SHARING, level, sentence }]

describe("the frameworks", () => {
  it("hold DigComp 2.2 in five areas with 21 competences, and the programme's own", () => {
    const [digcomp, , own] = FRAMEWORKS
    expect(digcomp?.areas.map(({ competences }) => competences.length)).toEqual([3, 6, 4, 4, 4])
    expect(own?.areas[0]?.competences.length).toBeGreaterThanOrEqual(2)
  })

  it("say for every competence and language what somebody does, each only once", () => {
    // The versions of DigComp say it alike: the levels of each are the same four.
    const distinct = FRAMEWORKS.filter(({ id, version }) => `${id}@${version}` !== "digcomp@3.0")
    for (const locale of ["de", "en"] as const) {
      const all = distinct.flatMap(({ areas }) => areas.flatMap(({ competences }) => competences))
      const sentences = all.flatMap(({ bands }) => bands[locale])
      expect(new Set(sentences).size).toBe(all.length * 4)
      // They end a sentence that begins with a name.
      for (const sentence of sentences) expect(sentence).toMatch(/^\p{Ll}.*[^.]$/u)
    }
  })
})

describe("beside the name of a framework", () => {
  it("stands what is meant, in everyday words, for every competence and once", () => {
    const keys = FRAMEWORKS.filter(({ id }) => id === "digcomp").flatMap((framework) =>
      framework.areas.flatMap(({ competences }) => competences.map((one) => keyOf(framework, one))),
    )
    expect(keys.length % 21).toBe(0)
    for (const locale of ["de", "en"] as const) {
      const plain = keys.map((key) => plainNameOf(key)?.[locale] ?? key)
      expect(new Set(plain).size).toBe(21)
      for (const name of plain) {
        expect(name).toMatch(/^\p{Lu}[^.]+$/u)
        expect(name.length).toBeLessThan(60)
      }
    }
    expect(plainNameOf(SHARING)?.de).toBe("Wissen digital teilen")
    expect(plainNameOf(CHANGE)).toBeNull()
  })

  it("is read where competences are chosen and where they are shown", async () => {
    const { cohortId } = await addCohort(group, group.people)
    const { facilitator, mueller } = group.people
    const page = `/lerngruppen/${cohortId}/kompetenzen`
    expect((await mueller.agent.get(page).expect(200)).text).toContain("Das heißt: Wissen digital teilen.")
    expect((await facilitator.agent.get(page).expect(200)).text).toContain(
      "Erkennen, was fehlt, und das passende Werkzeug wählen",
    )
  })
})

describe("the competences of a cohort", () => {
  it("are six until somebody chooses, and the facilitator chooses four to eight", async () => {
    const { cohortId } = await addCohort(group, group.people)
    const { facilitator, mueller, schoeller, outsider, otherFacilitator } = group.people
    const address = `/api/cohorts/${cohortId}/competences`
    const before = (await mueller.agent.get(address).expect(200)).body
    expect(before.competences).toHaveLength(6)
    expect(before).toMatchObject({ version: 0, fixed: false, can: { choose: false } })
    expect(before.competences[0].levels[3]).toMatchObject({ level: 3, name: "Leitet andere an" })

    const competences = [CHANGE, SHARING, "digcomp@2.2:4.2", "digcomp@2.2:5.2"]
    for (const { agent } of [mueller, schoeller])
      await agent.put(address, { competences, version: 0 }).expect(403)
    for (const { agent } of [outsider, otherFacilitator])
      await agent.put(address, { competences, version: 0 }).expect(404)
    await facilitator.agent.put(address, { competences: competences.slice(1), version: 0 }).expect(400)
    await facilitator.agent
      .put(address, { competences: [...competences.slice(1), "digcomp@2.2:9.9"], version: 0 })
      .expect(400)
    await facilitator.agent.put(address, { competences, version: 0 }).expect(204)
    const refused = await facilitator.agent.put(address, { competences, version: 0 }).expect(409)
    expect(refused.body.code).toBe("competences.changed")
    const after = (await mueller.agent.get(address).expect(200)).body
    expect(after.competences.map(({ key }: { key: string }) => key)).toEqual([
      SHARING,
      "digcomp@2.2:4.2",
      "digcomp@2.2:5.2",
      CHANGE,
    ])
  })

  it("are chosen on a page without a script, which keeps what was ticked when it is too little", async () => {
    const { cohortId } = await addCohort(group, group.people)
    const { facilitator, mueller, outsider } = group.people
    const page = `/lerngruppen/${cohortId}/kompetenzen`
    expect((await facilitator.agent.get(page).expect(200)).text).toContain("Auswahl speichern")
    expect((await mueller.agent.get(page).expect(200)).text).not.toContain("Auswahl speichern")
    await mueller.agent.form(page, {}).expect(403)
    await outsider.agent.form(page, {}).expect(404)

    const few = await facilitator.agent.form(page, { competences: CHANGE, version: "0" }).expect(422)
    expect(few.text).toContain("Kompetenzen: Bitte wählen Sie mindestens 4.")
    expect(few.text).toMatch(new RegExp(`value="${CHANGE}"[^>]*checked`))
    const competences = [CHANGE, SHARING, "digcomp@2.2:4.2", "digcomp@2.2:5.2"]
    const saved = await facilitator.agent.form(page, { competences, version: "0" }).expect(303)
    expect(saved.headers.location).toBe(`${page}?hinweis=saved`)
    const stale = await facilitator.agent.form(page, { competences, version: "0" }).expect(409)
    expect(stale.text).toContain("Die Auswahl wurde inzwischen geändert.")
  })

  it("stay as they are once somebody released a preparation", async () => {
    const { cohortId, members } = await addCohort(group, group.people)
    await group.db.insert(assessmentRounds).values({
      id: newId(),
      cohortId,
      learnerId: members.mueller,
      peerId: members.huber,
      facilitatorId: members.facilitator,
      startsAt: now(),
      situations: [],
      released: { situations: [], ratings: [], formerRatings: [], evidence: [] },
      competences: [],
      notesUntil: "2026-12-31",
    })
    const { agent } = group.people.facilitator
    const competences = [CHANGE, SHARING, "digcomp@2.2:4.2", "digcomp@2.2:5.2"]
    const { body } = await agent
      .put(`/api/cohorts/${cohortId}/competences`, { competences, version: 0 })
      .expect(409)
    expect(body.code).toBe("competences.fixed")
    const { text } = await agent.get(`/lerngruppen/${cohortId}/kompetenzen`).expect(200)
    expect(text).toContain("Die Auswahl steht fest")
    expect(text).not.toContain("Auswahl speichern")
    await agent.form(`/lerngruppen/${cohortId}/kompetenzen`, { competences, version: "0" }).expect(409)
  })
})

describe("a self-rating", () => {
  it("is for the learner alone", async () => {
    const { cohortId } = await addCohort(group, group.people)
    const { mueller, huber, facilitator, schoeller, outsider, otherFacilitator } = group.people
    const address = `/api/cohorts/${cohortId}/self-ratings`
    const input = { point: "start", ratings: rate(2, "Ich frage noch oft per E-Mail."), version: 0 }
    await mueller.agent.put(address, input).expect(204)
    const own = (await mueller.agent.get(address).expect(200)).body
    expect(own.points[0]).toMatchObject({ point: "start", version: 1, ratings: input.ratings, fixed: false })
    const others = (await huber.agent.get(address).expect(200)).body
    expect(JSON.stringify(others)).not.toContain("E-Mail.")
    for (const { agent } of [facilitator, schoeller]) {
      await agent.get(address).expect(403)
      await agent.put(address, input).expect(403)
      await agent.get(`/lerngruppen/${cohortId}/vorbereitung`).expect(403)
    }
    for (const { agent } of [outsider, otherFacilitator]) {
      await agent.get(address).expect(404)
      await agent.get(`/lerngruppen/${cohortId}/vorbereitung`).expect(404)
    }
  })

  it("can be changed until a later one follows, and never by a window that is behind", async () => {
    const { cohortId } = await addCohort(group, group.people)
    const { agent } = group.people.mueller
    const address = `/api/cohorts/${cohortId}/self-ratings`
    await agent.put(address, { point: "start", ratings: rate(2), version: 0 }).expect(204)
    const first = await agent.put(address, { point: "start", ratings: rate(3), version: 0 }).expect(409)
    expect(first.body.code).toBe("self-rating.changed")
    await agent.put(address, { point: "start", ratings: rate(3), version: 1 }).expect(204)
    await agent.put(address, { point: "end", ratings: rate(4), version: 0 }).expect(204)
    const late = await agent.put(address, { point: "start", ratings: rate(1), version: 2 }).expect(409)
    expect(late.body.code).toBe("self-rating.later-exists")
    const { points } = (await agent.get(address).expect(200)).body
    expect(points.map(({ ratings }: { ratings: { level: number }[] }) => ratings[0]?.level)).toEqual([3, 4])
  })

  it("makes one of two that are sent at once", async () => {
    const { cohortId } = await addCohort(group, group.people)
    const { agent } = group.people.huber
    const address = `/api/cohorts/${cohortId}/self-ratings`
    const both = await Promise.all(
      [1, 2].map((level) => agent.put(address, { point: "start", ratings: rate(level), version: 0 })),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409])
  })

  it.each([
    ["a level beyond four", { point: "start", ratings: rate(5), version: 0 }, 400],
    ["half a level", { point: "start", ratings: rate(2.5), version: 0 }, 400],
    ["an unknown point", { point: "later", ratings: rate(2), version: 0 }, 400],
    ["the middle, which is no longer asked for", { point: "middle", ratings: rate(2), version: 0 }, 400],
    [
      "a competence that the cohort does not assess",
      { point: "start", ratings: [{ competence: "digcomp@2.2:3.4", level: 1, sentence: "" }], version: 0 },
      422,
    ],
    ["nothing at all", { point: "start", ratings: rate(null), version: 0 }, 422],
  ])("is refused with %s", async (_what, input, status) => {
    await group.people.meier.agent.put(`/api/cohorts/${group.cohortId}/self-ratings`, input).expect(status)
  })

  it("is written on a page without a script, which keeps what was typed and shows the development", async () => {
    const { cohortId } = await addCohort(group, group.people)
    const { agent } = group.people.dangelo
    const page = `/lerngruppen/${cohortId}/vorbereitung`
    const address = `/lerngruppen/${cohortId}/selbsteinschaetzung`
    const form = await agent.get(page).expect(200)
    expect(form.text).toContain("Teilen mithilfe digitaler Technologien")
    expect(form.text).toContain("3 – Leitet andere an")
    const fields = {
      point: "start",
      version: "0",
      competence1: SHARING,
      level1: "",
      sentence1: "Noch wenig.",
    }
    const empty = await agent.form(address, fields).expect(422)
    expect(empty.text).toContain("Bitte schätzen Sie mindestens eine Kompetenz ein.")
    expect(empty.text).toContain('value="Noch wenig."')
    const odd = await agent.form(address, { ...fields, level1: "12" }).expect(422)
    expect(odd.text).toContain('href="#feld-level1"')

    await agent.form(address, { ...fields, level1: "1" }).expect(303)
    const behind = await agent.form(address, { ...fields, level1: "3" }).expect(409)
    expect(behind.text).toContain("in einem anderen Fenster gespeichert")
    await agent.form(address, { ...fields, point: "end", level1: "3" }).expect(303)
    const { text } = await agent.get(page).expect(200)
    expect(text).toContain("Anfang: 1 – Grundlagen")
    expect(text).toContain("Ende: 3 – Leitet andere an")
    expect(text).toContain("2 Stufen mehr")
    const former = await agent.get(`${address}/eintragen?zeitpunkt=anfang`).expect(308)
    expect(former.headers.location).toBe(`${page}?zeitpunkt=anfang#einschaetzen`)
    const fixed = await agent.get(`${page}?zeitpunkt=anfang`).expect(200)
    expect(fixed.text).toContain("Noch wenig.")
    expect(fixed.text).not.toContain('name="level1"')
  })
})
