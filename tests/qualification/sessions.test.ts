import { eq, inArray } from "drizzle-orm"
import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findActor } from "../../server/accounts/index.ts"
import type { Actor } from "../../server/kernel/actor.ts"
import { newId, only } from "../../server/kernel/database.ts"
import { Refusal } from "../../server/kernel/errors.ts"
import type { LoadRights } from "../../server/kernel/hub.ts"
import { MINUTE, moveClock, now, resetClock } from "../../server/kernel/time.ts"
import { accessRound } from "../../server/qualification/assessments/policy.ts"
import { accessConsulting } from "../../server/qualification/consulting/policy.ts"
import { accessFiledStep, bringerOf } from "../../server/qualification/files/policy.ts"
import { qualificationChannels } from "../../server/qualification/index.ts"
import { accessCohortStep } from "../../server/qualification/policy.ts"
import { accessProject } from "../../server/qualification/projects/policy.ts"
import { accessRetrospective } from "../../server/qualification/retrospectives/policy.ts"
import { accessSession, GROUP } from "../../server/qualification/sessions/access.ts"
import { cohortMembers, cohortSteps } from "../../server/qualification/tables.ts"
import { whenOf } from "../../web/pages/qualification/cohorts/when.tsx"
import { itWith } from "../support/outside.ts"
import { readPdf } from "../support/pdf.ts"
import { outlineOf, spokenIn } from "../support/pdf-outline.ts"
import { addConsulting } from "./consulting-things.ts"
import { addCohort, type Group, openGroup } from "./group.ts"
import { addProject } from "./project-things.ts"
import { addRound } from "./round.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(async () => {
  resetClock()
  await group.close()
})

const api = (rest: string, step = group.steps.workshop) => `/api/cohort-steps/${step}/${rest}`
const page = (rest = "", step = group.steps.workshop) => `/termine/${step}${rest}`
/** When the workshop is, as a pattern: whatever the time is now, and in whichever spaces a document sets it. */
async function hours(): Promise<string> {
  const { startsAt, endsAt } = only(
    await group.db.select().from(cohortSteps).where(eq(cohortSteps.id, group.steps.workshop)),
  )
  const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
  const words = whenOf({ kind: "workshop", ...times }, "de").split(/\s/)
  return words.map((word) => word.replaceAll(".", "\\.")).join("\\s")
}
const timer = async () =>
  (await group.people.mueller.agent.get(api("session")).expect(200)).body.timer as {
    version: number
    position: number
    late: number
    phases: { minutes: number }[]
  }

describe("the timer of a session", () => {
  it("starts once, however often and by whomever it is started", async () => {
    const { facilitator } = group.people
    const both = await Promise.all([
      facilitator.agent.post(api("timer")),
      facilitator.agent.post(api("timer")),
    ])
    expect(both.map(({ status }) => status)).toEqual([204, 204])
    expect(await timer()).toMatchObject({ version: 1, position: 0 })
  })

  it("goes one step when two go on at the same time", async () => {
    const { facilitator } = group.people
    const step = () => facilitator.agent.patch(api("timer"), { control: "next", version: 1 })
    const both = await Promise.all([step(), step()])
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409])
    expect((await timer()).position).toBe(1)
    const late = await facilitator.agent.form(page("/uhr"), { control: "next", version: "1" }).expect(303)
    expect(late.headers.location).toContain("timer-changed")
  })

  it("says 12 minutes later, and shortens the rest or shifts it", async () => {
    const { facilitator } = group.people
    const { version, phases } = await timer()
    moveClock(12 * MINUTE + (phases[1]?.minutes ?? 0) * MINUTE + (phases[0]?.minutes ?? 0) * MINUTE)
    expect((await timer()).late).toBe(12)
    const html = (await facilitator.agent.get(page("/leitung")).expect(200)).text
    expect(html).toContain("12 min später als geplant")
    await facilitator.agent
      .form(page("/uhr"), { control: "shorten", minutes: "0", version: String(version) })
      .expect(303)
    expect((await timer()).late).toBe(0)
    await facilitator.agent
      .form(page("/uhr"), { control: "shift", minutes: "10", version: String(version + 1) })
      .expect(303)
    expect((await timer()).late).toBe(0)
    resetClock()
  })

  it("is moved by the facilitator only, and takes nothing odd", async () => {
    const { mueller, facilitator, outsider } = group.people
    const { version } = await timer()
    await mueller.agent.patch(api("timer"), { control: "next", version }).expect(403)
    await mueller.agent.form(page("/uhr"), { control: "next", version: String(version) }).expect(403)
    await outsider.agent.get(api("session")).expect(404)
    await facilitator.agent.patch(api("timer"), { control: "shift", version, minutes: 500 }).expect(400)
    await facilitator.agent.form(page("/uhr"), { control: "unfug", version: "1" }).expect(422)
    await facilitator.agent
      .form(page("/uhr"), { control: "shift", version: String(version), minutes: "viele" })
      .expect(422)
  })

  it("has the usual parts of a meeting: 5, 10, 35 and 10 minutes", async () => {
    const { body } = await group.people.meier.agent.get(api("session", group.steps.meeting)).expect(200)
    expect(body.agenda.map(({ minutes }: { minutes: number }) => minutes)).toEqual([5, 10, 35, 10])
  })
})

