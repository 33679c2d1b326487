import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import WebSocket from "ws"
import { findActor } from "../../server/accounts/index.ts"
import { transact } from "../../server/kernel/database.ts"
import { touch } from "../../server/kernel/live.ts"
import { today } from "../../server/kernel/time.ts"
import {
  inLanguage,
  MINUTES,
  mayNote,
  PHASE_TITLES,
  PHASES,
  phaseOf,
  phasesFor,
} from "../../server/qualification/consulting/phases.ts"
import { consultingVotes } from "../../server/qualification/consulting/tables.ts"
import { forgetCohorts } from "../../server/qualification/forget.ts"
import { cohorts } from "../../server/qualification/tables.ts"
import { insertBreak, startTimerAt } from "../../server/qualification/timers/state.ts"
import { timers } from "../../server/qualification/timers/tables.ts"
import { viewTimer } from "../../server/qualification/timers/view.ts"
import { collectOwn } from "../support/own-data.ts"
import { openWorld, type Person } from "../support/world.ts"
import { addConsulting, TOPIC } from "./consulting-things.ts"
import { addCohort, type Group, openGroup } from "./group.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup(openWorld({}, { listen: true }))
})
afterAll(() => group.close())

type Made = Awaited<ReturnType<typeof addCohort>>
const fresh = () => addCohort(group, group.people)
const api = ({ steps }: Made, rest: string) => `/api/cohort-steps/${steps.meeting}/${rest}`
const page = ({ steps }: Made, rest = "") => `/termine/${steps.meeting}/beratung${rest}`
const readTopics = async ({ agent }: Person, made: Made) =>
  (await agent.get(api(made, "consulting-topics")).expect(200)).body
const read = async ({ agent }: Person, id: string) =>
  (await agent.get(`/api/consultings/${id}`).expect(200)).body
const putIn = async ({ agent }: Person, made: Made, topic = TOPIC): Promise<string> =>
  (await agent.post(api(made, "consulting-topics"), topic).expect(201)).body.id
const voteFor = ({ agent }: Person, topic: string) => agent.put(`/api/consulting-topics/${topic}/vote`)

const start = (made: Made, topicId: string) =>
  group.people.facilitator.agent.post(api(made, "consultings"), {
    topicId,
    moderatorId: made.members.huber,
    form: "short",
  })

/** The facilitator goes on by some phases. */
async function goOn(id: string, steps: number): Promise<void> {
  const { facilitator } = group.people
  for (let step = 0; step < steps; step += 1) {
    const { version } = (await read(facilitator, id)).timer
    await facilitator.agent.patch(`/api/consultings/${id}/timer`, { control: "next", version }).expect(204)
  }
}

describe("the phases", () => {
  const at = new Date("2026-03-02T08:00:00Z")

  it.each([
    ["short", 35],
    ["full", 60],
  ] as const)("take together, in the %s form, %i minutes", (form, minutes) => {
    expect(MINUTES[form].reduce((sum, one) => sum + one, 0)).toBe(minutes)
    expect(phasesFor(form, "de").map(({ title }) => title)).toEqual(Object.values(PHASE_TITLES.de))
  })

  it("are known in each language, also when a break has cut one in two", () => {
    const state = { ...startTimerAt(phasesFor("short", "en"), at), position: 3 }
    expect(phaseOf(viewTimer(state, 1, at))).toBe("hypotheses")
    const paused = viewTimer(insertBreak(state, "Break", 10, new Date(at.getTime() + 120_000)), 2, at)
    expect(phaseOf(paused)).toBeNull()
    expect(inLanguage(paused, "de").phases.map(({ title }) => title)).toContain("Pause")
    expect(phaseOf({ ...paused, position: 5 })).toBe("hypotheses")
    expect(inLanguage(paused, "de").phases[5]?.title).toBe("Hypothesen sammeln")
  })

  it.each([
    ["hypothesis", ["hypotheses", "solutions"]],
    ["solution", ["solutions", "decision"]],
  ] as const)("take a %s in its own phase and the one after", (kind, open) => {
    expect(PHASES.filter((phase) => mayNote(kind, phase))).toEqual(open)
    expect(mayNote(kind, null)).toBe(false)
  })
})

