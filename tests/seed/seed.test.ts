import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { seedExample } from "../../server/seed/index.ts"
import { readExample } from "../../server/seed/reading/index.ts"
import { openWorld, type World } from "../support/world.ts"

const { announcements, bestPractices, people, questions, synonyms } = readExample()

let world: World
let seconds = 0
beforeAll(async () => {
  world = await openWorld({ trial: true })
  const before = process.cpuUsage()
  expect(await seedExample(world.parts, () => undefined)).toBe(true)
  const { user, system } = process.cpuUsage(before)
  seconds = (user + system) / 1_000_000
})
afterAll(() => world.close())

const rows = async (statement: string, values: unknown[] = []) =>
  (await world.db.$client.query(statement, values)).rows

describe("the example content", () => {
  it("is played in less than half a minute of our own work, however slow the machine", () => {
    expect(seconds).toBeLessThan(30)
  })

  it("ends as the story says: every question in its state", async () => {
    const states = await rows("select title, state from questions join threads using (id)")
    expect(states.length).toBe(questions.length)
    for (const { title, endsAs } of questions)
      expect(states.find((row) => row.title === title)?.state, title).toBe(endsAs)
  })

  it("has what a visitor should see", async () => {
    const [count] = await rows(`select
      (select count(*)::int from threads) as threads,
      (select count(*)::int from answers where official_id is not null) as official,
      (select count(*)::int from answers where needs_review_since is not null) as reviews,
      (select count(*)::int from posts where hidden_at is not null) as hidden,
      (select count(*)::int from announcements) as announcements,
      (select count(*)::int from search_synonyms) as synonyms,
      (select count(*)::int from attachments where post_id is not null) as attachments`)
    expect(count).toMatchObject({
      threads: questions.length + bestPractices.length,
      reviews: 2,
      announcements: announcements.length,
      synonyms: synonyms.length,
    })
    expect(count.official).toBeGreaterThan(10)
    expect(count.hidden).toBeGreaterThanOrEqual(1)
    expect(count.attachments).toBeGreaterThanOrEqual(1)
  })

  it("lies in the past, in the order in which it happened, and obeys the rules of the forum", async () => {
    expect(await rows("select id from posts where created_at > now()")).toEqual([])
    expect(
      await rows(
        "select id from posts p where exists (select 1 from posts t where t.id = p.thread_id and t.created_at > p.created_at)",
      ),
    ).toEqual([])
    const foreign = `select a.id from answers a join posts p on p.id = a.id
      where a.official_id is not null and not exists (select 1 from memberships m where m.person_id = p.author_id and m.department_id = a.official_id)`
    expect(await rows(foreign)).toEqual([])
    expect(
      await rows(
        "select post_id from marks m join posts p on p.id = m.post_id where p.author_id = m.person_id",
      ),
    ).toEqual([])
    expect(await rows("select id from questions where passed_to_id is not null")).toHaveLength(1)
  })

  it("lets everybody of the story come in without a password, and nobody gets a mail about the past but for one digest", async () => {
    const { body } = await world.nobody.get("/api/trial/people").expect(200)
    expect(JSON.stringify(body)).toContain("Chiara D’Angelo")
    for (const { displayName } of people) expect(JSON.stringify(body), displayName).toContain(displayName)
    await world.drain()
    const mails = await world.mails()
    expect(mails.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Ihre Zusammenfassung: \d+ Neuigkeiten$/),
    ])
  })

  it("can be found whole, except what the story hides", async () => {
    await world.catchUp()
    const [count] = await rows(`select (select count(*)::int from posts) as posts,
      (select count(*)::int from search_index.documents) as documents,
      (select count(*)::int from posts p left join posts above on above.id = p.parent_id join posts root on root.id = p.thread_id
        where coalesce(p.hidden_at, above.hidden_at, root.hidden_at) is not null) as hidden`)
    expect(count.documents).toBe(count.posts - count.hidden)
    expect(await rows("select id from search_changes")).toEqual([])
  })

  it("is played once, and not beside anything else", async () => {
    expect(await seedExample(world.parts, () => undefined)).toBe(false)
  })
})

it("an example that broke off is cleared away and played again", async () => {
  const other = await openWorld({ trial: true })
  try {
    const { deleteQueuedJobs } = other.parts.jobs.boss
    other.parts.jobs.boss.deleteQueuedJobs = () => Promise.reject(new Error("killed"))
    await expect(seedExample(other.parts, () => undefined)).rejects.toThrow("killed")
    other.parts.jobs.boss.deleteQueuedJobs = deleteQueuedJobs
    expect(await seedExample(other.parts, () => undefined)).toBe(true)
    const { rows: threads } = await other.db.$client.query("select count(*)::int as n from threads")
    expect(threads[0].n).toBe(questions.length + bestPractices.length)
    const { rows: stored } = await other.db.$client.query(
      "select id from attachments union all select id from session_photos union all select id from step_files",
    )
    expect(await storedIn(other.config.dataDir), "no file of the first play is left").toEqual(
      stored.map(({ id }: { id: string }) => id).toSorted(),
    )
    const { rows: shipped } = await other.db.$client.query("select edition from programmes")
    expect(shipped, "what ships is there again").not.toEqual([])
  } finally {
    await other.close()
  }
})

async function storedIn(dataDir: string): Promise<string[]> {
  const found = await readdir(join(dataDir, "files"), { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted()
}

it("an installation where somebody is at work gets no example content", async () => {
  const other = await openWorld()
  try {
    await other.person("Echte Person", ["admin"])
    expect(await seedExample(other.parts, () => undefined)).toBe(false)
  } finally {
    await other.close()
  }
})