describe("what a session records", () => {
  const entry = (more: object) => ({ kind: "task", body: "IT anrufen", memberId: null, dueOn: null, ...more })

  it("comes in one line without a script, and once however often it is sent", async () => {
    const { facilitator, mueller } = group.people
    const form = {
      kind: "task",
      body: "Die IT anrufen",
      memberId: group.members.mueller,
      dueOn: "2026-12-01",
      idempotencyKey: "eine-zeile-1",
    }
    for (const _time of [1, 2]) await facilitator.agent.form(page("/eintraege"), form).expect(303)
    const { entries } = (await mueller.agent.get(api("board")).expect(200)).body
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ body: "Die IT anrufen", person: { name: "Sabine Müller" } })
    expect((await mueller.agent.get(page()).expect(200)).text).toContain("Die IT anrufen")
  })

  it("gives back a line with a fault, with everything that was typed", async () => {
    const form = { kind: "task", body: "", dueOn: "irgendwann", idempotencyKey: "eine-zeile-2" }
    const { text } = await group.people.facilitator.agent.form(page("/eintraege"), form).expect(422)
    expect(text).toContain("Bis wann: Diese Angabe")
    expect(text).toContain("irgendwann")
    await group.people.facilitator.agent.post(api("entries"), entry({ memberId: group.cohortId })).expect(422)
  })

  it("keeps person and date with tasks only", async () => {
    const { facilitator } = group.people
    await facilitator.agent
      .post(api("entries"), entry({ kind: "decision", body: "Montags", memberId: group.members.huber }))
      .expect(201)
    const { entries } = (await facilitator.agent.get(api("board")).expect(200)).body
    expect(entries.find(({ body }: { body: string }) => body === "Montags").person).toBeNull()
  })

  it("lets who has a task say what came of it, nobody else, and the next session sees it", async () => {
    const { mueller, huber, facilitator } = group.people
    const { entries } = (await mueller.agent.get(api("board")).expect(200)).body
    const { id, version } = entries.find(({ kind }: { kind: string }) => kind === "task")
    const settled = { version, done: true, result: "Ansprechperson ist Herr Kraus" }
    await huber.agent.put(`/api/session-entries/${id}/result`, settled).expect(403)
    const path = `/termine/eintraege/${id}`
    const on = group.steps.meeting
    const form = { action: "settle", version: String(version), result: settled.result, done: "true", on }
    const done = await mueller.agent.form(path, form).expect(303)
    expect(done.headers.location).toBe(page(`?hinweis=saved#eintrag-${id}`, on))
    // Sent once more from another window: the newer text is shown and the own one kept.
    const again = { ...form, result: "Mein anderes Ergebnis" }
    const stale = await mueller.agent.form(path, again).expect(409)
    expect(stale.text).toContain("Mein anderes Ergebnis")
    expect(stale.text).toContain("Herr Kraus")
    // An address that leads to no session is no reason to fail.
    await mueller.agent.form(path, { ...form, on: "irgendwo" }).expect(422)
    // It is hers to settle, and no more.
    const text = { version: "2", kind: "task", body: "Umgeschrieben" }
    await mueller.agent.form(path, { action: "save", ...text }).expect(403)
    await mueller.agent.form(path, { action: "remove" }).expect(403)
    await huber.agent.form(path, form).expect(403)
    const later = (await facilitator.agent.get(api("board", group.steps.meeting)).expect(200)).body
    expect(later.earlier[0]).toMatchObject({ done: true, result: settled.result })
    expect((await facilitator.agent.get(page("/leitung", group.steps.meeting)).expect(200)).text).toContain(
      "Herr Kraus",
    )
  })

  it("is changed by the facilitator, refused when it was changed meanwhile, and can be removed", async () => {
    const { facilitator } = group.people
    const made = await facilitator.agent.post(api("entries"), entry({ kind: "parking" })).expect(201)
    const path = `/termine/eintraege/${made.body.id}`
    const former = await facilitator.agent.get(`${path}/bearbeiten`).expect(308)
    expect(former.headers.location).toBe(page(`/leitung#eintrag-${made.body.id}`))
    const form = { action: "save", kind: "parking", body: "Später klären", version: "1" }
    await facilitator.agent.form(path, form).expect(303)
    const stale = await facilitator.agent.form(path, { ...form, body: "Noch später" }).expect(409)
    expect(stale.text).toMatch(/<del>.*?klären/s)
    expect(stale.text).toContain('value="Noch später"')
    const faulty = await facilitator.agent.form(path, { ...form, version: "2", dueOn: "bald" }).expect(422)
    expect(faulty.text).toContain("Bis wann: Diese Angabe")
    await facilitator.agent.form(path, { action: "remove" }).expect(303)
    await facilitator.agent.form(path, { action: "remove" }).expect(404)
  })
})

