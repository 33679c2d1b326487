import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findActor } from "../../server/accounts/index.ts"
import { qualificationCatalogue } from "../../server/qualification/catalogue.ts"
import { perPrompt } from "../../server/qualification/reports/tables.ts"
import { attendances } from "../../server/qualification/tables.ts"
import { collectOwn, archiveOf as makeArchive } from "../support/own-data.ts"
import type { Person } from "../support/world.ts"
import { type Group, openGroup } from "./group.ts"
import { openRound } from "./round.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

const archiveOf = (person: Person) => makeArchive(group, person)

describe("the archive of one's own data", () => {
  it("holds what the person wrote and what is kept about them, as JSON and as a page", async () => {
    const { mueller, dangelo } = group.people
    const at = `/api/cohorts/${group.cohortId}/report/contribution`
    await mueller.agent
      .put(
        at,
        perPrompt(() => "Nur <b>meins</b> & ein Smiley 🙂"),
      )
      .expect(204)
    await dangelo.agent
      .put(
        at,
        perPrompt(() => "Von Chiara"),
      )
      .expect(204)
    const { members, steps } = group
    await group.db
      .insert(attendances)
      .values({ cohortStepId: steps.workshop, memberId: members.mueller, state: "made-up" })
    const files = await archiveOf(mueller)
    expect(JSON.parse(files["lerngruppen.json"] ?? "")).toMatchObject([
      { cohort: "Lerngruppe Wohngeld", part: "learner" },
    ])
    expect(JSON.parse(files["teilnahme.json"] ?? "")).toMatchObject([{ state: "made-up" }])
    expect(JSON.parse(files["erfahrungen.json"] ?? "")).toHaveLength(6)
    expect(files["lesen.html"]).toContain("Nur &lt;b&gt;meins&lt;/b&gt; &amp; ein Smiley 🙂")
    expect(files["lesen.html"]).toContain("Sabine Müller")
    // The page speaks in words, the files in codes.
    expect(files["lesen.html"]).toContain("<dd>Lernende Person</dd>")
    expect(files["lesen.html"]).toContain("<dd>nachgeholt</dd>")
    expect(files["lesen.html"]).not.toMatch(/<dd>(learner|made-up|achieved|\d{4}-\d\d-\d\d[^<]*)<\/dd>/)
    expect(JSON.stringify(files)).not.toContain("Von Chiara")
  })

  it("is there for everybody, also with nothing in it", async () => {
    const files = await archiveOf(group.people.outsider)
    expect(files["lesen.html"]).toContain("Nichts gespeichert.")
    await group.nobody.get("/api/me/qualification").expect(401)
    const led = await group.people.mueller.agent.get("/api/me/qualification").expect(308)
    expect(led.headers.location).toBe("/api/me/data")
    const { text } = await group.people.mueller.agent.get("/qualifizierung").expect(200)
    expect(text).toContain("/qualifizierung/meine-daten")
    await group.people.mueller.agent.get("/qualifizierung/meine-daten").expect(200)
    const former = await group.people.mueller.agent.get("/qualifizierung/mitnahme").expect(308)
    expect(former.headers.location).toBe("/qualifizierung/meine-daten")
  })
})

it("holds days as days, several values in one line, and levels of the scale that people see", async () => {
  const { mueller, facilitator } = group.people
  const { cohortId, competences, steps } = await openRound(group, "agreed")
  const experience = { anonymous: false, media: ["mail", "chat"], helps: "Chat", hinders: "", wish: "Ruhe" }
  await mueller.agent.put(`/api/cohorts/${cohortId}/experiences`, experience).expect(204)
  const card = { heading: "learned", body: "Die Runde" }
  await mueller.agent.post(`/api/cohorts/${cohortId}/retrospective/cards`, card).expect(201)
  const note = { version: 0, body: "Pünktlich anfangen" }
  await facilitator.agent.put(`/api/cohort-steps/${steps.meeting}/notes`, note).expect(204)
  const files = await archiveOf(mueller)
  const rowsOf = (name: string, of = files): unknown[] => JSON.parse(of[`${name}.json`] ?? "")
  const cohort = "Lerngruppe Wohngeld"
  const day = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  expect(rowsOf("lerngruppen").at(-1)).toEqual({
    cohort,
    part: "learner",
    joinedAt: day,
    leftAt: null,
  })
  expect(rowsOf("digitale-medien")).toEqual([
    { cohort, media: "mail, chat", helps: "Chat", hinders: "", wish: "Ruhe" },
  ])
  expect(rowsOf("rueckblick")).toEqual([{ cohort, text: "Die Runde" }])
  expect(rowsOf("notizen", await archiveOf(facilitator))).toEqual([
    { cohort, session: "Schritt 4", text: "Pünktlich anfangen" },
  ])
  const results = rowsOf("kompetenzbilanz")
  expect(results).toHaveLength(competences.length)
  for (const result of results)
    expect(result).toMatchObject({ level: 3, startLevel: null, reason: "Weil es so war" })
})

/** Tables that name a person, but hold nothing that one takes along, each with its reason. */
const LEFT_OUT: Record<string, string> = {
  assessment_confirmations: "that somebody confirmed",
  assessment_observations: "what a peer saw in somebody else's round",
  assessment_ratings: "working notes of the round, which are deleted on a day",
  calendar_feeds: "a key, of which only the hash is kept",
  cohort_invitations: "that an invitation was sent",
  departures: "until when one's own things stay; the page of the archive says it",
  report_approvals: "that somebody agreed with an edition",
  retrospective_votes: "who voted for what, which is shown to nobody and deleted when voting is closed",
  session_photos: "pictures of the group's flip charts",
}

it("leaves out no table of the qualification that names a person", async () => {
  const own = new Set(qualificationCatalogue.map(({ table }) => table))
  const { rows } = await group.db.execute<{ name: string }>(sql`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and column_name in ('member_id', 'person_id', 'learner_id')`)
  const naming = rows.map(({ name }) => name).filter((name) => own.has(name))
  const actor = await findActor(group.db, group.people.mueller.id, null)
  if (!actor) throw new Error("nobody")
  const taken = (await collectOwn(group.db, actor, null)).flatMap(({ tables }) => tables)
  expect(naming.length).toBeGreaterThan(5)
  expect(naming.filter((name) => !taken.includes(name) && !(name in LEFT_OUT))).toEqual([])
})
