import { afterAll, beforeAll, beforeEach, expect, it } from "vitest"
import { mailDeliveries } from "../../server/kernel/tables.ts"
import { openSecondProcess } from "../accounts/second-process.ts"
import { answer, ask, openTown, type Town } from "../forum/town.ts"
import { headerOf, type MailServer, openMailServer } from "../support/mail-server.ts"
import { openWorld, type Person } from "../support/world.ts"

let town: Town
let counterpart: MailServer
beforeAll(async () => {
  counterpart = await openMailServer()
  town = await openTown(openWorld({ smtpUrl: counterpart.url }))
})
afterAll(async () => {
  await town.close()
  counterpart.close()
})

/** The asker and two others wait for an answer, which comes; nobody has been told yet. */
let waiting: Person[]
let question: string
beforeEach(async () => {
  const { mueller, huber, schoeller, vogt } = town.people
  waiting = [mueller, huber, schoeller]
  question = await ask(mueller, town.categories.open)
  for (const { agent } of [huber, schoeller])
    await agent.put(`/api/posts/${question}/marks/same-question`).expect(204)
  await answer(vogt, question)
  counterpart.taken.length = 0
  counterpart.answers.clear()
})

/** Works through what waits. A job that fails is left aside, as a worker leaves it until it is tried again. */
const drain = () => town.parts.jobs.drain()

async function drainElsewhere(): Promise<void> {
  const second = await openSecondProcess(town)
  await second.parts.jobs.drain()
  await second.stop()
}

/** The jobs of this question wait again: those whose worker failed or died, or died before it could say that they are done. */
const tryAgain = (state: "active" | "completed") =>
  town.db.$client.query(
    `update pgboss.job set state = 'created', completed_on = null, start_after = now()
     where name = 'notifications.bundle' and state = $1 and data->>'groupId' = $2`,
    [state, question],
  )

const recipients = () => counterpart.taken.map((mail) => headerOf(mail, "To")).toSorted()
const mailIds = () => new Set(counterpart.taken.map((mail) => headerOf(mail, "Message-ID")))
const emails = (people: Person[]) => people.map(({ email }) => email).toSorted()

it("has a job for each mail and each person, and sends each once", async () => {
  const { rows } = await town.db.$client.query(
    `select data->>'to' as "to" from pgboss.job where name = 'notifications.bundle' and data->>'groupId' = $1`,
    [question],
  )
  expect(rows.map(({ to }) => to).toSorted()).toEqual(waiting.map(({ id }) => id).toSorted())
  await drain()
  expect(recipients()).toEqual(emails(waiting))
})

it("keeps nobody waiting for an address that takes no mail now, and repeats nobody's mail because of it", async () => {
  const [refused, ...others] = waiting
  if (!refused) throw new Error("nobody waits")
  counterpart.answers.set(refused.email, "450 4.2.0 later")
  await expect(drain()).rejects.toThrow("450")
  await drain()
  expect(recipients()).toEqual(emails(others))
  await tryAgain("active")
  await expect(drain()).rejects.toThrow("450")
  expect(recipients()).toEqual(emails(others))
  counterpart.answers.clear()
  await tryAgain("active")
  await drain()
  expect(recipients()).toEqual(emails(waiting))
})

it("sends each mail once where the process dies before its jobs are done", async () => {
  await drain()
  await tryAgain("completed")
  await drainElsewhere()
  expect(recipients()).toEqual(emails(waiting))
})

it("leaves the rest to another process where one dies in the middle, and what nobody can know comes as the same mail", async () => {
  // The text of the first arrives, and the connection breaks before the server has said so.
  counterpart.breaks.before = 1
  await expect(drain()).rejects.toThrow()
  expect(counterpart.taken).toHaveLength(1)
  await tryAgain("active")
  await drainElsewhere()
  expect(counterpart.taken).toHaveLength(4)
  expect(new Set(recipients())).toEqual(new Set(emails(waiting)))
  expect(mailIds().size).toBe(3)
  // Killed between the server's answer and the record of it: nothing else can be done, either.
  await town.db.delete(mailDeliveries)
  await town.db.$client.query("update inbox_entries set mail_due = 'at-once' where group_id = $1", [question])
  await tryAgain("completed")
  await drainElsewhere()
  expect(counterpart.taken).toHaveLength(7)
  expect(mailIds().size).toBe(3)
})

it("sends the link for a new password before everything else that waits", async () => {
  const { huber } = town.people
  await town.nobody.post("/api/password/forgotten", { email: huber.email }).expect(202)
  await drain()
  const [first = ""] = counterpart.taken
  expect(headerOf(first, "To")).toBe(huber.email)
  expect(headerOf(first, "Subject")).toBe("Fachforum: Ihr Zugang")
  expect(counterpart.taken).toHaveLength(4)
})

it("does not drop what a newer version tells: it is tried again, and then perhaps there", async () => {
  await drain()
  await town.parts.jobs.boss.send("notices", { notice: "forum.of-tomorrow", to: town.people.huber.id })
  await expect(drain()).rejects.toThrow("forum.of-tomorrow")
})