describe("topics before a meeting", () => {
  it("are put in by learners without a script, once however often they are sent", async () => {
    const made = await fresh()
    const { mueller, facilitator, huber } = group.people
    const form = { action: "add", ...TOPIC, idempotencyKey: "ein-thema-1" }
    for (const _time of [1, 2]) await mueller.agent.form(page(made), form).expect(303)
    const { topics } = await readTopics(huber, made)
    expect(topics).toMatchObject([{ ...TOPIC, name: "Sabine Müller", isMine: false, votes: null }])
    expect((await facilitator.agent.get(page(made)).expect(200)).text).toContain(TOPIC.title)
    await facilitator.agent.form(page(made), form).expect(403)
    expect((await facilitator.agent.get(page(made)).expect(200)).text).not.toContain("neues-thema")
  })

  it("come back with a fault, and nothing typed is lost", async () => {
    const made = await fresh()
    const { mueller } = group.people
    const form = { action: "add", title: "", question: "Was tun?", idempotencyKey: "ein-thema-2" }
    const { text } = await mueller.agent.form(page(made), form).expect(422)
    expect(text).toContain("Was tun?")
    expect(text).toContain("ein-thema-2")
    await mueller.agent.post(api(made, "consulting-topics"), { title: "\n", question: "" }).expect(400)
  })

  it("are changed and withdrawn by who put them in, and by nobody else", async () => {
    const made = await fresh()
    const { mueller, huber, facilitator } = group.people
    const id = await putIn(mueller, made)
    const changed = { title: "Anders", question: "", version: 1 }
    for (const { agent } of [huber, facilitator]) {
      await agent.put(`/api/consulting-topics/${id}`, changed).expect(403)
      await agent.delete(`/api/consulting-topics/${id}`).expect(403)
      const save = { action: "save", ...changed, version: "1" }
      await agent.form(`/beratungsthemen/${id}`, save).expect(403)
      await agent.form(`/beratungsthemen/${id}`, { action: "withdraw" }).expect(403)
    }
    await mueller.agent.put(`/api/consulting-topics/${id}`, changed).expect(204)
    const stale = { action: "save", title: "Aus dem alten Fenster", question: "Frage", version: "1" }
    const { text } = await mueller.agent.form(`/beratungsthemen/${id}`, stale).expect(409)
    expect(text).toContain("Aus dem alten Fenster")
    expect(text).toContain("Anders")
    expect(text).toContain('name="version" value="2"')
    await mueller.agent.form(`/beratungsthemen/${id}`, { action: "withdraw" }).expect(303)
    expect((await readTopics(huber, made)).topics).toEqual([])
    await mueller.agent.get(`/beratungsthemen/${id}`).expect(404)
  })

  it("belong to a workshop as well, and to no step without people in a room", async () => {
    const made = await fresh()
    const { agent } = group.people.mueller
    await agent.post(`/api/cohort-steps/${made.steps.workshop}/consulting-topics`, TOPIC).expect(201)
    await agent.post(`/api/cohort-steps/${made.steps.practice}/consulting-topics`, TOPIC).expect(404)
  })

  it("are nothing of the managers': not on the cohort's page, not by any address", async () => {
    const made = await fresh()
    const { schoeller, mueller } = group.people
    const { consulting, topic } = await addConsulting(group, made)
    const cohort = `/lerngruppen/${made.cohortId}`
    expect((await mueller.agent.get(cohort).expect(200)).text).toContain(`${cohort}/beratungen`)
    const { location } = (await schoeller.agent.get(cohort).expect(303)).headers
    expect((await schoeller.agent.get(location ?? "").expect(200)).text).not.toContain("/beratung")
    const addresses = [
      page(made),
      `${cohort}/beratungen`,
      `/beratungen/${consulting}`,
      `/beratungsthemen/${topic}`,
      page(made, "?ansicht=ablauf"),
    ]
    for (const address of addresses) await schoeller.agent.get(address).expect(404)
    const session = await schoeller.agent.get(`/termine/${made.steps.meeting}`).expect(200)
    expect(session.text).not.toContain("/beratung")
    const path = await mueller.agent.get(`/termine/${made.steps.meeting}`).expect(200)
    expect(path.text).toContain(page(made))
  })
})

