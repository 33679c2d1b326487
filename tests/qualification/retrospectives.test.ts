import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import {
  retrospectiveCards,
  retrospectives,
  retrospectiveVotes,
} from "../../server/qualification/retrospectives/tables.ts"
import { lessonFrom } from "../../server/qualification/retrospectives/wording.ts"
import type { Person } from "../support/world.ts"
import { addCohort, type Group, openGroup } from "./group.ts"

let group: Group
let cohortId: string
let members: Group["members"]
beforeAll(async () => {
  group = await openGroup()
})
beforeEach(async () => {
  await group.db.$client.query("delete from throttles")
  const made = await addCohort(group, group.people)
  cohortId = made.cohortId
  members = made.members
})
afterAll(() => group.close())

const api = (rest = "") => `/api/cohorts/${cohortId}/retrospective${rest}`
const page = (rest = "") => `/lerngruppen/${cohortId}/rueckblick${rest}`
type View = {
  stage: string
  votesLeft: number
  columns: {
    heading: string
    groups: { id: string; title: string; votes: number | null; voted: boolean; cards: { id: string }[] }[]
    cards: { id: string; body: string; own: boolean; voted: boolean; votes: number | null; version: number }[]
  }[]
}

const see = async ({ agent }: Person): Promise<View> => (await agent.get(api()).expect(200)).body
const column = async (who: Person, heading: string) =>
  (await see(who)).columns.find((one) => one.heading === heading)
async function add({ agent }: Person, heading: string, body: string): Promise<string> {
  const made = await agent.post(api("/cards"), { heading, body }).expect(201)
  return made.body.id
}
const move = ({ agent }: Person, from: string, to: string) => agent.post(api("/stage"), { from, to })
const voteFor = ({ agent }: Person, id: string) => agent.put(`/api/retrospective-cards/${id}/vote`, {})

