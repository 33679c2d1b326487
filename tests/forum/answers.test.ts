import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { startReviews } from "../../server/forum/answers/actions.ts"
import { DAY, moveClock, resetClock } from "../../server/kernel/time.ts"
import { setMailTime } from "../../server/notifications/index.ts"
import { answer, ask, official, openTown, type Town } from "./town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterEach(() => resetClock())
afterAll(() => town.close())

const read = async (id: string, person = town.people.mueller) =>
  (await person.agent.get(`/api/questions/${id}`).expect(200)).body

describe("an official answer", () => {
  it("stands first, then what the asker marked, then what helped, then the oldest", async () => {
    const { mueller, huber, vogt, schoeller } = town.people
    const id = await ask(mueller, town.categories.open)
    const first = await answer(huber, id, { body: "eins" })
    const second = await answer(huber, id, { body: "zwei" })
    const third = await answer(schoeller, id, { body: "drei" })
    const officialId = await answer(vogt, id, official)
    await mueller.agent.put(`/api/answers/${third}/accepted`, { accepted: true }).expect(204)
    await mueller.agent.put(`/api/posts/${second}/marks/helpful`).expect(204)
    const order = (await read(id)).answers.map((one: { id: string }) => one.id)
    expect(order).toEqual([officialId, third, second, first])
  })

  it("that answered the asker's question stands before another one", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const general = await answer(vogt, id, official)
    const fitting = await answer(vogt, id, official)
    await huber.agent.put(`/api/posts/${general}/marks/helpful`).expect(204)
    await mueller.agent.put(`/api/answers/${fitting}/accepted`, { accepted: true }).expect(204)
    expect((await read(id)).answers.map((one: { id: string }) => one.id)).toEqual([fitting, general])
  })

  it("needs a legal status date that is not ahead and a review that is", async () => {
    const { mueller, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const send = (dates: object) =>
      vogt.agent.post(`/api/questions/${id}/answers`, { body: "x", official: dates })
    await send({}).expect(400)
    expect((await send({ legalStatusDate: "2999-01-01" }).expect(422)).body.errors[0].field).toBe(
      "legalStatusDate",
    )
    expect(
      (await send({ legalStatusDate: "2026-01-01", reviewDate: "2020-01-01" }).expect(422)).body.errors[0]
        .field,
    ).toBe("reviewDate")
    expect((await read(id)).answers).toEqual([])
  })

  it("is changed by its department only, and asks for the legal status date again", async () => {
    const { mueller, huber, vogt, albrecht, okafor } = town.people
    const id = await ask(mueller, town.categories.open)
    const answerId = await answer(vogt, id, official)
    const edit = { version: 1, body: "Ab dem Ersten des Monats." }
    for (const person of [mueller, huber, okafor])
      await person.agent.put(`/api/answers/${answerId}`, edit).expect(403)
    const refused = await albrecht.agent.put(`/api/answers/${answerId}`, edit).expect(422)
    expect(refused.body.errors[0].field).toBe("legalStatusDate")
    await albrecht.agent
      .put(`/api/answers/${answerId}`, { ...edit, legalStatusDate: "2026-03-01" })
      .expect(204)
    expect((await read(id)).answers[0]).toMatchObject({
      version: 2,
      legalStatusDate: "2026-03-01",
      text: edit.body,
    })
  })

  it("shows both texts when two people edit the same version", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const answerId = await answer(huber, id, { body: "Erste Fassung" })
    await huber.agent.put(`/api/answers/${answerId}`, { version: 1, body: "Zweite Fassung" }).expect(204)
    const conflict = await huber.agent
      .put(`/api/answers/${answerId}`, { version: 1, body: "Meine Fassung" })
      .expect(409)
    expect(conflict.body).toMatchObject({
      code: "post.changed",
      detail: { current: { version: 2, text: { body: "Zweite Fassung" } } },
    })
    const both = [1, 2].map((n) =>
      huber.agent.put(`/api/answers/${answerId}`, { version: 2, body: `Gleichzeitig ${n}` }),
    )
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([204, 409])
    const versions = await town.db.$client.query(
      "select version from post_versions where post_id = $1 order by 1",
      [answerId],
    )
    expect(versions.rows.map(({ version }) => version)).toEqual([1, 2])
  })

  it("is reported as outdated by anybody, reviewed by its department and confirmed with new dates", async () => {
    const { mueller, huber, vogt, okafor } = town.people
    const id = await ask(mueller, town.categories.open)
    const answerId = await answer(vogt, id, official)
    await huber.agent
      .post(`/api/answers/${answerId}/reports`, { reason: "Seit Januar gilt anderes." })
      .expect(204)
    expect((await read(id)).answers[0]).toMatchObject({ needsReview: true, reports: [] })
    const list = (await vogt.agent.get("/api/reviews").expect(200)).body.items
    expect(list.find((row: { id: string }) => row.id === answerId).reports[0].reason).toBe(
      "Seit Januar gilt anderes.",
    )
    expect((await okafor.agent.get("/api/reviews").expect(200)).body.items).toEqual([])
    const dates = { legalStatusDate: "2026-04-01", reviewDate: "2099-01-01" }
    await huber.agent.post(`/api/answers/${answerId}/confirm`, dates).expect(403)
    await vogt.agent.post(`/api/answers/${answerId}/confirm`, dates).expect(204)
    expect((await read(id)).answers[0]).toMatchObject({ needsReview: false, ...dates })
  })

  it("comes to the review list when its review date passes", async () => {
    const { mueller, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const reviewDate = new Date(Date.now() + 5 * DAY).toISOString().slice(0, 10)
    const answerId = await answer(vogt, id, { official: { legalStatusDate: "2026-01-01", reviewDate } })
    await startReviews(town.db)
    expect((await read(id)).answers[0].needsReview).toBe(false)
    moveClock(6 * DAY)
    await startReviews(town.db)
    expect((await read(id)).answers[0].needsReview).toBe(true)
    expect(
      (await vogt.agent.get("/api/reviews").expect(200)).body.items.map((row: { id: string }) => row.id),
    ).toContain(answerId)
  })

  it("can be replaced by a newer one, which stands first from then on", async () => {
    const { mueller, vogt, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const hint = await answer(huber, id)
    const old = await answer(vogt, id, official)
    const foreign = { official: { legalStatusDate: "2026-01-01", replacesId: hint } }
    await vogt.agent.post(`/api/questions/${id}/answers`, { body: "x", ...foreign }).expect(422)
    const fresh = await answer(vogt, id, { official: { legalStatusDate: "2026-05-01", replacesId: old } })
    const seen = await read(id)
    expect(seen.answers.map((one: { id: string }) => one.id)).toEqual([fresh, hint, old])
    expect(seen.answers[2].replacedById).toBe(fresh)
  })
})

describe("marks", () => {
  it("count once per person, can be taken back and never go to oneself", async () => {
    const { mueller, huber, schoeller } = town.people
    const id = await ask(mueller, town.categories.open)
    const answerId = await answer(huber, id)
    await huber.agent.put(`/api/posts/${answerId}/marks/helpful`).expect(403)
    await mueller.agent.put(`/api/posts/${id}/marks/same-question`).expect(403)
    for (const person of [mueller, mueller, schoeller])
      await person.agent.put(`/api/posts/${answerId}/marks/helpful`).expect(204)
    await huber.agent.put(`/api/posts/${id}/marks/same-question`).expect(204)
    await huber.agent.put(`/api/posts/${id}/marks/reused`).expect(404)
    expect(await read(id)).toMatchObject({
      sameCount: 1,
      isSame: false,
      answers: [{ helpfulCount: 2, isHelpful: true }],
    })
    await mueller.agent.delete(`/api/posts/${answerId}/marks/helpful`).expect(204)
    expect((await read(id)).answers[0]).toMatchObject({ helpfulCount: 1, isHelpful: false })
  })
})

describe("mails", () => {
  const subjects = async () => (await town.mails()).map(({ subject, to }) => `${to}: ${subject}`)

  it("tell the asker and who has the same question, not who answered", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open, { title: "Wer bekommt Post?" })
    await huber.agent.put(`/api/posts/${id}/marks/same-question`).expect(204)
    await answer(vogt, id, official)
    await town.drain()
    const told = (await subjects()).filter((line) => line.includes("Wer bekommt Post?"))
    expect(told.sort()).toEqual(
      [
        `${mueller.email}: Antwort der Fachabteilung: Wer bekommt Post?`,
        `${huber.email}: Antwort der Fachabteilung: Wer bekommt Post?`,
      ].sort(),
    )
  })

  it("quote the words as they are read, without signs of mark-up, and lead to the post", async () => {
    const { mueller, vogt } = town.people
    const id = await ask(mueller, town.categories.open, { title: "Was steht in der Post?" })
    const body = "## Ergebnis\nEs gilt **§ 7**:\n\n3. drei\n5. fünf\n\n[Seite](/hilfe)"
    const answerId = await answer(vogt, id, { ...official, body })
    await town.drain()
    const mail = (await town.mails()).find(({ subject }) => subject.includes("Was steht in der Post?"))
    expect(mail?.text).toContain(
      "> Ergebnis\n>\n> Es gilt § 7:\n>\n> 3. drei\n> 5. fünf\n>\n> Seite (http://localhost:3000/hilfe)\n",
    )
    expect(mail?.text).toContain(`http://localhost:3000/a/${answerId}`)
    expect(mail?.text).not.toMatch(/\*\*|##/)
  })

  it("tell nothing about what the reader may no longer see, and nothing that they switched off", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open, { title: "Ausgeblendet vor dem Versand" })
    const answerId = await answer(vogt, id, official)
    await vogt.agent.post(`/api/posts/${answerId}/hide`, { reason: "Versehen" }).expect(204)
    const second = await ask(huber, town.categories.open, { title: "Ich will keine Post" })
    await setMailTime(town.db, huber.id, "forum.answered", "never")
    await answer(vogt, second, official)
    await town.drain()
    const lines = (await subjects()).join("\n")
    expect(lines).not.toContain("Ausgeblendet vor dem Versand")
    expect(lines).not.toContain("Ich will keine Post")
  })

  it("say only that something happened where the installation wants it so", async () => {
    const { mueller, vogt, admin } = town.people
    await admin.agent.patch("/api/settings", { mailWithoutContent: true }).expect(204)
    const { rows } = await town.db.$client.query("select mail_without_content from installation")
    expect(rows[0].mail_without_content).toBe(true)
    const id = await ask(mueller, town.categories.open, { title: "Geheimer Titel" })
    await vogt.agent.post(`/api/questions/${id}/ask-back`, { body: "Geheime Rückfrage" }).expect(201)
    await town.drain()
    const mail = (await town.mails())[0]
    expect(mail?.subject).toBe("Rückfrage der Fachabteilung")
    expect(JSON.stringify(mail)).not.toMatch(/Geheim/)
    expect(mail?.text).toMatch(/\/a\/[0-9a-f-]{36}\n/)
  })
})