describe("the ballot", () => {
  it("gives each of the group two votes, none for an own topic, and shows no number while it is open", async () => {
    const made = await fresh()
    const { mueller, huber, meier, facilitator } = group.people
    const own = await putIn(mueller, made)
    const others = [await putIn(huber, made), await putIn(meier, made), await putIn(meier, made)]
    const refused = await voteFor(mueller, own).expect(409)
    expect(refused.body.code).toBe("consulting.own-topic")
    for (const topic of [others[0], others[0], others[1]]) await voteFor(mueller, topic ?? "").expect(204)
    expect((await voteFor(mueller, others[2] ?? "").expect(409)).body.code).toBe("consulting.votes-spent")
    const seen = await readTopics(mueller, made)
    expect(seen).toMatchObject({ votesLeft: 0, ballot: "open" })
    expect(seen.topics.map(({ votes }: { votes: number | null }) => votes)).toEqual([null, null, null, null])
    const { text } = await mueller.agent.get(page(made)).expect(200)
    expect(text).toContain("Ihre Stimme")
    expect(text).not.toMatch(/\d Stimmen?</)
    await mueller.agent.form(`/beratungsthemen/${others[0]}`, { action: "unvote" }).expect(303)
    await mueller.agent.form(`/beratungsthemen/${others[2]}`, { action: "vote" }).expect(303)
    const again = await mueller.agent.form(`/beratungsthemen/${others[0]}`, { action: "vote" })
    expect(again.status).toBe(409)
    expect(again.text).toContain("Nehmen Sie erst eine zurück")
    expect((await readTopics(facilitator, made)).votesLeft).toBe(2)
  })

  it("does not give a third vote to two clicks at once", async () => {
    const made = await fresh()
    const { mueller, huber } = group.people
    const topics = [await putIn(huber, made), await putIn(huber, made), await putIn(huber, made)]
    const all = await Promise.all(topics.map((topic) => voteFor(mueller, topic)))
    expect(all.map(({ status }) => status).toSorted()).toEqual([204, 204, 409])
    const twice = await Promise.all(
      topics.map(() => mueller.agent.delete(`/api/consulting-topics/${topics[0]}/vote`)),
    )
    expect(twice.map(({ status }) => status)).toEqual([204, 204, 204])
  })

  it("is closed once three have voted; then all see the numbers, and nothing says whose they are", async () => {
    const made = await fresh()
    const { mueller, huber, meier, facilitator } = group.people
    const first = await putIn(mueller, made, { title: "Eins", question: "" })
    const second = await putIn(huber, made, { title: "Zwei", question: "" })
    await voteFor(mueller, second).expect(204)
    await voteFor(meier, second).expect(204)
    const early = await mueller.agent.form(page(made), { action: "close" }).expect(409)
    expect(early.text).toContain("mindestens drei Personen")
    await voteFor(facilitator, first).expect(204)
    await mueller.agent.form(page(made), { action: "close" }).expect(303)
    const seen = await readTopics(huber, made)
    expect(seen.topics).toMatchObject([
      { title: "Zwei", votes: 2, isChosen: false },
      { title: "Eins", votes: 1, isChosen: false },
    ])
    const left = await group.db.select().from(consultingVotes).where(eq(consultingVotes.topicId, second))
    expect(left).toEqual([])
    expect((await huber.agent.get(page(made)).expect(200)).text).toContain("2 Stimmen")
    expect((await voteFor(huber, first).expect(409)).body.code).toBe("consulting.ballot-closed")
  })

  it("says before anybody votes when so few can that it will never be closed", async () => {
    const made = await fresh()
    const { mueller, huber, meier, dangelo } = group.people
    const told = "weniger als drei Personen abstimmen"
    const leave = { deleteCertificates: false }
    for (const { agent } of [meier, dangelo])
      await agent.post(`/api/cohorts/${made.cohortId}/leave`, leave).expect(204)
    await putIn(mueller, made)
    expect(await readTopics(huber, made)).toMatchObject({ closable: false, enoughVoters: false })
    expect((await huber.agent.get(page(made)).expect(200)).text).toContain(told)
    await putIn(huber, made)
    expect(await readTopics(huber, made)).toMatchObject({ closable: false, enoughVoters: true })
    const { text } = await huber.agent.get(page(made)).expect(200)
    expect(text).not.toContain(told)
    expect(text).toContain("sobald mindestens drei Personen abgestimmt haben")
  })

  it("begins anew without the former votes", async () => {
    const made = await fresh()
    const { mueller, huber, meier, facilitator } = group.people
    const topic = await putIn(mueller, made)
    for (const person of [huber, meier, facilitator]) await voteFor(person, topic).expect(204)
    const ballot = api(made, "consulting-ballot")
    await facilitator.agent.put(ballot, { closed: true }).expect(204)
    await facilitator.agent.put(ballot, { closed: true }).expect(204)
    await huber.agent.form(page(made), { action: "reopen" }).expect(303)
    expect(await readTopics(huber, made)).toMatchObject({
      ballot: "open",
      votesLeft: 2,
      topics: [{ votes: null, isChosen: false }],
    })
    await facilitator.agent.put(ballot, { closed: true }).expect(409)
  })
})

