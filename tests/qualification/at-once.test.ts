import { eq, sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { now } from "../../server/kernel/time.ts"
import { cohortSteps } from "../../server/qualification/tables.ts"
import { type Group, openGroup } from "./group.ts"

let group: Group
let evidence = ""
beforeAll(async () => {
  group = await openGroup()
  const { db, steps, people, cohortId } = group
  await db.update(cohortSteps).set({ startsAt: now() }).where(eq(cohortSteps.id, steps.impulse))
  const piece = { kind: "other", title: "Ein Nachweis", sentence: "Er zeigt es", competences: COMPETENCES }
  const made = await people.mueller.agent.post(`/api/cohorts/${cohortId}/evidence`, piece).expect(201)
  evidence = made.body.id
})
afterAll(() => group.close())

const COMPETENCES = ["digcomp@2.2:2.2"]
const COMPETENCE = COMPETENCES[0] ?? ""

type Write = [table: string, first: number, send: (text: string, version: number) => PromiseLike<Answer>]
type Answer = { status: number; body: { code?: string } }

/** What people write into one row that is not there before, or that nothing else locks. */
const WRITES: Write[] = [
  [
    "session_notes",
    0,
    (body, version) =>
      group.people.facilitator.agent.put(`/api/cohort-steps/${group.steps.meeting}/notes`, { body, version }),
  ],
  [
    "session_minutes",
    0,
    (body, version) =>
      group.people.facilitator.agent.put(`/api/cohort-steps/${group.steps.meeting}/minutes`, {
        body,
        version,
      }),
  ],
  [
    "impulse_answers",
    0,
    (text, version) =>
      group.people.mueller.agent.put(`/api/impulses/${group.steps.impulse}/answer`, {
        state: "draft",
        answers: [text],
        version,
      }),
  ],
  [
    "self_ratings",
    0,
    (sentence, version) =>
      group.people.mueller.agent.put(`/api/cohorts/${group.cohortId}/self-ratings`, {
        point: "start",
        ratings: [{ competence: COMPETENCE, level: 2, sentence }],
        version,
      }),
  ],
  [
    "evidence",
    1,
    (sentence, version) =>
      group.people.mueller.agent.put(`/api/evidence/${evidence}`, {
        title: "Ein Nachweis",
        address: "",
        sentence,
        competences: COMPETENCES,
        version,
      }),
  ],
]

/** Nobody writes into the table before both have come as far as they can. */
async function meeting(table: string, both: () => PromiseLike<Answer>[]): Promise<Answer[]> {
  const { db } = group
  return db
    .transaction(async (tx) => {
      await tx.execute(sql`lock table ${sql.identifier(table)} in exclusive mode`)
      const answers = Promise.all(both())
      const waiting = sql`select 1 from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`
      await expect.poll(async () => (await db.execute(waiting)).rowCount).toBe(2)
      return { answers }
    })
    .then(({ answers }) => answers)
}

describe("of two who write at the same time", () => {
  it.each(WRITES)(
    "one is refused, whether it is the first text or a change: %s",
    async (table, first, send) => {
      for (const version of [first, first + 1]) {
        // Other texts each time: the same again is no change, and nobody is refused.
        const texts = [`Erste Fassung nach ${version}`, `Zweite Fassung nach ${version}`]
        const both = await meeting(table, () => texts.map((text) => send(text, version)))
        const refused = both.filter(({ status }) => status >= 300)
        expect(
          refused.map(({ status, body }) => [status, body.code]),
          `version ${version}`,
        ).toEqual([[409, expect.stringMatching(/\.changed$/)]])
      }
    },
  )
})
