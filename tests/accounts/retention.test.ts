import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { applyRetention } from "../../server/accounts/retention/rules.ts"
import { people } from "../../server/accounts/tables.ts"
import { posts, postVersions } from "../../server/forum/tables.ts"
import { newId } from "../../server/kernel/database.ts"
import { auditLog } from "../../server/kernel/tables.ts"
import { today } from "../../server/kernel/time.ts"
import { retentionKinds } from "../../server/personal-data.ts"
import { answer, ask, openTown, type Town } from "../forum/town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const OLD = new Date("2020-01-01T12:00:00Z")
const night = () => applyRetention({ db: town.db, kinds: retentionKinds(town.parts.files) })
const setDays = (kind: string, days: number | null) =>
  town.people.admin.agent.put(`/api/retention/${kind}`, { days })
const trial = async (): Promise<Record<string, number>> => {
  const { body } = await town.people.admin.agent.get("/api/retention/trial").expect(200)
  return Object.fromEntries(
    body.items.map(({ kind, count }: { kind: string; count: number }) => [kind, count]),
  )
}

async function oldWithdrawn(text: string): Promise<string> {
  const id = await ask(town.people.mueller, town.categories.open, { body: text })
  await town.people.mueller.agent.post(`/api/posts/${id}/withdraw`).expect(204)
  await town.db.update(posts).set({ withdrawnAt: OLD }).where(eq(posts.id, id))
  return id
}
const textOf = async (id: string) =>
  (await town.db.select({ text: posts.text }).from(posts).where(eq(posts.id, id)))[0]?.text

describe("a period", () => {
  it("is set by an administrator alone, and nothing goes without one", async () => {
    const { admin, mueller } = town.people
    const id = await oldWithdrawn("Alt und zurückgezogen")
    expect(await trial()).toEqual({})
    await night()
    expect(await textOf(id)).toEqual({ body: "Alt und zurückgezogen" })
    await mueller.agent.put("/api/retention/withdrawn-posts", { days: 365 }).expect(403)
    await setDays("gibt-es-nicht", 365).expect(404)
    await setDays("withdrawn-posts", 7).expect(400)
    const page = "/verwaltung/aufbewahrung"
    await admin.agent.form(`${page}/fristen/withdrawn-posts`, { days: "7" }).expect(422)
    await admin.agent.form(`${page}/fristen/withdrawn-posts`, { days: "365" }).expect(303)
    expect(await trial()).toEqual({ "withdrawn-posts": 1 })
    expect((await admin.agent.get(page).expect(200)).text).toContain("365 Tage")
  })

  it("lets exactly that go which the trial has counted, in the next night", async () => {
    const young = await ask(town.people.mueller, town.categories.open, { body: "Jung" })
    await town.people.mueller.agent.post(`/api/posts/${young}/withdraw`).expect(204)
    const old = await oldWithdrawn("Noch ein alter Text")
    expect(await trial()).toEqual({ "withdrawn-posts": 2 })
    await night()
    expect(await trial()).toEqual({ "withdrawn-posts": 0 })
    expect(await textOf(old)).toEqual({})
    expect(await textOf(young)).toEqual({ body: "Jung" })
    const logged = await town.db.select().from(auditLog).where(eq(auditLog.action, "retention.applied"))
    expect(logged.map(({ detail }) => detail)).toEqual([{ kind: "withdrawn-posts", count: 2 }])
    await night()
    await setDays("withdrawn-posts", null).expect(204)
    expect(await trial()).toEqual({})
  })

  it("covers earlier versions, deactivated accounts and names in the audit log", async () => {
    const { mueller, admin } = town.people
    const id = await ask(mueller, town.categories.open)
    const edited = {
      version: 1,
      title: "Ein neuer Titel",
      body: "Ein neuer Text",
      tags: [],
      wantedBy: null,
      attachments: [],
    }
    await mueller.agent.put(`/api/questions/${id}`, edited).expect(204)
    await town.db.update(postVersions).set({ replacedAt: OLD })
    const closed = await town.person("Valentin Vergangen", ["clerk"])
    await admin.agent.post(`/api/people/${closed.id}/deactivate`).expect(204)
    await town.db.update(people).set({ createdAt: OLD }).where(eq(people.id, closed.id))
    for (const kind of ["post-versions", "closed-accounts", "audit-log"]) await setDays(kind, 365).expect(204)
    // The account was closed today.
    expect(await trial()).toEqual({ "post-versions": 1, "closed-accounts": 0, "audit-log": 0 })
    await town.db.transaction(async (tx) => {
      await tx.execute("set local session_replication_role = replica")
      await tx.update(auditLog).set({ at: OLD }).where(eq(auditLog.subjectId, closed.id))
    })
    expect(await trial()).toEqual({ "post-versions": 1, "closed-accounts": 1, "audit-log": 1 })
    await night()
    await town.drain()
    expect(await town.db.$count(postVersions)).toBe(0)
    const [left] = await town.db.select().from(people).where(eq(people.id, closed.id))
    expect(left).toMatchObject({ displayName: "Ehemals beschäftigte Person", leftOn: today() })
    const logged = await town.db.select().from(auditLog).where(eq(auditLog.subjectId, closed.id))
    expect(logged.find(({ action }) => action === "person.deactivated")).toMatchObject({
      actorId: null,
      detail: {},
    })
  })
})