describe("a consulting", () => {
  it("is begun without a script, and by two at the same time it is one", async () => {
    const made = await fresh()
    const { mueller, facilitator, huber, dangelo } = group.people
    const topic = await putIn(mueller, made)
    const other = await putIn(dangelo, made)
    const form = { action: "begin", topicId: topic, moderatorId: made.members.huber, form: "short" }
    const both = await Promise.all([
      facilitator.agent.form(page(made), form),
      huber.agent.form(page(made), form),
    ])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const addresses = both.map(({ headers }) => headers.location?.split("?")[0])
    expect(addresses[0]).toBe(addresses[1])
    const late = await facilitator.agent.form(page(made), { ...form, topicId: other }).expect(303)
    expect(late.headers.location).toContain("consulting-other")
    expect((await start(made, other).expect(409)).body.code).toBe("consulting.running")
    expect((await huber.agent.get(page(made)).expect(200)).text).toContain(addresses[0])
  })

  it("is not begun with two topics by two at the same time", async () => {
    const made = await fresh()
    const topics = [await putIn(group.people.mueller, made), await putIn(group.people.meier, made)]
    const both = await Promise.all(topics.map((topic) => start(made, topic)))
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
  })

  it("needs a topic of the session and a moderator of the group who is not the case giver", async () => {
    const made = await fresh()
    const elsewhere = await fresh()
    const { mueller, facilitator } = group.people
    const topic = await putIn(mueller, made)
    const foreign = await putIn(mueller, elsewhere)
    const withdrawn = await putIn(mueller, made)
    await mueller.agent.delete(`/api/consulting-topics/${withdrawn}`).expect(204)
    for (const gone of [foreign, withdrawn])
      expect((await start(made, gone).expect(422)).body.code).toBe("consulting.topic-gone")
    const begin = (moderatorId: string) =>
      facilitator.agent.post(api(made, "consultings"), { topicId: topic, moderatorId, form: "full" })
    for (const moderator of [made.members.schoeller, elsewhere.members.huber, made.cohortId])
      expect((await begin(moderator).expect(422)).body.code).toBe("consulting.moderator-unknown")
    const own = { action: "begin", topicId: topic, moderatorId: made.members.mueller, form: "full" }
    const { text } = await facilitator.agent.form(page(made), own).expect(422)
    expect(text).toContain("bringt den Fall ein")
    expect(text).toMatch(/value="full"[^>]*checked/)
    await begin(made.members.facilitator).expect(201)
  })

  it("tells each what their role does now, in words, also to who comes late and without a script", async () => {
    const made = await fresh()
    const { mueller, huber, meier } = group.people
    const { body } = await start(made, await putIn(mueller, made)).expect(201)
    await goOn(body.id, 3)
    const textFor = async ({ agent }: Person) => (await agent.get(`/beratungen/${body.id}`).expect(200)).text
    const own = /<div class="ff-consulting-own">(.*?)<\/div>/s
    expect(own.exec(await textFor(mueller))?.[1]).toContain("Hören Sie nur zu")
    expect(own.exec(await textFor(huber))?.[1]).toContain("Sammeln Sie reihum")
    expect(own.exec(await textFor(meier))?.[1]).toContain("Ihrer Vermutung nach")
    expect(await textFor(meier)).toContain("Hypothesen sammeln")
    expect(await read(meier, body.id)).toMatchObject({
      phase: "hypotheses",
      moderator: "Petra Huber",
      advisers: ["Chiara D'Angelo", "Lena Weber", "Thomas Meier"],
    })
  })

  it("is timed by the moderator and the facilitator, and goes one step when both go on", async () => {
    const made = await fresh()
    const { mueller, huber, meier, facilitator } = group.people
    const { body } = await start(made, await putIn(mueller, made)).expect(201)
    const step = ({ agent }: Person) =>
      agent.patch(`/api/consultings/${body.id}/timer`, { control: "next", version: 1 })
    for (const person of [mueller, meier]) await step(person).expect(403)
    const both = await Promise.all([step(huber), step(facilitator)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409])
    const form = { control: "next", version: "1" }
    const late = await huber.agent.form(`/beratungen/${body.id}/uhr`, form).expect(303)
    expect(late.headers.location).toContain("timer-changed")
    await meier.agent.form(`/beratungen/${body.id}`, { action: "moderate" }).expect(303)
    expect(await read(meier, body.id)).toMatchObject({ moderator: "Thomas Meier", can: { time: true } })
    await step(huber).expect(403)
    await mueller.agent.post(`/api/consultings/${body.id}/moderation`).expect(403)
    await meier.agent.form(`/beratungen/${body.id}/uhr`, { control: "reset" }).expect(303)
    expect((await read(meier, body.id)).timer.position).toBe(0)
  })

  it("takes hypotheses and ideas of those who advise, in their phase, each once", async () => {
    const made = await fresh()
    const { mueller, huber, meier } = group.people
    const { body } = await start(made, await putIn(mueller, made)).expect(201)
    const path = `/beratungen/${body.id}`
    const guess = { action: "add", kind: "hypothesis" }
    const idea = { action: "add", kind: "solution" }
    const form = { ...guess, body: "Sie fragt lieber nach", idempotencyKey: "eine-hypothese" }
    const early = await meier.agent.form(`${path}/zeilen`, form).expect(409)
    expect(early.text).toContain("Sie fragt lieber nach")
    expect(early.text).toContain("gehört nicht in diesen Schritt")
    await goOn(body.id, 3)
    await mueller.agent.form(`${path}/zeilen`, form).expect(403)
    for (const _time of [1, 2]) await meier.agent.form(`${path}/zeilen`, form).expect(303)
    await meier.agent.form(`${path}/zeilen`, { ...idea, body: "Zu früh" }).expect(409)
    await meier.agent.form(`${path}/zeilen`, { ...guess, body: " " }).expect(422)
    await goOn(body.id, 1)
    await huber.agent.form(`${path}/zeilen`, { ...idea, body: "Gemeinsam ausprobieren" }).expect(303)
    await meier.agent.form(`${path}/zeilen`, { ...guess, body: "Noch eine, spät" }).expect(303)
    const { lines } = await read(mueller, body.id)
    expect(lines.map((line: { kind: string }) => line.kind)).toEqual(["hypothesis", "solution", "hypothesis"])
    const [first] = lines
    await mueller.agent.delete(`/api/consulting-lines/${first.id}`).expect(403)
    await group.people.dangelo.agent.delete(`/api/consulting-lines/${first.id}`).expect(403)
    await meier.agent.form(`${path}/zeilen`, { action: "remove", lineId: first.id }).expect(303)
    expect((await read(mueller, body.id)).lines).toHaveLength(2)
  })

  it("goes on when its topic is withdrawn meanwhile", async () => {
    const made = await fresh()
    const { mueller, meier } = group.people
    const topic = await putIn(mueller, made)
    const { body } = await start(made, topic).expect(201)
    await mueller.agent.delete(`/api/consulting-topics/${topic}`).expect(204)
    expect(await read(meier, body.id)).toMatchObject({ title: TOPIC.title, ended: false })
    await goOn(body.id, 1)
  })

  it("is discarded by who leads as long as nothing is put down", async () => {
    const made = await fresh()
    const { mueller, huber, meier, facilitator } = group.people
    const { body } = await start(made, await putIn(mueller, made)).expect(201)
    await meier.agent.delete(`/api/consultings/${body.id}`).expect(403)
    await huber.agent.form(`/beratungen/${body.id}`, { action: "discard" }).expect(303)
    await mueller.agent.get(`/beratungen/${body.id}`).expect(404)
    expect(await group.db.select().from(timers).where(eq(timers.subjectId, body.id))).toEqual([])
    const { consulting } = await addConsulting(group, made)
    const refused = await facilitator.agent
      .form(`/beratungen/${consulting}`, { action: "discard" })
      .expect(409)
    expect(refused.text).toContain("Es ist schon etwas festgehalten")
  })
})