describe("the cards of a retrospective", () => {
  it("are the group's: nobody is told whose a card is, but one knows one's own", async () => {
    const { mueller, huber, facilitator, schoeller, outsider, otherFacilitator } = group.people
    const id = await add(mueller, "high-points", "Das erste Treffen")
    const own = await column(mueller, "high-points")
    expect(own?.cards).toMatchObject([{ id, body: "Das erste Treffen", own: true, votes: null }])
    for (const who of [huber, facilitator]) {
      const seen = await who.agent.get(api()).expect(200)
      expect(seen.body.columns[0].cards[0].own).toBe(false)
      expect(JSON.stringify(seen.body)).not.toContain(members.mueller)
      const shown = await who.agent.get(page()).expect(200)
      expect(shown.text).toContain("Das erste Treffen")
      expect(shown.text).not.toContain("Ihre Karte")
      expect(shown.text).not.toContain(members.mueller)
    }
    for (const who of [schoeller, outsider, otherFacilitator]) {
      await who.agent.get(api()).expect(404)
      await who.agent.get(page()).expect(404)
      await who.agent.post(api("/cards"), { heading: "learned", body: "Von außen" }).expect(404)
      await who.agent.put(`/api/retrospective-cards/${id}`, { version: 1, body: "x" }).expect(404)
    }
  })

  it("are changed and withdrawn by who wrote them; the facilitator only takes away", async () => {
    const { mueller, huber, facilitator } = group.people
    const id = await add(mueller, "learned", "Fragen hilft")
    const at = `/api/retrospective-cards/${id}`
    await huber.agent.put(at, { version: 1, body: "Anders" }).expect(403)
    await huber.agent.delete(`${at}?version=1`).expect(403)
    await facilitator.agent.put(at, { version: 1, body: "Anders" }).expect(403)
    await mueller.agent.put(at, { version: 1, body: "Fragen hilft allen" }).expect(204)
    const late = await mueller.agent.put(at, { version: 1, body: "Zu spät" }).expect(409)
    expect(JSON.stringify(late.body)).toContain("Fragen hilft allen")
    await mueller.agent.put(at, { version: 2, body: " " }).expect(400)
    await mueller.agent.delete(`${at}?version=2`).expect(204)
    const second = await add(huber, "learned", "Mit einem Namen darin")
    await facilitator.agent.delete(`/api/retrospective-cards/${second}?version=1`).expect(204)
    expect((await column(huber, "learned"))?.cards).toEqual([])
  })

  it("are not taken away by who has read an older text of them", async () => {
    const { mueller, facilitator } = group.people
    const id = await add(mueller, "learned", "Mit einem Namen darin")
    const at = `/api/retrospective-cards/${id}`
    await mueller.agent.put(at, { version: 1, body: "Ohne Namen" }).expect(204)
    const late = await facilitator.agent.delete(`${at}?version=1`).expect(409)
    expect(late.body.code).toBe("card.changed")
    expect(JSON.stringify(late.body)).toContain("Ohne Namen")
    await facilitator.agent.delete(at).expect(400)
    const card = `/rueckblick/karten/${id}`
    const { text } = await facilitator.agent.form(card, { action: "remove", version: "1" }).expect(409)
    expect(text).toContain("Die Karte wurde inzwischen geändert.")
    expect((await column(mueller, "learned"))?.cards).toMatchObject([{ body: "Ohne Namen" }])
    await facilitator.agent.form(card, { action: "remove", version: "2" }).expect(303)
    expect((await column(mueller, "learned"))?.cards).toEqual([])
  })

  it("are made once, however often the form is sent, and refused beyond their bounds", async () => {
    const { agent } = group.people.mueller
    const sent = { key: "zweimal-gesendet", heading: "learned", body: "Einmal" }
    const first = await agent.post(api("/cards"), sent).expect(201)
    const again = await agent.post(api("/cards"), sent).expect(201)
    expect(again.body.id).toBe(first.body.id)
    await agent.post(api("/cards"), { heading: "gossip", body: "x" }).expect(400)
    await agent.post(api("/cards"), { heading: "learned", body: "x".repeat(501) }).expect(400)
  })

  it("are put into groups and columns by everybody, and an empty group is gone", async () => {
    const { mueller, huber, facilitator } = group.people
    const one = await add(mueller, "difficulties", "Drucker")
    const two = await add(huber, "high-points", "Netzwerk fiel aus")
    const made = await facilitator.agent
      .post(`/api/retrospective-cards/${one}/group`, { title: "Technik" })
      .expect(201)
    const groupId = made.body.id
    await mueller.agent
      .put(`/api/retrospective-cards/${two}/place`, { heading: "high-points", groupId })
      .expect(204)
    const sorted = await column(huber, "difficulties")
    expect(sorted?.groups).toMatchObject([{ title: "Technik", cards: [{ id: one }, { id: two }] }])
    const at = `/api/retrospective-groups/${groupId}`
    await huber.agent.put(at, { version: 1, title: "Technik im Haus" }).expect(204)
    await mueller.agent.put(at, { version: 1, title: "Zu spät" }).expect(409)
    for (const id of [one, two])
      await huber.agent
        .put(`/api/retrospective-cards/${id}/place`, { heading: "different", groupId: null })
        .expect(204)
    expect((await column(huber, "difficulties"))?.groups).toEqual([])
    const gone = await huber.agent
      .put(`/api/retrospective-cards/${one}/place`, { heading: "different", groupId })
      .expect(409)
    expect(gone.body.code).toBe("card-group.gone")
  })

  it("do not go into the group of another cohort", async () => {
    const { mueller } = group.people
    const id = await add(mueller, "learned", "Unsere")
    const other = await addCohort(group, group.people)
    const foreign = await mueller.agent
      .post(`/api/cohorts/${other.cohortId}/retrospective/cards`, { heading: "learned", body: "Andere" })
      .expect(201)
    const made = await mueller.agent
      .post(`/api/retrospective-cards/${foreign.body.id}/group`, { title: "Drüben" })
      .expect(201)
    await mueller.agent
      .put(`/api/retrospective-cards/${id}/place`, { heading: "learned", groupId: made.body.id })
      .expect(409)
  })
})