describe("photos of flip charts", () => {
  it("are taken in as pictures only, once for a key, and seen by the group only", async () => {
    const { mueller, huber, schoeller, facilitator, outsider } = group.people
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: "white" } })
      .png()
      .toBuffer()
    const send = (bytes: Buffer, name: string) =>
      mueller.agent
        .post(api("photos?key=ein-foto-1&caption=Ideen"))
        .attach("file", bytes, name)
        .then(({ status, body }) => ({ status, id: body.id as string }))
    expect((await send(Buffer.from("%PDF-1.7\n"), "plan.pdf")).status).toBe(415)
    const first = await send(picture, "flipchart.png")
    const again = await send(picture, "flipchart.png")
    expect([first.status, again.status, again.id]).toEqual([201, 201, first.id])
    const { photos } = (await huber.agent.get(api("board")).expect(200)).body
    expect(photos).toHaveLength(1)
    const path = `/termine/fotos/${first.id}`
    expect((await huber.agent.get(path).expect(200)).headers["content-type"]).toBe("image/png")
    await schoeller.agent.get(path).expect(403)
    await outsider.agent.get(path).expect(404)
    await huber.agent.form(`${path}/loeschen`, { back: page() }).expect(403)
    await facilitator.agent.form(`${path}/loeschen`, { back: page() }).expect(303)
    await huber.agent.get(path).expect(404)
  })
})

describe("photos that come with a form", () => {
  it("are all taken but the one that is refused, which is named with the way out", async () => {
    const { facilitator } = group.people
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: "white" } })
      .png()
      .toBuffer()
    const photosNow = async () => (await facilitator.agent.get(api("board")).expect(200)).body.photos.length
    const before = await photosNow()
    const { text } = await facilitator.agent
      .post(page("/fotos"))
      .field("back", page())
      .attach("photos", picture, "vorher.png")
      .attach("photos", Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), "Scan.tif")
      .attach("photos", Buffer.alloc(10 * 1024 * 1024 + 1, "x"), "riesig.png")
      .attach("photos", picture, "nachher.png")
      .expect(415)
    expect(text).toContain("Scan.tif: TIFF-Bilder sind nicht möglich.")
    expect(await photosNow()).toBe(before + 2)
  })
})