describe("the result", () => {
  /** Ended, with a hypothesis and a decision. */
  async function ended() {
    const made = await fresh()
    const { consulting, line } = await addConsulting(group, made)
    const { mueller } = group.people
    const decision = { body: "Ich rufe sie an", version: 1 }
    await mueller.agent.put(`/api/consultings/${consulting}/decision`, decision).expect(204)
    await goOn(consulting, 4)
    return { made, consulting, line }
  }

  it("is the case giver's alone, from the end on; the facilitator sees nothing of it any more", async () => {
    const { made, consulting, line } = await ended()
    const { mueller, huber, facilitator } = group.people
    expect(await read(mueller, consulting)).toMatchObject({
      ended: true,
      lines: [{ body: "Sie kennt den Weg nicht" }],
      decision: { body: "Ich rufe sie an" },
    })
    for (const person of [huber, facilitator]) {
      expect(await read(person, consulting)).toMatchObject({ lines: null, decision: null, timer: null })
      const { text } = await person.agent.get(`/beratungen/${consulting}`).expect(200)
      expect(text).not.toContain("Sie kennt den Weg nicht")
      expect(text).not.toContain("Ich rufe sie an")
      expect(text).toContain("gehört jetzt Sabine Müller allein")
      await person.agent.delete(`/api/consulting-lines/${line}`).expect(403)
      await person.agent.delete(`/api/consultings/${consulting}`).expect(403)
      const { body } = await person.agent.get(`/api/cohorts/${made.cohortId}/consultings`).expect(200)
      expect(body.items).toEqual([])
    }
    const list = await mueller.agent.get(`/lerngruppen/${made.cohortId}/beratungen`).expect(200)
    expect(list.text).toContain(`/beratungen/${consulting}`)
  })

  it("says nothing of the decision while it is running, either", async () => {
    const { consulting } = await addConsulting(group, await fresh())
    const { mueller, facilitator } = group.people
    const form = { action: "decide", body: "Nur für mich", version: "1" }
    await mueller.agent.form(`/beratungen/${consulting}`, form).expect(303)
    expect((await read(facilitator, consulting)).decision).toBeNull()
    await facilitator.agent.form(`/beratungen/${consulting}`, form).expect(403)
    const stale = { ...form, body: "Aus dem alten Fenster" }
    const { text } = await mueller.agent.form(`/beratungen/${consulting}`, stale).expect(409)
    expect(text).toMatch(/<del>.*Nur für mich/s)
    expect(text).toMatch(/<textarea[^>]*>Aus dem alten Fenster</)
  })

  it("is shared with the group, not with managers, and taken back", async () => {
    const { made, consulting } = await ended()
    const { mueller, huber, schoeller } = group.people
    await huber.agent.form(`/beratungen/${consulting}`, { action: "share" }).expect(403)
    await mueller.agent.form(`/beratungen/${consulting}`, { action: "share" }).expect(303)
    const { text } = await huber.agent.get(`/beratungen/${consulting}`).expect(200)
    expect(text).toContain("Ich rufe sie an")
    expect(text).toContain("Sie kennt den Weg nicht")
    const { items } = (await huber.agent.get(`/api/cohorts/${made.cohortId}/consultings`).expect(200)).body
    expect(items).toMatchObject([{ id: consulting, shared: true, isMine: false }])
    await schoeller.agent.get(`/beratungen/${consulting}`).expect(404)
    await mueller.agent.form(`/beratungen/${consulting}`, { action: "unshare" }).expect(303)
    expect(await read(huber, consulting)).toMatchObject({ lines: null, decision: null })
  })

  it("takes no more lines, and is taken up again by the case giver alone", async () => {
    const { made, consulting } = await ended()
    const { mueller, huber, facilitator } = group.people
    const late = { kind: "hypothesis", body: "Zu spät" }
    expect((await huber.agent.post(`/api/consultings/${consulting}/lines`, late).expect(409)).body.code).toBe(
      "consulting.ended",
    )
    await facilitator.agent.post(`/api/consultings/${consulting}/reopen`).expect(403)
    await mueller.agent.form(`/beratungen/${consulting}`, { action: "share" }).expect(303)
    await mueller.agent.form(`/beratungen/${consulting}`, { action: "reopen" }).expect(303)
    expect(await read(huber, consulting)).toMatchObject({ ended: false, phase: "closing", decision: null })
    await goOn(consulting, 1)
    const again = await putIn(mueller, made)
    const other = { topicId: again, moderatorId: made.members.huber, form: "short" }
    await facilitator.agent.post(api(made, "consultings"), other).expect(201)
    const { text } = await mueller.agent.form(`/beratungen/${consulting}`, { action: "reopen" }).expect(409)
    expect(text).toContain("läuft schon eine Beratung")
  })

  it("goes with a case giver who leaves the cohort, and a moderator who leaves is followed by another", async () => {
    const { made, consulting } = await ended()
    const timer = () => group.db.select().from(timers).where(eq(timers.subjectId, consulting))
    expect(await timer()).toHaveLength(1)
    const { mueller, huber, meier } = group.people
    const running = (await start(made, await putIn(meier, made)).expect(201)).body.id
    await huber.agent.post(`/api/cohorts/${made.cohortId}/leave`, { deleteCertificates: false }).expect(204)
    await mueller.agent.post(`/api/cohorts/${made.cohortId}/leave`, { deleteCertificates: false }).expect(204)
    await meier.agent.get(`/beratungen/${consulting}`).expect(404)
    expect(await timer()).toEqual([])
    expect((await read(meier, running)).moderator).toBeNull()
    const { facilitator } = group.people
    await facilitator.agent.form(`/beratungen/${running}`, { action: "moderate" }).expect(303)
    expect((await read(meier, running)).moderator).toBe("Lena Weber")
  })

  it("is deleted by the case giver, and with the cohort, its timer as well", async () => {
    const { consulting } = await ended()
    const { mueller } = group.people
    await mueller.agent.form(`/beratungen/${consulting}`, { action: "discard" }).expect(303)
    await mueller.agent.get(`/beratungen/${consulting}`).expect(404)
    const other = await ended()
    await group.db.update(cohorts).set({ deleteOn: today() }).where(eq(cohorts.id, other.made.cohortId))
    await forgetCohorts(group.db, group.parts.files)
    await mueller.agent.get(`/beratungen/${other.consulting}`).expect(404)
    expect(await group.db.select().from(timers).where(eq(timers.subjectId, other.consulting))).toEqual([])
  })
})

