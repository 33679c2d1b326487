import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { answer, ask, official, openTown, stateOf, type Town } from "./town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

describe("hiding", () => {
  it("takes a question out of everybody's sight at once, and tells the author why", async () => {
    const { mueller, huber, vogt, admin, schoeller } = town.people
    const id = await ask(mueller, town.categories.open, { title: "Mit einem Namen darin" })
    await answer(huber, id)
    await huber.agent.post(`/api/posts/${id}/hide`, { reason: "Darf ich nicht" }).expect(403)
    await vogt.agent.post(`/api/posts/${id}/hide`, { reason: "Nennt eine Person" }).expect(204)
    await huber.agent.get(`/api/questions/${id}`).expect(404)
    await schoeller.agent.get(`/api/questions/${id}`).expect(404)
    const own = await mueller.agent.get(`/api/questions/${id}`).expect(200)
    expect(own.body).toMatchObject({ hidden: true, hiddenReason: "Nennt eine Person" })
    await admin.agent.get(`/api/questions/${id}`).expect(200)
    const lists = await huber.agent.get("/api/questions").expect(200)
    expect(JSON.stringify(lists.body)).not.toContain(id)
    await mueller.agent.post(`/api/posts/${id}/show`).expect(403)
    await admin.agent.post(`/api/posts/${id}/show`).expect(204)
    await huber.agent.get(`/api/questions/${id}`).expect(200)
  })

  it("opens a question again when its only official answer is hidden", async () => {
    const { mueller, vogt, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const answerId = await answer(vogt, id, official)
    await vogt.agent.post(`/api/posts/${answerId}/hide`, { reason: "Versehen" }).expect(204)
    expect(await stateOf(mueller, id)).toBe("open")
    expect((await huber.agent.get(`/api/questions/${id}`)).body.answers).toEqual([])
    await vogt.agent.post(`/api/posts/${answerId}/show`).expect(204)
    expect(await stateOf(mueller, id)).toBe("answered")
  })
})

describe("a hidden answer", () => {
  it("is there for nobody else: not to mark, to comment on, to report or to edit", async () => {
    const { mueller, huber, vogt, schoeller } = town.people
    const id = await ask(mueller, town.categories.open)
    const hint = await answer(huber, id)
    const officialId = await answer(vogt, id, official)
    for (const postId of [hint, officialId])
      await vogt.agent.post(`/api/posts/${postId}/hide`, { reason: "Versehen" }).expect(204)
    for (const postId of [hint, officialId]) {
      await schoeller.agent.put(`/api/posts/${postId}/marks/helpful`).expect(404)
      await schoeller.agent.post(`/api/posts/${postId}/comments`, { body: "Warum?" }).expect(404)
      await schoeller.agent.post(`/api/answers/${postId}/reports`, { reason: "Gilt nicht mehr" }).expect(404)
      await schoeller.agent.put(`/api/answers/${postId}`, { version: 1, body: "Neu" }).expect(404)
      await mueller.agent.put(`/api/answers/${postId}/accepted`, { accepted: true }).expect(404)
    }
    expect((await schoeller.agent.get(`/api/threads/${id}/posts`).expect(200)).body.items).toEqual([])
  })
})

describe("withdrawing", () => {
  it("keeps a question with answers for their sake, without its text", async () => {
    const { mueller, huber, schoeller } = town.people
    const id = await ask(mueller, town.categories.open, { body: "Das nehme ich zurück." })
    const answerId = await answer(huber, id)
    await schoeller.agent.post(`/api/posts/${id}/withdraw`).expect(403)
    await mueller.agent.post(`/api/posts/${id}/withdraw`).expect(204)
    const seen = (await schoeller.agent.get(`/api/questions/${id}`).expect(200)).body
    expect(seen).toMatchObject({ withdrawn: true, text: "", html: "" })
    await huber.agent.post(`/api/posts/${answerId}/withdraw`).expect(204)
    await schoeller.agent.get(`/api/questions/${id}`).expect(404)
    await mueller.agent.post(`/api/posts/${id}/restore`).expect(204)
    expect((await schoeller.agent.get(`/api/questions/${id}`).expect(200)).body.text).toBe(
      "Das nehme ich zurück.",
    )
  })

  it("removes a question without answers for all but its author", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    await mueller.agent.post(`/api/posts/${id}/withdraw`).expect(204)
    await huber.agent.get(`/api/questions/${id}`).expect(404)
    await mueller.agent.get(`/api/questions/${id}`).expect(200)
  })
})

describe("the audit log", () => {
  it("says who did what to what, and cannot be changed", async () => {
    const { mueller, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    await vogt.agent.post(`/api/posts/${id}/hide`, { reason: "Prüfung" }).expect(204)
    const { rows } = await town.db.$client.query(
      "select actor_id, action from audit_log where subject_id = $1",
      [id],
    )
    expect(rows).toEqual([{ actor_id: vogt.id, action: "post.hide" }])
    await expect(town.db.$client.query("delete from audit_log")).rejects.toThrow(/append-only/)
    await expect(town.db.$client.query("update audit_log set action = 'x'")).rejects.toThrow(/append-only/)
    // What it says of a person may be left out, by a transaction that says so; nothing else.
    for (const [setting, change] of [
      ["", "actor_id = null"],
      ["set local fachforum.audit_forgets = 'on';", "action = 'x'"],
      ["set local fachforum.audit_forgets = 'on';", "actor_id = gen_random_uuid()"],
      ["set local fachforum.audit_forgets = 'on';", `detail = '{"more": 1}'`],
    ])
      await expect(
        town.db.$client.query(`begin; ${setting} update audit_log set ${change}; commit`),
      ).rejects.toThrow(/append-only/)
  })
})