describe("voting", () => {
  it("gives each three votes; who voted for what is told to nobody, and sums come when it is closed", async () => {
    const { mueller, huber, facilitator } = group.people
    const ids = [
      await add(mueller, "learned", "Eins"),
      await add(mueller, "learned", "Zwei"),
      await add(huber, "learned", "Drei"),
      await add(huber, "learned", "Vier"),
    ] as const
    expect((await voteFor(mueller, ids[0])).body.code).toBe("retrospective.not-voting")
    await move(huber, "collecting", "voting").expect(403)
    await move(facilitator, "collecting", "voting").expect(204)
    await mueller.agent.post(api("/cards"), { heading: "learned", body: "Zu spät" }).expect(409)
    for (const id of [ids[1], ids[1], ids[2], ids[3]]) await voteFor(mueller, id).expect(204)
    expect((await voteFor(mueller, ids[0]).expect(409)).body.code).toBe("retrospective.votes-used")
    await mueller.agent.delete(`/api/retrospective-cards/${ids[3]}/vote`).expect(204)
    await voteFor(huber, ids[1]).expect(204)
    expect((await see(mueller)).votesLeft).toBe(1)
    const seen = await see(facilitator)
    expect(seen.columns.flatMap(({ cards }) => cards).every(({ voted }) => !voted)).toBe(true)
    expect(seen.columns.flatMap(({ cards }) => cards).every(({ votes }) => votes === null)).toBe(true)
    await move(facilitator, "collecting", "closed").expect(409)
    await move(facilitator, "voting", "closed").expect(204)
    const closed = await column(huber, "learned")
    expect(closed?.cards.map(({ body, votes }) => `${body} ${votes}`)).toEqual([
      "Zwei 2",
      "Drei 1",
      "Eins 0",
      "Vier 0",
    ])
  })

  it("forgets at the end whose cards and whose votes they were, also in the database", async () => {
    const { mueller, facilitator } = group.people
    const id = await add(mueller, "learned", "Meine")
    await move(facilitator, "collecting", "voting").expect(204)
    await voteFor(mueller, id).expect(204)
    await move(facilitator, "voting", "closed").expect(204)
    const cards = await group.db
      .select()
      .from(retrospectiveCards)
      .where(eq(retrospectiveCards.cohortId, cohortId))
    expect(cards.map(({ memberId, votes }) => [memberId, votes])).toEqual([[null, 1]])
    const votes = eq(retrospectiveVotes.cohortId, cohortId)
    expect(await group.db.select().from(retrospectiveVotes).where(votes)).toEqual([])
    await move(facilitator, "closed", "collecting").expect(204)
    expect((await column(mueller, "learned"))?.cards).toMatchObject([{ own: false, votes: null }])
    await mueller.agent.put(`/api/retrospective-cards/${id}`, { version: 1, body: "x" }).expect(403)
  })

  it("is for a group as a whole, not for the cards in it", async () => {
    const { mueller, huber, facilitator } = group.people
    const id = await add(mueller, "different", "Früher anfangen")
    const made = await mueller.agent
      .post(`/api/retrospective-cards/${id}/group`, { title: "Zeit" })
      .expect(201)
    await move(facilitator, "collecting", "voting").expect(204)
    expect((await voteFor(huber, id).expect(409)).body.code).toBe("card.grouped")
    await huber.agent.put(`/api/retrospective-groups/${made.body.id}/vote`, {}).expect(204)
    await move(facilitator, "voting", "closed").expect(204)
    expect((await column(huber, "different"))?.groups).toMatchObject([{ title: "Zeit", votes: 1 }])
  })

  it("gives no more than three votes to who presses many buttons at once", async () => {
    const { mueller, facilitator } = group.people
    const ids: string[] = []
    for (const body of ["1", "2", "3", "4", "5", "6"]) ids.push(await add(mueller, "learned", body))
    await move(facilitator, "collecting", "voting").expect(204)
    const answers = await Promise.all(ids.map((id) => voteFor(mueller, id)))
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(3)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(3)
  })

  it("is closed once by two facilitators' clicks at the same time", async () => {
    const { facilitator } = group.people
    await move(facilitator, "collecting", "voting").expect(204)
    const both = await Promise.all([
      move(facilitator, "voting", "closed"),
      move(facilitator, "voting", "closed"),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409])
    const [board] = await group.db.select().from(retrospectives).where(eq(retrospectives.cohortId, cohortId))
    expect(board?.stage).toBe("closed")
  })
})