describe("what is told live and taken along", () => {
  async function listen(person: Person, channel: string, id: string) {
    const { publicUrl } = group.config
    const socket = new WebSocket(`${publicUrl.replace("http", "ws")}/api/live`, {
      headers: { cookie: person.cookie, origin: publicUrl },
    })
    const messages: Record<string, string>[] = []
    socket.on("message", (raw) => messages.push(JSON.parse(String(raw))))
    await new Promise((resolve, reject) => {
      socket.on("open", resolve)
      socket.on("error", reject)
    })
    socket.send(JSON.stringify({ subscribe: channel, id }))
    // More than the answer may come: what was done just before is told when the database says it.
    await expect.poll(() => messages.length).toBeGreaterThan(0)
    return { messages, close: () => socket.close() }
  }
  /** Something is told about the session: what was told before it has then arrived. */
  const tell = (id: string) => transact(group.db, async (tx) => touch(tx, "session", id))

  /** The database tells in the order of commits: once the later is heard, all before it was. */
  async function settle() {
    const { meeting } = (await fresh()).steps
    const marker = await listen(group.people.meier, "session", meeting)
    const before = marker.messages.length
    await tell(meeting)
    await expect.poll(() => marker.messages.length).toBeGreaterThan(before)
    marker.close()
  }

  it("says to the group that a phase began or a line came, and nothing to managers", async () => {
    const { consulting } = await addConsulting(group, await fresh())
    const { meier, schoeller, huber, mueller } = group.people
    const reader = await listen(meier, "consulting", consulting)
    const manager = await listen(schoeller, "consulting", consulting)
    expect(manager.messages).toEqual([{ refused: "consulting", id: consulting }])
    await settle()
    const before = reader.messages.length
    await goOn(consulting, 1)
    await expect.poll(() => reader.messages.length).toBe(before + 1)
    const idea = { kind: "solution", body: "Zusammen ausprobieren" }
    await huber.agent.post(`/api/consultings/${consulting}/lines`, idea).expect(201)
    await expect.poll(() => reader.messages.length).toBe(before + 2)
    expect(JSON.stringify(reader.messages)).not.toContain("ausprobieren")
    const decision = { version: 1, body: "Nur für mich" }
    await mueller.agent.put(`/api/consultings/${consulting}/decision`, decision).expect(204)
    await settle()
    expect(reader.messages).toHaveLength(before + 2)
    expect(manager.messages).toHaveLength(1)
    for (const one of [reader, manager]) one.close()
  })

  it("says nothing at all when somebody votes: the moment would name them", async () => {
    const made = await fresh()
    const topic = await putIn(group.people.mueller, made)
    const reader = await listen(group.people.mueller, "session", made.steps.meeting)
    await settle()
    const before = reader.messages.length
    await voteFor(group.people.huber, topic).expect(204)
    await settle()
    expect(reader.messages).toHaveLength(before)
    reader.close()
  })

  it("gives each their own: topics, votes and lines of theirs, results as case giver", async () => {
    const made = await fresh()
    const { mueller, huber } = group.people
    const title = "Nur in der Mitnahme"
    const topicId = await putIn(mueller, made, { title, question: "" })
    await voteFor(huber, topicId).expect(204)
    const begun = { topicId, moderatorId: made.members.huber, form: "short" }
    const { body } = await mueller.agent.post(api(made, "consultings"), begun).expect(201)
    await goOn(body.id, 3)
    const line = { kind: "hypothesis", body: "Sie kennt den Weg nicht" }
    await huber.agent.post(`/api/consultings/${body.id}/lines`, line).expect(201)
    const chapters = async (person: Person) => {
      const actor = await findActor(group.db, person.id, null)
      if (!actor) throw new Error("nobody")
      const own = await collectOwn(group.db, actor, null)
      return Object.fromEntries(
        own.map(({ name, rows }) => [name, rows.filter((row) => row.title === title)] as const),
      )
    }
    expect(await chapters(huber)).toMatchObject({
      beratungsthemen: [],
      beratungsstimmen: [{ title }],
      beratungszeilen: [{ line: line.body }],
      beratungen: [],
    })
    const running = { title, hypotheses: "", shared: false }
    expect(await chapters(mueller)).toMatchObject({
      beratungsthemen: [{ title }],
      beratungsstimmen: [],
      beratungszeilen: [],
      beratungen: [running],
    })
    await goOn(body.id, 4)
    expect((await chapters(huber)).beratungszeilen).toEqual([])
    expect(await chapters(mueller)).toMatchObject({ beratungen: [{ ...running, hypotheses: line.body }] })
  })
})
