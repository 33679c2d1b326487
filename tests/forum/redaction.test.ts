import supertest from "supertest"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { answer, ask, official, openTown, type Town } from "./town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const HYPHENATED = "Frau Kaczmarowski war hier. Auch Kacz\u00admarow\u00adski und **Kacz**marowski."
const K = ["Kaczmarowski"]
const edited = { title: "Ein Umzug", tags: [], wantedBy: null, attachments: [] }
const redact = (id: string, body: object, status = 200) =>
  town.people.vogt.agent.post(`/api/posts/${id}/redact`, body).expect(status)
const preview = (id: string, words: string[], status = 200) =>
  town.people.vogt.agent.post(`/api/posts/${id}/redact/preview`, { words }).expect(status)
const words = (page: string) =>
  page
    .replace(/<(?:script|style)[\s\S]*?<\/(?:script|style)>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")

async function upload(name: string): Promise<string> {
  const response = await supertest(town.app.server)
    .post("/api/attachments")
    .set("cookie", town.people.mueller.cookie)
    .set("origin", "http://localhost:3000")
    .attach("file", Buffer.from("%PDF-1.4\n%%EOF\n"), name)
    .expect(201)
  return response.body.id
}

/** Every row of every table of the database that holds the word, invisible characters left out. */
async function tablesWith(pattern: RegExp): Promise<string[]> {
  const { rows } = await town.db.$client.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const holding: string[] = []
  for (const { name } of rows) {
    const { rows: texts } = await town.db.$client.query<{ text: string }>(
      `select row_to_json(t)::text as text from ${name} t`,
    )
    if (texts.some(({ text }) => pattern.test(text.replace(/\u00ad|\*\*/g, "")))) holding.push(name)
  }
  return holding
}

describe("redacting", () => {
  it("leaves the word nowhere: no table of the database holds it, no reader sees it, no search finds it", async () => {
    const { mueller, vogt, huber, admin } = town.people
    const file = await upload("Antrag_Kaczmarowski.pdf")
    const id = await ask(mueller, town.categories.open, {
      title: "Umzug von Frau Kaczma\u00adrowski",
      body: `${HYPHENATED}\n\n[Akte](https://akten.example/kaczmarowski/1)`,
      tags: ["Kaczmarowski"],
      attachments: [{ id: file, alternative: "Bescheid an Kaczmarowski" }],
    })
    await mueller.agent
      .put(`/api/questions/${id}`, {
        ...edited,
        version: 1,
        title: "Frau KACZMAROWSKI zieht um",
        body: "Frau Kaczma-\nrowski zieht um.",
        tags: ["Kaczmarowski", "kaczmarowski"],
        attachments: [{ id: file, alternative: "Bescheid an Kaczmarowski" }],
      })
      .expect(204)
    await vogt.agent.post(`/api/questions/${id}/take`, { note: "Betrifft Kaczmarowski" }).expect(204)
    await admin.agent.post(`/api/posts/${id}/hide`, { reason: "Nennt Kaczmarowski" }).expect(204)
    await town.catchUp()
    expect(await tablesWith(/kaczmarowski/i)).toEqual(
      expect.arrayContaining(["public.attachments", "public.post_versions", "public.question_moves"]),
    )
    await huber.agent.post(`/api/posts/${id}/redact`, { words: K }).expect(404)
    const { body } = await redact(id, { words: K })
    const counts = Object.fromEntries(
      body.where.map(({ place, count }: { place: string; count: number }) => [place, count]),
    )
    // Title, text with its link, and title of the first version; text and title of the second.
    expect(counts).toEqual({ title: 1, tags: 1, text: 1, versions: 5, attachments: 2, notes: 2 })
    expect(body.places).toBe(12)
    expect(body.left).toEqual({ forms: [], others: [], files: [{ id: file, name: "Antrag_█████.pdf" }] })
    await town.catchUp()
    await town.drain()
    expect(await tablesWith(/kaczma/i)).toEqual([])
    expect(JSON.stringify(await town.mails())).not.toMatch(/kaczma/i)
    await admin.agent.post(`/api/posts/${id}/show`).expect(204)
    await town.catchUp()
    for (const address of [`/fragen/${id}`, `/api/questions/${id}`])
      expect((await mueller.agent.get(address).expect(200)).text, address).not.toMatch(/kaczma/i)
    const found = (await mueller.agent.get("/api/search?q=Kaczmarowski").expect(200)).body
    expect(found.total.count).toBe(0)
  })

  it("is for the department and the author, and says so when the words are not there", async () => {
    const { mueller, huber, schoeller, okafor } = town.people
    const id = await ask(mueller, town.categories.open, { body: HYPHENATED })
    for (const person of [huber, schoeller, okafor])
      for (const path of ["redact", "redact/preview"])
        await person.agent.post(`/api/posts/${id}/${path}`, { words: K }).expect(403)
    expect((await redact(id, { words: ["Nirgends"] }, 422)).body.code).toBe("redaction.not-found")
    expect((await preview(id, ["Nirgends"], 422)).body.code).toBe("redaction.not-found")
    expect((await redact(id, { words: K, forms: [] }, 422)).body.code).toBe("redaction.nothing-chosen")
    await mueller.agent.post(`/api/posts/${id}/redact`, { words: K }).expect(200)
    expect((await mueller.agent.get(`/api/questions/${id}`)).body.text).toBe(
      "Frau █████ war hier. Auch █████ und **█████**.",
    )
  })

  it("shows the forms that stand there before, and blacks out the chosen ones", async () => {
    const { mueller } = town.people
    const body = "Kaczmarowskis Akte, die Kaczmarowskigasse und Frau Kaczmarowski."
    const id = await ask(mueller, town.categories.open, { body })
    const { forms } = (await preview(id, K)).body
    expect(forms).toEqual([
      { form: "Kaczmarowski", result: "█████", meant: true, count: 1, places: [{ place: "text", count: 1 }] },
      {
        form: "Kaczmarowskis",
        result: "█████",
        meant: true,
        count: 1,
        places: [{ place: "text", count: 1 }],
      },
      {
        form: "Kaczmarowskigasse",
        result: "█████",
        meant: false,
        count: 1,
        places: [{ place: "text", count: 1 }],
      },
    ])
    expect((await mueller.agent.get(`/api/questions/${id}`)).body.text).toBe(body)
    const { left } = (await redact(id, { words: K })).body
    expect(left.forms).toMatchObject([{ form: "Kaczmarowskigasse", count: 1 }])
    await redact(id, { words: K, forms: ["Kaczmarowskigasse"] })
    expect((await mueller.agent.get(`/api/questions/${id}`)).body.text).toBe(
      "█████ Akte, die █████ und Frau █████.",
    )
  })

  it("names other posts of the thread that hold the words, and takes along those that one may redact", async () => {
    const { mueller, vogt, huber } = town.people
    const id = await ask(mueller, town.categories.open, { title: "Fall Kaczmarowski", body: "Was tun?" })
    const hint = await answer(huber, id, { body: "Bei Kaczmarowski war es so." })
    const sealed = await answer(vogt, id, { body: "Kaczmarowski: nein.", ...official })
    const own = (await huber.agent.post(`/api/posts/${hint}/redact/preview`, { words: K })).body
    expect(own.others).toEqual([
      { id, kind: "question", author: "Sabine Müller", count: 1, may: false },
      { id: sealed, kind: "answer", author: "Ina Vogt", count: 1, may: false },
    ])
    await huber.agent.post(`/api/posts/${hint}/redact`, { words: K, others: [sealed] }).expect(403)
    expect((await preview(sealed, K)).body.others).toMatchObject([
      { id, may: true },
      { id: hint, may: true },
    ])
    const { body } = await redact(sealed, { words: K, others: [hint] })
    expect(body).toMatchObject({ places: 2, left: { others: [{ id, count: 1 }] } })
    const page = (await mueller.agent.get(`/fragen/${id}`)).text
    expect(page).toContain("█████: nein.")
    expect(page).toContain("Bei █████ war es so.")
    const other = await ask(mueller, town.categories.open, { body: "Kaczmarowski" })
    await redact(sealed, { words: ["nein"], others: [other] }, 404)
    expect((await mueller.agent.get(`/api/questions/${other}`)).body.text).toBe("Kaczmarowski")
  })

  it("loses nothing of an edit that came before, and one that was begun before brings nothing back", async () => {
    const { mueller } = town.people
    const id = await ask(mueller, town.categories.open, { body: "Frau Kaczmarowski." })
    await preview(id, K)
    const newer = { ...edited, version: 1, body: "Herr Kaczmarowski, Nachtrag: Miete 500 Euro." }
    await mueller.agent.put(`/api/questions/${id}`, newer).expect(204)
    await redact(id, { words: K, forms: K })
    expect((await mueller.agent.get(`/api/questions/${id}`)).body.text).toBe(
      "Herr █████, Nachtrag: Miete 500 Euro.",
    )
    const stale = await mueller.agent.put(`/api/questions/${id}`, { ...newer, version: 2 }).expect(409)
    expect(JSON.stringify(stale.body)).not.toContain("Kaczmarowski")
  })

  it("reaches reports, mails that are waiting and searches that found nothing", async () => {
    const { mueller, vogt, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const answerId = await answer(vogt, id, { body: "Rufen Sie Herrn Geheimrat an.", ...official })
    await huber.agent
      .post(`/api/answers/${answerId}/reports`, { reason: "Geheimrats Nummer ist falsch" })
      .expect(204)
    await town.db.$client.query(
      `insert into search_misses (id, query, shown, day) values (gen_random_uuid(), 'geheimrat telefon', 'Geheimrat Telefon', current_date),
       (gen_random_uuid(), 'geheimratsecken', 'Geheimratsecken', current_date)`,
    )
    await redact(answerId, { words: ["Geheimrat"] })
    const { rows } = await town.db.$client.query("select shown from search_misses")
    expect(rows).toEqual([{ shown: "Geheimratsecken" }])
    expect(await tablesWith(/geheimrat(?!secken)/i)).toEqual(
      expect.not.arrayContaining(["public.outdated_reports", "pgboss.job", "public.posts"]),
    )
    await town.drain()
    expect(JSON.stringify(await town.mails())).toContain("█████")
    expect(JSON.stringify(await town.mails())).not.toContain("Geheimrat")
  })

  it("is not kept off by a text that would be refused today", async () => {
    const { mueller } = town.people
    const id = await ask(mueller, town.categories.open)
    const deep = `${"> ".repeat(60)}Kaczmarowski`
    await town.db.$client.query("update posts set text = $1 where id = $2", [{ body: deep }, id])
    await redact(id, { words: K })
    const { text, html } = (await mueller.agent.get(`/api/questions/${id}`)).body
    expect(text + html).not.toContain("Kaczmarowski")
  })

  it("does not make a text longer than texts may be", async () => {
    const { mueller } = town.people
    const id = await ask(mueller, town.categories.open, { body: "Ott ".repeat(9999) })
    await redact(id, { words: ["Ott"] })
    const { text } = (await mueller.agent.get(`/api/questions/${id}`)).body
    expect(text).not.toContain("Ott")
    expect(text.length).toBeLessThanOrEqual(40_000)
  })
})

describe("the pages of redacting", () => {
  it("ask for the words, show what was found to be ticked, and say what was done and what is left", async () => {
    const { mueller, vogt, huber } = town.people
    const file = await upload("Bescheid.pdf")
    const id = await ask(mueller, town.categories.open, {
      body: `${HYPHENATED} Die Kaczmarowskigasse.`,
      attachments: [{ id: file, alternative: "" }],
    })
    await answer(huber, id, { body: "Kaczmarowski?" })
    const path = `/beitraege/${id}/schwaerzen`
    const none = await vogt.agent.form(path, { words: "Gibtsnicht" }).expect(422)
    expect(none.text).toContain("Keines dieser Wörter kommt im Beitrag oder auf seiner Seite vor.")
    expect(none.text).toContain("Gibtsnicht</textarea>")
    const chosen = await vogt.agent.form(path, { words: "Kaczmarowski\r\nGibtsnicht" }).expect(200)
    expect(words(chosen.text)).toContain("3 × Kaczmarowski Text: 3")
    expect(words(chosen.text)).toContain("1 × Kaczmarowskigasse")
    expect(words(chosen.text)).toContain("Antwort von Petra Huber (1 Stelle)")
    expect(chosen.text).toContain(`<a href="/anhaenge/${file}">Bescheid.pdf</a>`)
    expect(chosen.text).toMatch(/name="forms" value="Kaczmarowski" checked/)
    expect(chosen.text).not.toMatch(/name="forms" value="Kaczmarowskigasse" checked/)
    const empty = await vogt.agent.form(path, { words: "Kaczmarowski", step: "redact" }).expect(422)
    expect(empty.text).toContain("Bitte kreuzen Sie an, was geschwärzt werden soll.")
    const back = await vogt.agent.form(path, { words: "Kaczmarowski", step: "edit" }).expect(200)
    expect(back.text).toContain("Kaczmarowski</textarea>")
    const fields = { words: "Kaczmarowski\nGibtsnicht", forms: "Kaczmarowski", step: "redact" }
    await huber.agent.form(path, fields).expect(403)
    const done = words((await vogt.agent.form(path, fields).expect(200)).text)
    expect(done).toContain("3 Stellen sind geschwärzt")
    expect(done).toContain("steht im Beitrag, in seinen früheren Fassungen und in der Suche nicht mehr")
    expect(done).toContain("1 × Kaczmarowskigasse (Text: 1)")
    expect(done).toContain("Antwort von Petra Huber (1 Stelle)")
    expect(done).toContain("Auch █████ und █████ . Die Kaczmarowskigasse.")
    await vogt.agent.form(path, fields).expect(422)
  })
})
