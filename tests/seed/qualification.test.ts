import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { dayOf, now, today } from "../../server/kernel/time.ts"
import { verifyCertificate } from "../../server/qualification/proof.ts"
import { seedExample } from "../../server/seed/index.ts"
import { openWorld, type World } from "../support/world.ts"

/** The learning groups of the example, as the people of the story see them on their pages. */
let world: World
const cookies = new Map<string, string>()
beforeAll(async () => {
  world = await openWorld({ trial: true })
  expect(await seedExample(world.parts, () => undefined)).toBe(true)
})
afterAll(() => world.close())

const rows = async (statement: string, values: unknown[] = []) =>
  (await world.db.$client.query(statement, values)).rows

async function cookieOf(name: string): Promise<string> {
  const [person] = await rows("select id from people where display_name = $1", [name])
  const { token } = await world.parts.sessions.signIn(person.id, "Test", null)
  return cookies.get(name) ?? `${world.parts.sessions.cookieName}=${token}`
}

/** What a person sees there. */
async function see(name: string, path: string, status = 200): Promise<string> {
  cookies.set(name, await cookieOf(name))
  const { text } = await world.nobody
    .get(path)
    .set("cookie", cookies.get(name) ?? "")
    .expect(status)
  // The page without its frame: a fault shows only what matters.
  return text.split(/<main |<\/main>/)[1] ?? text
}

async function read(name: string, path: string) {
  return JSON.parse(await see(name, path))
}

async function cohortOf(name: string): Promise<string> {
  return (await rows("select id from cohorts where name = $1", [name]))[0].id
}

async function stepsOf(cohortId: string, kind: string): Promise<{ id: string; starts_at: Date }[]> {
  return rows(
    `select c.id, c.starts_at from cohort_steps c join programme_steps p on p.id = c.step_id
      where c.cohort_id = $1 and p.kind = $2 order by p.position`,
    [cohortId, kind],
  )
}

const FACILITATOR = "Judith Weber-Klein"