describe("the board without a script", () => {
  it("is filled, sorted, voted on and closed by plain forms, and nothing typed is lost", async () => {
    const { mueller, facilitator } = group.people
    const tooLong = "Bleibt stehen ".repeat(60)
    const refused = await mueller.agent
      .form(page(), { action: "card", heading: "learned", body: tooLong })
      .expect(422)
    expect(refused.text).toContain("Bleibt stehen Bleibt stehen")
    expect(refused.text).toContain('href="#feld-body-gelernt"')
    await mueller.agent
      .form(page(), { action: "card", heading: "learned", body: "Kurz schreiben" })
      .expect(303)
    const shown = await mueller.agent.get(page()).expect(200)
    for (const words of ["Kurz schreiben", "Ihre Karte", "Höhepunkte", "Das würden wir anders machen"])
      expect(shown.text).toContain(words)
    const id = /id="karte-([^"]+)"/.exec(shown.text)?.[1] ?? ""
    const card = `/rueckblick/karten/${id}`
    const nameless = await mueller.agent.form(card, { action: "group", title: "" }).expect(422)
    expect(nameless.text).toContain(`href="#feld-title-${id}"`)
    const made = await mueller.agent.form(card, { action: "group", title: "Schreiben" }).expect(303)
    expect(made.headers.location).toContain(`#karte-${id}`)
    const topic = (await column(mueller, "learned"))?.groups[0]?.id
    const rename = { action: "save", title: "Texte", version: "1" }
    await facilitator.agent.form(`/rueckblick/themen/${topic}`, rename).expect(303)
    const slow = { ...rename, title: "Zu spät" }
    const renamed = await mueller.agent.form(`/rueckblick/themen/${topic}`, slow).expect(409)
    for (const both of ["Texte", "Zu spät"]) expect(renamed.text).toContain(both)
    await mueller.agent.form(card, { action: "place", place: "nirgends" }).expect(422)
    await mueller.agent.form(card, { action: "place", place: "different" }).expect(303)
    expect((await column(mueller, "different"))?.cards).toMatchObject([{ id }])
    const save = { action: "save", body: "Kürzer schreiben", version: "1" }
    await facilitator.agent.form(card, save).expect(403)
    await mueller.agent.form(card, save).expect(303)
    const late = await mueller.agent.form(card, { ...save, body: "Noch kürzer" }).expect(409)
    for (const both of ["Kürzer schreiben", "Noch kürzer"]) expect(late.text).toContain(both)
    expect(late.text).toMatch(/<textarea[^>]*>Noch kürzer</)
    await mueller.agent.form(page(), { action: "stage", from: "collecting", to: "voting" }).expect(403)
    await facilitator.agent.form(page(), { action: "stage", from: "collecting", to: "voting" }).expect(303)
    await mueller.agent.form(card, { action: "vote" }).expect(303)
    expect((await mueller.agent.get(page()).expect(200)).text).toContain("noch 2 von 3 Stimmen")
    const tooLate = await mueller.agent
      .form(page(), { action: "card", heading: "learned", body: "Zu spät" })
      .expect(409)
    expect(tooLate.text).toContain("Karten werden gerade nicht gesammelt")
    await facilitator.agent.form(page(), { action: "stage", from: "voting", to: "closed" }).expect(303)
    const over = await mueller.agent.get(page()).expect(200)
    for (const words of ["1 Stimme", "Als Erkenntnis übernehmen"]) expect(over.text).toContain(words)
  })
})

describe("the words of a card as a lesson", () => {
  const long = `${"Wort ".repeat(60)}Ende`
  it.each([
    ["short words are the title alone", " Früher anfangen ", { title: "Früher anfangen", body: "" }],
    ["several lines are a text, too", "Eins\nZwei", { title: "Eins Zwei", body: "Eins\nZwei" }],
    ["long words are cut for the title", long, { title: `${"Wort ".repeat(31).trim()} …`, body: long }],
  ])("%s", (_, words, lesson) => {
    expect(lessonFrom(words)).toEqual(lesson)
  })

  it("fit, also without a blank in them and with a sign of two halves where they are cut", () => {
    for (const words of ["x".repeat(500), `${"x".repeat(157)}${"🙂".repeat(20)}`]) {
      const { title } = lessonFrom(words)
      expect(title.length).toBeLessThanOrEqual(160)
      expect(title.isWellFormed()).toBe(true)
    }
  })
})