describe("attendance on the screen of the facilitator", () => {
  it("takes one tap, comes back to the screen, and is neither on the projector nor for learners", async () => {
    const { facilitator, huber } = group.people
    const tap = { memberId: group.members.huber, state: "present" }
    const done = await facilitator.agent.form(page("/anwesenheit"), tap).expect(303)
    expect(done.headers.location).toBe(page("/leitung#teilnahme"))
    const screen = (await facilitator.agent.get(page("/leitung")).expect(200)).text
    expect(screen).toMatch(/aria-pressed="true"[^>]*>(?:(?!<\/button>).)*Petra Huber/)
    expect((await facilitator.agent.get(page("/beamer")).expect(200)).text).not.toContain("Petra Huber")
    await huber.agent.get(page("/leitung")).expect(403)
    // From the list of all that can be recorded it goes back to the person there.
    const { meier } = group.members
    const unfolded = { memberId: meier, state: "made-up", unfolded: "true" }
    const there = await facilitator.agent.form(page("/anwesenheit"), unfolded).expect(303)
    expect(there.headers.location).toBe(page(`/leitung#person-${meier}`))
  })
})

describe("what is told live of a session", () => {
  it("is told to its group; of the attendance facilitators alone, and managers and strangers nothing", async () => {
    const channels = new Map<string, LoadRights>()
    const live = { channel: (name: string, rights: LoadRights) => void channels.set(name, rights) }
    qualificationChannels({ live, db: group.db })
    const mayListen = async (actor: Actor, channel: string, id: string) =>
      (await channels.get(channel)?.([id]))?.(actor, id)
    const { facilitator, mueller, schoeller, otherFacilitator } = group.people
    const expected = [
      [facilitator, true, true],
      [mueller, true, false],
      [schoeller, false, false],
      [otherFacilitator, false, false],
    ] as const
    for (const [person, session, attendance] of expected) {
      const actor = await findActor(group.db, person.id, null)
      if (!actor) throw new Error("nobody")
      const { workshop } = group.steps
      expect(await mayListen(actor, "session", workshop), person.name).toBe(session)
      expect(await mayListen(actor, "attendance", workshop), person.name).toBe(attendance)
      expect(await mayListen(actor, "retrospective", group.cohortId), person.name).toBe(session)
    }
  })

  it("is told, on every channel, to those whom the door of the thing itself lets in", async () => {
    const { db } = group
    const channels = new Map<string, LoadRights>()
    const live = { channel: (name: string, rights: LoadRights) => void channels.set(name, rights) }
    qualificationChannels({ live, db })
    const left = await addCohort(group, group.people)
    await db
      .update(cohortMembers)
      .set({ leftAt: now() })
      .where(inArray(cohortMembers.id, [left.members.huber, left.members.facilitator]))
    const doors: Record<string, { ids: string[]; open: (actor: Actor, id: string) => Promise<unknown> }> = {
      session: { ids: [], open: (actor, id) => accessSession(db, actor, id, GROUP) },
      attendance: { ids: [], open: (actor, id) => accessCohortStep(db, actor, id, ["facilitator"]) },
      handouts: { ids: [], open: (actor, id) => accessFiledStep(db, actor, id) },
      sheets: {
        ids: [],
        open: async (actor, id) => bringerOf(await accessFiledStep(db, actor, id), "handout"),
      },
      retrospective: { ids: [], open: (actor, id) => accessRetrospective(db, actor, id) },
      consulting: { ids: [], open: (actor, id) => accessConsulting(db, actor, id) },
      assessment: { ids: [], open: (actor, id) => accessRound(db, actor, id) },
      project: { ids: [], open: (actor, id) => accessProject(db, actor, id) },
    }
    for (const cohort of [group, left]) {
      doors.session?.ids.push(...Object.values(cohort.steps))
      doors.attendance?.ids.push(...Object.values(cohort.steps))
      doors.handouts?.ids.push(...Object.values(cohort.steps))
      doors.sheets?.ids.push(...Object.values(cohort.steps))
      doors.retrospective?.ids.push(cohort.cohortId)
      doors.consulting?.ids.push((await addConsulting(group, cohort)).consulting)
      doors.assessment?.ids.push((await addRound(group, cohort)).round)
      doors.project?.ids.push((await addProject(group, cohort)).project)
    }
    expect(Object.keys(doors).toSorted()).toEqual([...channels.keys()].toSorted())
    for (const [channel, { ids, open }] of Object.entries(doors)) {
      const found = new Set<boolean>()
      const mayListen = await channels.get(channel)?.([...ids, newId()])
      for (const person of Object.values(group.people)) {
        const actor = await findActor(db, person.id, null)
        if (!actor) throw new Error("nobody")
        for (const id of ids) {
          const isLetIn = await open(actor, id).then(
            () => true,
            (error: unknown) => !(error instanceof Refusal),
          )
          found.add(isLetIn)
          expect(mayListen?.(actor, id), `${channel}: ${person.name}`).toBe(isLetIn)
        }
      }
      expect(found.size, channel).toBe(2)
    }
  })
})