describe("the learning group that is half-way", () => {
  const NAME = "Lerngruppe Unterhaltsvorschuss"
  const LEARNERS = ["Renate Kowalski", "Paweł Nowak", "Jonas Petersen", "Chiara D’Angelo", "Jens Albrecht"]
  let id: string
  beforeAll(async () => {
    id = await cohortOf(NAME)
  })

  it("is in its second practice phase, with the next meeting a few days ahead", async () => {
    const [, phase] = await stepsOf(id, "practice")
    const [first, second] = await stepsOf(id, "meeting")
    expect(dayOf(phase?.starts_at ?? now()) <= today()).toBe(true)
    expect((first?.starts_at ?? now()) < now()).toBe(true)
    const days = ((second?.starts_at ?? now()).getTime() - now().getTime()) / 86_400_000
    expect(days).toBeGreaterThan(1)
    const path = await read("Chiara D’Angelo", `/api/cohorts/${id}/path`)
    expect(path.next.id).toBe(second?.id)
    expect(await see("Chiara D’Angelo", `/lerngruppen/${id}`)).toContain("Lerngruppentreffen 2")
  })

  it.each([
    ["", NAME],
    ["", "Haus B, Raum 214"],
    ["", "Workshop 5"],
    ["/ausgangslage", "Ein Ort, eine Antwort"],
    ["/ausgangslage", "Bescheinigung für die Wohngeldstelle"],
    ["/projekte", "Die zehn häufigsten Fragen"],
    ["/lernimpulse", "Gute Praxis aufschreiben"],
    ["/vorbereitung", "Selbsteinschätzung"],
    ["", "Zwei Stellen, ein Muster"],
    ["/vorhaben/nutzungsregeln", ""],
    ["/rueckmeldung", ""],
  ])("shows %s to each of its learners", async (path, expected) => {
    for (const name of LEARNERS) expect(await see(name, `/lerngruppen/${id}${path}`)).toContain(expected)
  })

  it.each([
    ["/stand", "Paweł Nowak"],
    ["/beteiligte", "Bernd Lechner"],
    ["/beteiligte", "Jonas Petersen"],
    ["/kompetenzen", "Ein Forum moderieren"],
    ["/kompetenzbilanzen", "Renate Kowalski"],
    ["/stand", "noch offen"],
  ])("shows %s to the facilitator from outside", async (path, expected) => {
    expect(await see(FACILITATOR, `/lerngruppen/${id}${path}`)).toContain(expected)
  })

  it("has minutes of what was held, tasks that are open, and lines for the meeting ahead", async () => {
    const [, workshop] = await stepsOf(id, "workshop")
    const [, meeting] = await stepsOf(id, "meeting")
    expect(await see("Jonas Petersen", `/termine/${workshop?.id}/protokoll`)).toContain(
      "Die einzelne Bescheinigung bleibt in der Akte",
    )
    const board = await see("Jonas Petersen", `/termine/${meeting?.id}`)
    expect(board).toContain("Wer entscheidet, wenn zwei Stellen recht haben?")
    expect(board).toContain("Kategorie und Schreibhilfe entwerfen")
    expect(await see(FACILITATOR, `/termine/${meeting?.id}/leitung`)).toContain("Fünf echte Fachfragen")
  })

  it("was consulted once, and has topics for the meeting ahead", async () => {
    const [first, second] = await stepsOf(id, "meeting")
    expect(await see("Renate Kowalski", `/termine/${second?.id}/beratung`)).toContain(
      "Neun Kategorien oder eine?",
    )
    const [consulting] = await rows("select id from consultings where cohort_step_id = $1", [first?.id])
    expect(await see("Renate Kowalski", `/beratungen/${consulting.id}`)).toContain(
      "Nächste Woche stelle ich eine Frage",
    )
  })

  it("began with the lessons of the group before it", async () => {
    const [workshop] = await stepsOf(id, "workshop")
    for (const name of [...LEARNERS, FACILITATOR])
      expect(await see(name, `/termine/${workshop?.id}`)).toContain(
        "Zu zweit geht es schneller und hält länger",
      )
    const [lesson] = await rows("select min(released_on)::text as day from lessons")
    expect(lesson.day < dayOf(workshop?.starts_at ?? now())).toBe(true)
  })

  it("has attendance with one made up and one still owed", async () => {
    const states = await rows(
      "select state, count(*)::int as n from attendances a join cohort_steps c on c.id = a.cohort_step_id where c.cohort_id = $1 group by state",
      [id],
    )
    expect(Object.fromEntries(states.map(({ state, n }) => [state, n]))).toEqual({
      present: 13,
      "made-up": 1,
      absent: 1,
    })
  })

  it("leaves one agreement waiting for the head of the housing benefit office, and none for others", async () => {
    const waitingFor = async (name: string) =>
      (await read(name, "/api/agreements")).items.filter(
        ({ answer }: { answer: string }) => answer === "waiting",
      )
    expect(await waitingFor("Martina Schöller")).toHaveLength(1)
    expect(await waitingFor("Bernd Lechner")).toEqual([])
    expect(await see("Martina Schöller", "/qualifizierung")).toContain(
      "Eine Bescheinigung, die beim ersten Mal stimmt",
    )
  })

  it("does not exist for colleagues who have no part in it", async () => {
    await see("Petra Huber", `/lerngruppen/${id}`, 404)
    await see("Olaf Brandt", `/lerngruppen/${id}`, 404)
  })

  it("stores its journal sealed", async () => {
    const entries = await rows("select sealed from journal_entries where cohort_id = $1", [id])
    expect(entries.length).toBeGreaterThan(2)
    for (const { sealed } of entries) expect(Buffer.from(sealed, "base64").toString()).not.toContain("Muster")
  })
})