describe("what is on hold", () => {
  it("goes by no period and by no leaving, until the hold is lifted", async () => {
    const { admin, mueller, vogt } = town.people
    const id = await oldWithdrawn("Wird gebraucht")
    await setDays("withdrawn-posts", 365).expect(204)
    const hold = { subjectType: "thread", subjectId: id, reason: "Klage 7 K 123/26" }
    await mueller.agent.post("/api/legal-holds", hold).expect(403)
    await admin.agent.post("/api/legal-holds", { ...hold, subjectId: mueller.id }).expect(422)
    const { body } = await admin.agent.post("/api/legal-holds", hold).expect(201)
    await admin.agent.post("/api/legal-holds", hold).expect(409)
    expect(await trial()).toMatchObject({ "withdrawn-posts": 0 })
    await night()
    expect(await textOf(id)).toEqual({ body: "Wird gebraucht" })

    // Whoever wrote in it cannot be taken out of it, and neither can a person whose data are on hold.
    const person = `/verwaltung/personen/${vogt.id}`
    await admin.agent
      .form("/verwaltung/aufbewahrung/sperren", {
        subjectType: "person",
        subjectId: `https://forum.example${person}`,
        reason: "Disziplinarverfahren",
      })
      .expect(303)
    const leave = { posts: "stay", certificates: "stay", dueOn: today() }
    for (const one of [mueller, vogt]) {
      await admin.agent.put(`/api/people/${one.id}/leaving`, { ...leave, address: one.email }).expect(204)
      await town.drain()
      await one.agent.get("/api/me").expect(200)
      await admin.agent.delete(`/api/people/${one.id}/leaving`).expect(204)
    }
    const page = (await admin.agent.get("/verwaltung/aufbewahrung").expect(200)).text
    expect(page).toContain("Klage 7 K 123/26")
    expect(page).toContain("Ina Vogt")
    await mueller.agent.get("/verwaltung/aufbewahrung").expect(403)

    await setDays("audit-log", 365).expect(204)
    const hidden = await answer(mueller, id, { body: "Auch das steht darin" })
    const logged = { id: newId(), at: OLD, action: "post.hide", subjectType: "answer", subjectId: hidden }
    await town.db.insert(auditLog).values({ ...logged, actorId: admin.id, detail: {} })
    const hiderOf = async () =>
      (await town.db.select().from(auditLog).where(eq(auditLog.id, logged.id))).map(({ actorId }) => actorId)
    await night()
    expect(await hiderOf()).toEqual([admin.id])

    await admin.agent.form(`/verwaltung/aufbewahrung/sperren/${body.id}/aufheben`, {}).expect(303)
    await admin.agent.delete(`/api/legal-holds/${body.id}`).expect(404)
    await night()
    expect(await textOf(id)).toEqual({})
    expect(await hiderOf()).toEqual([null])
    const holds = (await town.db.select().from(auditLog)).filter(({ subjectId }) => subjectId === body.id)
    expect(holds.map(({ action }) => action)).toEqual(["hold.placed", "hold.lifted"])
    expect(holds[0]?.detail).toMatchObject({ reason: "Klage 7 K 123/26" })
  })
})
