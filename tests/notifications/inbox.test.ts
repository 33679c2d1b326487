import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { DAY, moveClock, resetClock } from "../../server/kernel/time.ts"
import { sweepInbox } from "../../server/notifications/inbox/actions.ts"
import { addCategory, answer, ask, official, openTown, release, type Town } from "../forum/town.ts"
import { countQueries } from "../support/queries.ts"
import type { Person } from "../support/world.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
afterEach(() => resetClock())

type Entry = {
  id: string
  notice: string
  title: string | null
  address: string
  read: boolean
  groupId: string
}
const entriesOf = async (person: Person, query = ""): Promise<Entry[]> =>
  (await person.agent.get(`/api/notifications${query}`).expect(200)).body.items
/** All but that a question was asked, of which the department hears each time. */
const about = async (person: Person, groupId: string) =>
  (await entriesOf(person)).filter(
    (entry) => entry.groupId === groupId && entry.notice !== "forum.new-question",
  )
const bellOf = async (person: Person, path = "/ankuendigungen") => {
  const { text } = await person.agent.get(path).expect(200)
  return /ff-header__bell"[^>]*aria-label="([^"]*)"/.exec(text)?.[1]
}
const same = (person: Person, id: string) =>
  person.agent.put(`/api/posts/${id}/marks/same-question`).expect(204)

const fresh = () => ask(town.people.huber, town.categories.open)
/** By a specialist who has nothing else to do with the question. */
const byAlbrecht = (path: string, body: object = {}) =>
  town.people.albrecht.agent.post(path, body).expect(isDone)
const isDone = ({ status }: { status: number }) => {
  if (status >= 300) throw new Error(`refused with ${status}`)
}
const handle = (id: string, step: string, body: object = {}) =>
  byAlbrecht(`/api/questions/${id}/${step}`, body)
const hide = (id: string) => byAlbrecht(`/api/posts/${id}/hide`, { reason: "Nennt eine Person" })
const redact = (id: string) => byAlbrecht(`/api/posts/${id}/redact`, { words: ["Kowalski"] })
const report = (id: string) =>
  town.people.huber.agent.post(`/api/answers/${id}/reports`, { reason: "Seit Januar anders" }).expect(204)
const accept = (id: string) =>
  town.people.mueller.agent.put(`/api/answers/${id}/accepted`, { accepted: true }).expect(204)

describe("the inbox", () => {
  it("tells the asker and everybody with the same question of an answer, and nobody else", async () => {
    const { mueller, huber, vogt, albrecht } = town.people
    const id = await ask(mueller, town.categories.open)
    await same(huber, id)
    const answerId = await answer(vogt, id, official)
    for (const person of [mueller, huber])
      expect(await about(person, id)).toMatchObject([
        {
          notice: "forum.answered",
          title: "Mieterhöhung im laufenden Zeitraum",
          address: `/a/${answerId}`,
          person: "Grundsatz und Recht",
          place: "Miete und Belastung",
          read: false,
        },
      ])
    for (const person of [vogt, albrecht]) expect(await about(person, id)).toEqual([])
  })

  it("tells the asker that the department asks back", async () => {
    const { mueller, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    await vogt.agent.post(`/api/questions/${id}/ask-back`, { body: "Seit wann genau?" }).expect(201)
    expect(await about(mueller, id)).toMatchObject([{ notice: "forum.asked-back", read: false }])
  })

  it.each<[string, (id: string, answerId: string) => Promise<unknown>, keyof Town["people"]]>([
    ["forum.accepted", (_, answerId) => accept(answerId), "vogt"],
    ["forum.passed-on", (id) => handle(id, "pass-on", { departmentId: town.departments.other }), "mueller"],
    ["forum.duplicate", async (id) => handle(id, "duplicate", { originalId: await fresh() }), "mueller"],
    ["forum.closed", (id) => handle(id, "close"), "mueller"],
    ["forum.handed-over", (id) => handle(id, "hand-over", { personId: town.people.vogt.id }), "vogt"],
    ["forum.outdated", (_, answerId) => report(answerId), "vogt"],
    ["forum.hidden", (id) => hide(id), "mueller"],
    ["forum.redacted", (id) => redact(id), "mueller"],
  ])("tells of %s whom it concerns, and not who did it", async (notice, act, told) => {
    const { mueller, vogt, albrecht } = town.people
    const id = await ask(mueller, town.categories.open, { body: "Frau Kowalski fragt, ab wann sie gilt." })
    const answerId = await answer(vogt, id, official)
    for (const person of [mueller, vogt]) await person.agent.post("/api/notifications/read", {}).expect(204)
    await act(id, answerId)
    const entries = await about(town.people[told], id)
    expect(entries.filter(({ read }) => !read).map((entry) => entry.notice)).toEqual([notice])
    // As somebody of the department he hears of a report, too.
    expect((await about(albrecht, id)).map((entry) => entry.notice)).toEqual(
      notice === "forum.outdated" ? ["forum.reported"] : [],
    )
    const { text } = await town.people[told].agent.get(`/benachrichtigungen?notice=${notice}`).expect(200)
    expect(text).toContain("Mieterhöhung im laufenden Zeitraum")
  })

  it("is read by opening the thread, by a button for a group, and by one for all", async () => {
    const { huber, vogt } = town.people
    const ids = await Promise.all([1, 2, 3].map(() => ask(huber, town.categories.open)))
    for (const id of ids) await answer(vogt, id)
    const before = await bellOf(huber)
    expect(before).toMatch(/^Benachrichtigungen: \d+ ungelesen$/)
    await huber.agent.get(`/fragen/${ids[0]}`).expect(200)
    expect(await about(huber, ids[0] ?? "")).toMatchObject([{ read: true }])
    await huber.agent.form("/benachrichtigungen/gelesen", { groupId: ids[1] ?? "" }).expect(303)
    expect(await about(huber, ids[1] ?? "")).toMatchObject([{ read: true }])
    expect(await about(huber, ids[2] ?? "")).toMatchObject([{ read: false }])
    await huber.agent.post("/api/notifications/read", {}).expect(204)
    expect(await bellOf(huber)).toBe("Benachrichtigungen")
    expect((await entriesOf(huber)).every(({ read }) => read)).toBe(true)
  })

  it("counts on the page of the thread itself what is left after it", async () => {
    const { schoeller, vogt } = town.people
    const [one, other] = [
      await ask(schoeller, town.categories.open),
      await ask(schoeller, town.categories.open),
    ]
    await answer(vogt, one)
    await answer(vogt, other)
    expect(await bellOf(schoeller, `/fragen/${one}`)).toBe("Benachrichtigungen: 1 ungelesen")
  })

  it("is read by nobody else, and marking it touches nobody else's", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    await answer(vogt, id)
    await huber.agent.post("/api/notifications/read", { groupId: id }).expect(204)
    await huber.agent.get(`/fragen/${id}`).expect(200)
    expect(await about(mueller, id)).toMatchObject([{ read: false }])
  })

  it("tells nothing to whoever may not see it, and forgets what they may see no more", async () => {
    const { okafor, mueller, vogt, admin } = town.people
    const id = await ask(mueller, town.categories.forThree)
    await same(okafor, id)
    await admin.agent.patch(`/api/people/${okafor.id}`, { departmentIds: [] }).expect(204)
    await answer(vogt, id)
    expect(await about(okafor, id)).toEqual([])
    const count = () =>
      town.db.$client.query("select 1 from inbox_entries where person_id = $1 and group_id = $2", [
        okafor.id,
        id,
      ])
    await admin.agent
      .patch(`/api/people/${okafor.id}`, { departmentIds: [town.departments.other] })
      .expect(204)
    const seen = await ask(mueller, town.categories.open)
    await same(okafor, seen)
    const answerId = await answer(vogt, seen)
    expect(await about(okafor, seen)).toHaveLength(1)
    await vogt.agent.post(`/api/posts/${answerId}/hide`, { reason: "Enthält einen Namen" }).expect(204)
    expect(await about(okafor, seen)).toEqual([])
    expect((await count()).rows).toEqual([])
    expect(await bellOf(okafor)).toBe("Benachrichtigungen")
  })

  it("can be narrowed to a reason, and pages through many", async () => {
    const { editor, vogt } = town.people
    for (let n = 0; n < 33; n += 1) await answer(vogt, await ask(editor, town.categories.open))
    const first = await editor.agent.get("/api/notifications").expect(200)
    expect(first.body.items).toHaveLength(30)
    const rest = await entriesOf(editor, `?after=${first.body.next}`)
    expect(rest).toHaveLength(3)
    const ids = [...first.body.items, ...rest].map(({ id }) => id)
    expect(ids).toEqual(ids.toSorted().toReversed())
    expect(await entriesOf(editor, "?notice=forum.asked-back")).toEqual([])
    await editor.agent.get("/api/notifications?notice=anders").expect(400)
    for (const after of ["2_x", "1_ec6072e1c-d2bd6826-b4c4bc5bf3d8009b8"])
      await editor.agent.get(`/api/notifications?after=${after}`).expect(400)
  })

  it("keeps an entry for 90 days", async () => {
    const { mueller, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    await answer(vogt, id)
    moveClock(89 * DAY)
    await sweepInbox(town.db)
    expect(await about(mueller, id)).toHaveLength(1)
    moveClock(2 * DAY)
    await sweepInbox(town.db)
    expect(await about(mueller, id)).toEqual([])
  })
})

describe("the bell", () => {
  const unread = async (person: Person) => {
    const label = await bellOf(person)
    return Number(/: (\d+)/.exec(label ?? "")?.[1] ?? 0)
  }
  const moved = (person: Person, departmentIds: string[]) =>
    town.people.admin.agent.patch(`/api/people/${person.id}`, { departmentIds }).expect(204)
  const stored = async (person: Person) => {
    const { rows } = await town.db.$client.query(
      "select count(*)::int as entries from inbox_entries where person_id = $1 and not is_read",
      [person.id],
    )
    return rows[0].entries
  }
  /** A reader with the same question, who is told of an answer. */
  async function told(categoryId: string, departmentIds: string[]) {
    const { mueller, vogt } = town.people
    const reader = await town.person("Liest Mit", ["clerk"], departmentIds)
    const id = await ask(mueller, categoryId)
    await same(reader, id)
    const answerId = await answer(vogt, id)
    expect(await unread(reader)).toBe(1)
    return { reader, id, answerId }
  }
  const anyReader = () => told(town.categories.forThree, [town.departments.other])

  it.each<[string, (given: Awaited<ReturnType<typeof told>>) => Promise<unknown>]>([
    ["the answer was hidden", ({ answerId }) => hide(answerId)],
    ["its question was hidden", ({ id }) => hide(id)],
    [
      "the answer was withdrawn",
      ({ answerId }) => town.people.vogt.agent.post(`/api/posts/${answerId}/withdraw`),
    ],
    ["the department was lost", ({ reader }) => moved(reader, [])],
  ])("counts no entry any more when %s, before the inbox is opened", async (_, lose) => {
    const given = await anyReader()
    await lose(given)
    expect(await stored(given.reader)).toBe(1)
    expect(await unread(given.reader)).toBe(0)
    expect(await entriesOf(given.reader)).toEqual([])
    expect(await stored(given.reader)).toBe(0)
  })

  it("counts it again when the right is back, as long as the inbox was not opened meanwhile", async () => {
    const { reader } = await anyReader()
    await moved(reader, [])
    expect(await unread(reader)).toBe(0)
    await moved(reader, [town.departments.other])
    expect(await unread(reader)).toBe(1)
  })

  it("counts nothing in a category that is narrowed", async () => {
    const { editor, schoeller } = town.people
    const wide = { name: "Bald enger", responsibleId: town.departments.law }
    const category = await addCategory(editor.agent, wide)
    await release(schoeller.agent)
    const { reader } = await told(category, [town.departments.other])
    const { body } = await editor.agent.get("/api/structure").expect(200)
    const { fields } = body.lines.find(({ id }: { id: string }) => id === category)
    await editor.agent
      .put(`/api/structure/${category}`, {
        ...fields,
        audience: "listed",
        departmentIds: [town.departments.law],
      })
      .expect(204)
    await release(schoeller.agent)
    expect(await unread(reader)).toBe(0)
  })

  it("counts an announcement only for whom it is meant, as long as it is not withdrawn", async () => {
    const { schoeller, admin, facilitator } = town.people
    const { clerks, other } = town.departments
    const announce = async (more: object) => {
      const text = { title: "Neue Regel", body: "Ab Mai.", showUntil: "2099-12-31" }
      return (await schoeller.agent.post("/api/announcements", { ...text, ...more }).expect(201)).body.id
    }
    const reader = await town.person("Liest Ankündigungen", ["clerk"], [clerks])
    const id = await announce({ audience: "listed", departmentIds: [clerks] })
    const tell = async (person: Person) => {
      await town.db.$client.query(
        `insert into inbox_entries (id, person_id, notice, subject_id, group_id)
         values (gen_random_uuid(), $1, 'announcements.published', $2, $2) on conflict do nothing`,
        [person.id, id],
      )
      return unread(person)
    }
    const before = await unread(admin)
    expect(await tell(reader)).toBe(1)
    expect(await tell(facilitator)).toBe(0)
    expect(await tell(admin)).toBe(before + 1)
    await moved(reader, [other])
    expect(await unread(reader)).toBe(0)
    await moved(reader, [clerks])
    expect(await unread(reader)).toBe(1)
    await schoeller.agent.post(`/api/announcements/${id}/withdraw`, { reason: "Gilt nicht mehr" }).expect(204)
    expect(await unread(reader)).toBe(0)
    expect(await unread(admin)).toBe(before)
  })

  it("counts what its person hid or wrote themselves, as the inbox lists it", async () => {
    const { mueller } = town.people
    const author = await town.person("Schreibt Mit", ["clerk"], [town.departments.clerks])
    const id = await ask(mueller, town.categories.open)
    const answerId = await answer(author, id)
    await hide(answerId)
    expect(await unread(author)).toBe(1)
    expect(await entriesOf(author)).toHaveLength(1)
  })

  it("counts for everybody exactly what the inbox lists", async () => {
    const { huber, albrecht, admin, outsideAdmin, okafor, mueller } = town.people
    const id = await ask(mueller, town.categories.forThree)
    const about = [id, await answer(huber, id), await answer(okafor, id), await answer(mueller, id)]
    const commentOn = async (postId: string) =>
      (await huber.agent.post(`/api/posts/${postId}/comments`, { body: "Danke" }).expect(201)).body.id
    about.push(...(await Promise.all(about.map(commentOn))))
    await hide(about[1] ?? "")
    await hide(about[4] ?? "")
    await okafor.agent.post(`/api/posts/${about[2]}/withdraw`).expect(204)
    await mueller.agent.post(`/api/posts/${id}/withdraw`).expect(204)
    for (const person of [huber, albrecht, admin, outsideAdmin, okafor, mueller]) {
      await town.db.$client.query("delete from inbox_entries where person_id = $1", [person.id])
      await town.db.$client.query(
        `insert into inbox_entries (id, person_id, notice, subject_id, group_id)
         select gen_random_uuid(), $1, 'forum.followed', subject, $2 from unnest($3::uuid[]) subject`,
        [person.id, id, about],
      )
      const counted = await unread(person)
      expect(await entriesOf(person), person.name).toHaveLength(counted)
    }
  })
})

it("one answer takes as many statements for two hundred people as for none", async () => {
  const { mueller, huber, vogt } = town.people
  const [few, many] = [await ask(mueller, town.categories.open), await ask(mueller, town.categories.open)]
  await same(huber, few)
  await town.db.$client.query(
    `with made as (
       insert into people (id, display_name, email, roles, locale, active, created_at)
       select gen_random_uuid(), 'Viele ' || n, 'viele' || n || '@example.org', '{clerk}', 'de', true, now()
       from generate_series(1, 200) n returning id)
     , members as (insert into memberships (person_id, department_id) select id, $2 from made)
     insert into marks (post_id, person_id, kind) select $1, id, 'same-question' from made`,
    [many, town.departments.clerks],
  )
  const count = (id: string) =>
    countQueries(
      town.db,
      () => vogt.agent.post(`/api/questions/${id}/answers`, { body: "Ja." }).expect(201),
      /inbox_entries|follows|pgboss\.job|people/,
    )
  const ofOne = await count(few)
  expect(ofOne).toBeGreaterThan(3)
  expect(await count(many)).toBe(ofOne)
  const { rows } = await town.db.$client.query(
    "select count(*)::int as told from inbox_entries where group_id = $1 and notice = 'forum.answered'",
    [many],
  )
  expect(rows).toEqual([{ told: 201 }])
})