describe("the learning group that has finished", () => {
  const LEARNERS = ["Sabine Müller", "Petra Huber", "Thomas Meier", "Katrin Vogt"]
  let id: string
  beforeAll(async () => {
    id = await cohortOf("Lerngruppe Wohngeld")
  })

  it("owes nothing any more, and ended before the present group began", async () => {
    for (const name of LEARNERS) {
      const { next, requirements, certificate } = await read(name, `/api/cohorts/${id}/path`)
      expect(next).toBeNull()
      const [{ id: own }] = (await read(name, "/api/certificates")).items
      expect(certificate).toBe(own)
      expect(await see(name, `/lerngruppen/${id}`)).toContain(`/zertifikate/${own}`)
      expect(requirements.map(({ fulfilled }: { fulfilled: boolean }) => fulfilled)).toEqual([true, true])
    }
    const { learners } = await read(FACILITATOR, `/api/cohorts/${id}/stand`)
    expect(learners.flatMap(({ outstanding }: { outstanding: string[] }) => outstanding)).toEqual([])
    const [, , , , last] = await stepsOf(id, "workshop")
    const [first] = await stepsOf(await cohortOf("Lerngruppe Unterhaltsvorschuss"), "workshop")
    expect((last?.starts_at ?? now()) < (first?.starts_at ?? now())).toBe(true)
  })

  it.each([
    ["", "Lerngruppe Wohngeld"],
    ["", "Zertifikat"],
    ["", "Workshop 5"],
    ["/ausgangslage", "Etwas, das bleibt, wenn ich gehe"],
    ["/ausgangslage", "Eine Fachfrage kommt auf"],
    ["/projekte", "Gute Praxis aufschreiben, solange sie jemand weiß"],
    ["/lernimpulse", "Drei Situationen, in denen ich gewachsen bin"],
    ["/vorbereitung", "Veränderung begleiten"],
    ["", "Ein Einwand, den ich zuerst nicht mochte"],
    ["/vorhaben/kolleginnen-und-kollegen", "drei mehr als Stühle"],
    ["/vorhaben/nutzungsregeln", "Bei uns wird niemand gezählt"],
    ["/vorhaben/kolleginnen-und-kollegen", "Es darf holpern"],
    ["/vorhaben/datenschutz", "mit Frau Ott"],
    ["/rueckmeldung", "Zwei Stunden im Monat"],
    ["/kompetenzbilanzen", "Kompetenz"],
    ["/rueckblick", "Die Nachmittage mit Frau Müller"],
    ["/rueckblick", "Ein Einwand ist eine Auskunft"],
  ])("shows %s to each of its learners", async (path, expected) => {
    for (const name of LEARNERS) expect(await see(name, `/lerngruppen/${id}${path}`)).toContain(expected)
  })

  it("gave each learner a certificate of their own, valid where anybody can check it", async () => {
    const config = { ...world.config, secure: true, trial: false, publicUrl: "https://forum.example" }
    for (const name of LEARNERS) {
      const { items } = await read(name, "/api/certificates")
      expect(items).toHaveLength(1)
      expect(await see(name, `/zertifikate/${items[0].id}`)).toContain("Vom Posteingang ins Fachforum")
      const { content, release } = await read(name, `/api/certificates/${items[0].id}`)
      const request = { sender: "127.0.0.1", locale: "de" } as const
      const checked = await verifyCertificate(world.db, config, request, content.code)
      expect(checked.state).toBe("valid")
      expect(checked.holder).toBe(release.showsName ? name : null)
    }
    const [{ items }] = [await read("Sabine Müller", "/api/certificates")]
    expect(await see("Sabine Müller", `/zertifikate/${items[0].id}`)).toContain(
      "Schreibhilfen, die sich im Alltag",
    )
  })

  it("leaves to the case giver alone what was not shared", async () => {
    const [, , third] = await stepsOf(id, "meeting")
    const [consulting] = await rows("select id from consultings where cohort_step_id = $1", [third?.id])
    expect(await see("Sabine Müller", `/beratungen/${consulting.id}`)).toContain("und gehe in der Pause hin")
    expect(await see("Katrin Vogt", `/beratungen/${consulting.id}`)).not.toContain(
      "und gehe in der Pause hin",
    )
  })

  it("kept of its rounds what both confirmed, and of the working notes nothing", async () => {
    const rounds = await rows(
      "select confirmed_at, notes_deleted, situations from assessment_rounds where cohort_id = $1",
      [id],
    )
    expect(rounds).toHaveLength(4)
    for (const round of rounds) {
      expect(round.confirmed_at).not.toBeNull()
      expect(round.notes_deleted).toBe(true)
      expect(round.situations).toEqual([])
    }
  })

  it("points with its evidence to posts that exist and were there already", async () => {
    const pieces = await rows(
      "select address, p.display_name from evidence e join cohort_members m on m.id = e.member_id join people p on p.id = m.person_id where m.cohort_id = $1 and kind = 'post'",
      [id],
    )
    expect(pieces.length).toBeGreaterThan(3)
    const [assessment] = await stepsOf(id, "assessment")
    for (const { address, display_name: name } of pieces) {
      await see(name, address)
      const [post] = await rows("select created_at from posts where id = $1", [address.split("/").at(-1)])
      expect(post.created_at < (assessment?.starts_at ?? now()), address).toBe(true)
    }
  })

  it("lets its managers read what was released to them, and the house what it decided about data protection", async () => {
    expect(await see("Martina Schöller", `/lerngruppen/${id}/rueckmeldung`)).toContain(
      "fester Platz für die Sprechstunde",
    )
    expect(await see("Dr. Henrike Sommer", "/qualifizierung")).toContain(
      "Antworten, auf die man sich verlassen kann",
    )
    expect(await see("Renate Kowalski", "/datenschutz/festlegungen")).toContain("Lerngruppe Wohngeld")
    const [workshop] = await stepsOf(id, "workshop")
    expect(await see("Martina Schöller", `/termine/${workshop?.id}/protokoll`)).toContain("Beschlüsse")
  })

  it("was there for all nine sessions, or made it up", async () => {
    const states = await rows(
      "select state, count(*)::int as n from attendances a join cohort_steps c on c.id = a.cohort_step_id where c.cohort_id = $1 group by state",
      [id],
    )
    expect(Object.fromEntries(states.map(({ state, n }) => [state, n]))).toEqual({
      present: 34,
      "made-up": 2,
    })
  })
})