describe("own notes", () => {
  it("are read by nobody but who wrote them, on no other page, and lose nothing in two windows", async () => {
    const { facilitator, mueller } = group.people
    await facilitator.agent
      .form(page("/notizen"), { version: "0", body: "Geheim: ruhiger werden" })
      .expect(303)
    // The same again, because the answer was lost: nothing happens.
    await facilitator.agent
      .form(page("/notizen"), { version: "0", body: "Geheim: ruhiger werden" })
      .expect(303)
    const stale = await facilitator.agent
      .form(page("/notizen"), { version: "0", body: "Anderes" })
      .expect(409)
    expect(stale.text).toContain("ruhiger werden")
    expect(stale.text).toContain("Anderes")
    await mueller.agent.get(api("notes")).expect(403)
    await mueller.agent.form(page("/notizen"), { version: "0", body: "Ich" }).expect(403)
    for (const path of [page("/beamer"), page(), page("/protokoll"), page("/bogen")])
      expect((await facilitator.agent.get(path).expect(200)).text).not.toContain("ruhiger werden")
  })
})

describe("the round of a meeting", () => {
  it("is filled in before by each learner, and seen by all of the group", async () => {
    const { meier, huber, facilitator } = group.people
    const { meeting, workshop } = group.steps
    const own = await meier.agent.get(page("", meeting)).expect(200)
    expect(own.text).toContain(`action="${page("/runde", meeting)}"`)
    const line = { project: "Forum", state: "Die ersten Fragen stehen", hurdle: "Zeit", request: "" }
    await meier.agent.form(page("/runde", meeting), line).expect(303)
    expect((await huber.agent.get(page("", meeting)).expect(200)).text).toContain("Die ersten Fragen stehen")
    const tooLong = { ...line, state: "x".repeat(301) }
    const { text } = await meier.agent.form(page("/runde", meeting), tooLong).expect(422)
    expect(text).toContain("Stand: Bitte kürzen Sie den Text auf höchstens 300 Zeichen.")
    await facilitator.agent.form(page("/runde", meeting), line).expect(403)
    await meier.agent.form(page("/runde", workshop), line).expect(403)
  })
})