describe("what the learning groups show everybody", () => {
  it("is rules of use in two editions and a draft to comment on, which keep nobody from writing", async () => {
    const rules = await read("Jens Albrecht", "/api/rules")
    expect(rules).toMatchObject({ current: { edition: 2 }, isAsked: false, isAccepted: true, hasDraft: true })
    expect(await see("Jens Albrecht", "/nutzungsregeln")).toContain("Der Freitag zählt mit.")
    expect(await see("Jens Albrecht", "/nutzungsregeln/fassungen/1")).toContain("Lerngruppe Wohngeld")
    expect(await see("Jens Albrecht", "/nutzungsregeln/entwurf")).toContain("ein Beispiel nennen")
    const asked = await rows(
      "select display_name from people p where active and not exists (select 1 from rules_acceptances a where a.person_id = p.id)",
    )
    expect(asked).toEqual([])
  })

  it("is an event with what was objected and what became of it, and one that is ahead", async () => {
    const items = async (name: string) => (await read(name, "/api/events")).items
    const [past] = await items("Petra Huber")
    expect(past).toMatchObject({ isOver: true, isInvited: true })
    const register = await see("Petra Huber", `/infoveranstaltungen/${past.id}/einwaende`)
    for (const words of [
      "Dann sieht jeder, was ich nicht weiß.",
      "wird geändert",
      "bleibt so",
      "beantwortet",
    ])
      expect(register).toContain(words)
    const [ahead] = await items("Renate Kowalski")
    expect(ahead).toMatchObject({ isOver: false, isInvited: true })
    expect(await see("Renate Kowalski", `/infoveranstaltungen/${ahead.id}`)).toContain("Ich komme")
    await see("Sabine Müller", `/infoveranstaltungen/${ahead.id}`, 404)
  })
})

it("nothing of the example happened in the future, and nothing of it waits to be mailed", async () => {
  for (const [table, column] of [
    ["audit_log", "at"],
    ["cohorts", "created_at"],
    ["session_minutes", "released_at"],
  ])
    expect(await rows(`select 1 from ${table} where ${column} > now()`), table).toEqual([])
  await world.drain()
  expect((await world.mails()).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/Zusammenfassung/),
  ])
})