describe("the minutes", () => {
  it("are put together from what was recorded, changed, and read by others only once released", async () => {
    const { facilitator, mueller, schoeller } = group.people
    const draft = (await facilitator.agent.get(api("minutes")).expect(200)).body
    expect(draft.version).toBe(0)
    expect(draft.body).toContain("- Montags")
    // Whoever was recorded as present, and nobody else.
    expect(draft.body).toMatch(/^## Anwesend\n\n- Petra Huber\n\n## Tagesordnung/)
    expect(draft.body).toContain("Die IT anrufen – Sabine Müller – bis 01.12.2026 (erledigt: Ansprechperson")
    await facilitator.agent
      .form(page("/protokoll"), { action: "save", version: "0", body: `${draft.body}\n\nDanke an alle.` })
      .expect(303)
    expect((await mueller.agent.get(page("/protokoll")).expect(200)).text).not.toContain("Danke an alle")
    await mueller.agent.get(page("/protokoll.pdf")).expect(404)
    const stale = await facilitator.agent
      .form(page("/protokoll"), { action: "save", version: "0", body: "Meine Fassung" })
      .expect(409)
    expect(stale.text).toContain("Meine Fassung")
    expect(stale.text).toContain("Danke an alle")
    const releasing = async () =>
      (await facilitator.agent.get(page("/protokoll")).expect(200)).text.includes("Freigeben</span>")
    expect(await releasing()).toBe(true)
    await facilitator.agent.form(page("/protokoll"), { action: "release", version: "1" }).expect(303)
    expect(await releasing()).toBe(false)
    expect((await mueller.agent.get(page("/protokoll")).expect(200)).text).toContain("Danke an alle")
    await schoeller.agent.get(page("/protokoll.pdf")).expect(404)
    expect((await schoeller.agent.get(page("/protokoll")).expect(200)).text).not.toContain("Danke an alle")
  })

  it("come as a PDF that can be read aloud, and the group is told in a line that says little", async () => {
    const { mueller, huber, meier, dangelo, schoeller } = group.people
    const toldTo = async ({ agent }: Group["people"]["mueller"]) =>
      (await agent.get("/api/notifications?notice=qualification.minutes").expect(200)).body.items
    for (const person of [mueller, huber, meier, dangelo]) {
      const told = await toldTo(person)
      expect(told).toMatchObject([{ title: "Schritt 1", address: page("/protokoll") }])
      expect(JSON.stringify(told)).not.toContain("Danke an alle")
    }
    expect(await toldTo(schoeller)).toEqual([])
    const { body } = await mueller.agent.get(page("/protokoll.pdf")).buffer(true).expect(200)
    const pdf = await readPdf(body)
    expect(pdf.title).toBe("Protokoll: Schritt 1")
    expect(pdf.lines).toContain("H2 Beschlüsse")
    expect(pdf.text).toContain("Danke an alle.")
    expect(pdf.lines).toContainEqual(expect.stringMatching(new RegExp(`^TD ${await hours()}$`)))
  })

  itWith("qpdf", "pdfinfo")(
    "are read by others in order, in English with what was written in German",
    async () => {
      const { agent } = group.people.mueller
      const read = async () => (await agent.get(page("/protokoll.pdf")).buffer(true).expect(200)).body
      const outline = await outlineOf(await read())
      expect(outline.slice(0, 8)).toEqual([
        "Document",
        '  H1 "Protokoll: Schritt 1"',
        "  Table",
        "    TBody",
        "      TR",
        '        TH Row "Wann"',
        expect.stringMatching(new RegExp(`^ {8}TD "${await hours()}"$`)),
        '  H2 "Anwesend"',
      ])
      expect(outline.filter((line) => line.startsWith("  H2"))).toEqual([
        '  H2 "Anwesend"',
        '  H2 "Tagesordnung"',
        '  H2 "Beschlüsse"',
        '  H2 "Aufgaben"',
      ])
      expect(outline.at(-1)).toBe('  P "Danke an alle."')
      expect((await spokenIn(await read())).languages).toEqual([])
      await agent.patch("/api/me", { locale: "en" }).expect(200)
      const { languages } = await spokenIn(await read())
      await agent.patch("/api/me", { locale: "de" }).expect(200)
      expect([...new Set(languages)]).toEqual(["H2 de-DE", "L de-DE", "P de-DE"])
    },
  )

  it("reach the managers when the facilitator says so, and then nothing else does", async () => {
    const { facilitator, schoeller } = group.people
    await facilitator.agent
      .form(page("/protokoll"), { action: "release", version: "1", forManagers: "true" })
      .expect(303)
    expect((await schoeller.agent.get(page("/protokoll")).expect(200)).text).toContain("Danke an alle")
    const session = (await schoeller.agent.get(api("session")).expect(200)).body
    expect(session).toMatchObject({ agenda: [], timer: null, contents: "", link: "" })
    await schoeller.agent.get(api("board")).expect(403)
    expect((await schoeller.agent.get(page()).expect(200)).text).not.toContain("Montags")
    await schoeller.agent.get(page("/beamer")).expect(403)
  })

  it("keep signs that people typed as they are", async () => {
    const { facilitator } = group.people
    const body = "[Link](https://example.org) & <b>fett</b> *Stern*"
    await facilitator.agent.post(api("entries"), { kind: "decision", body }).expect(201)
    const fresh = (await facilitator.agent.get(page("/protokoll?neu=1")).expect(200)).text
    expect(fresh).toContain("\\[Link](https://example.org)")
    expect(fresh).toContain("\\*Stern*")
  })
})
