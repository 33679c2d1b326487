import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { and, eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { carryOutLeaving, FORMER } from "../../server/accounts/index.ts"
import { enqueueLeavings } from "../../server/accounts/leaving/carrying-out.ts"
import { leavings } from "../../server/accounts/leaving/tables.ts"
import { people } from "../../server/accounts/tables.ts"
import { catalogue } from "../../server/catalogue.ts"
import { posts } from "../../server/forum/tables.ts"
import { auditLog } from "../../server/kernel/tables.ts"
import { today } from "../../server/kernel/time.ts"
import { leaving } from "../../server/personal-data.ts"
import { answer, ask, official, openTown, stateOf, type Town } from "../forum/town.ts"
import { addCohort } from "../qualification/group.ts"
import type { Person } from "../support/world.ts"
import { columnsWith } from "./planted.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const stay = { posts: "stay", certificates: "stay" }
const own = ({ email }: Person, fields: object = stay) => ({ ...fields, address: email })
const order = (person: Person, fields: object = stay) =>
  town.people.admin.agent.put(`/api/people/${person.id}/leaving`, {
    ...own(person, fields),
    dueOn: today(),
  })
const isActive = async ({ id }: Person) => {
  const rows = await town.db.select({ active: people.active }).from(people).where(eq(people.id, id))
  return rows[0]?.active
}

/** All that lies in the folder of the installation. */
async function filesWith(words: string): Promise<string[]> {
  const entries = await readdir(town.config.dataDir, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const found = await Promise.all(
    files.map(async (file) =>
      file.includes(words) || (await readFile(file, "utf8")).includes(words) ? [file] : [],
    ),
  )
  return found.flat()
}

describe("somebody who wants to leave", () => {
  it("says so with their address, and can take it back for two weeks", async () => {
    const { huber } = town.people
    await huber.agent.put("/api/me/leaving", { ...stay, address: "andere@example.org" }).expect(422)
    expect((await huber.agent.get("/api/me/leaving").expect(200)).body).toEqual({ leaving: null })
    const page = (await huber.agent.get("/profil/ausscheiden").expect(200)).text
    expect(page).toContain("in 14 Tagen")
    const refused = await huber.agent
      .form("/profil/ausscheiden", { ...stay, address: "x@example.org" })
      .expect(422)
    expect(refused.text).toContain("Das ist nicht die E-Mail-Adresse des Kontos")
    const sent = await huber.agent
      .form("/profil/ausscheiden", { ...stay, address: huber.email.toUpperCase() })
      .expect(303)
    expect(sent.headers.location).toBe("/profil?hinweis=leaving-asked#ausscheiden")
    const { body } = await huber.agent.get("/api/me/leaving").expect(200)
    expect(body.leaving).toMatchObject({ ...stay, bySelf: true, begun: false })
    expect(body.leaving.dueOn > today()).toBe(true)
    expect((await huber.agent.get("/profil").expect(200)).text).toContain("Ihr Konto wird aufgelöst")
    await enqueueLeavings(town.db)
    await town.drain()
    expect(await isActive(huber)).toBe(true)
    await huber.agent.form("/profil/ausscheiden/zuruecknehmen", {}).expect(303)
    await huber.agent.delete("/api/me/leaving").expect(404)
    expect((await huber.agent.get("/api/me/leaving").expect(200)).body).toEqual({ leaving: null })
  })

  it("cannot be the last administrator, nor change what the administration has arranged", async () => {
    const { admin, outsideAdmin, editor } = town.people
    await town.db.update(people).set({ active: false }).where(eq(people.id, outsideAdmin.id))
    const last = await admin.agent.put("/api/me/leaving", own(admin)).expect(409)
    expect(last.body.code).toBe("people.last-admin")
    expect((await order(admin).expect(409)).body.code).toBe("people.last-admin")
    await town.db.update(people).set({ active: true }).where(eq(people.id, outsideAdmin.id))
    const later = { ...own(editor), dueOn: "2999-01-01" }
    await admin.agent.put(`/api/people/${editor.id}/leaving`, { ...later, dueOn: "2020-01-01" }).expect(422)
    await admin.agent.put(`/api/people/${editor.id}/leaving`, later).expect(204)
    await editor.agent.put("/api/me/leaving", own(editor)).expect(409)
    await editor.agent.delete("/api/me/leaving").expect(404)
    await editor.agent.put(`/api/people/${editor.id}/leaving`, later).expect(403)
    expect((await admin.agent.get(`/verwaltung/personen/${editor.id}`).expect(200)).text).toContain(
      "Doch nicht auflösen",
    )
    await admin.agent.delete(`/api/people/${editor.id}/leaving`).expect(204)
  })
})

describe("somebody who has left", () => {
  const NAME = "Quirina Unikatskaya"
  let gone: Person
  let question: string
  let given: string
  let amtlich: string

  beforeAll(async () => {
    const { law } = town.departments
    const { mueller, huber, albrecht } = town.people
    gone = await town.person(NAME, ["clerk", "specialist", "lead"], [law])
    await addCohort(town, {
      ...town.people,
      mueller: gone,
      meier: albrecht,
      dangelo: town.people.okafor,
    })
    question = await ask(gone, town.categories.open, {
      title: `Frage von ${NAME}`,
      body: `Ich bin ${NAME}, ${gone.email}`,
    })
    const edited = {
      version: 1,
      title: `Neu von ${NAME}`,
      body: "Ein neuer Text",
      tags: [],
      wantedBy: null,
      attachments: [],
    }
    await gone.agent.put(`/api/questions/${question}`, edited).expect(204)
    const other = await ask(mueller, town.categories.open, {
      body: `@${NAME} weiß das, Quirina Unikatskayas Akte`,
    })
    given = await answer(gone, other, { body: `Sagt ${NAME}` })
    amtlich = await answer(gone, other, { body: "Ja.", ...official })
    await gone.agent.put(`/api/posts/${other}/marks/same-question`, { marked: true })
    await mueller.agent.post(`/api/posts/${question}/comments`, { body: `Danke, ${NAME}` }).expect(201)
    await huber.agent.post(`/api/answers/${amtlich}/reports`, { reason: `${NAME} irrt` }).expect(204)
    const taken = await ask(huber, town.categories.open)
    await gone.agent.post(`/api/questions/${taken}/take`, { note: `Mache ich, ${NAME}` }).expect(204)
    await gone.agent.post("/api/me/data").expect(201)
    await town.drain()
    await town.catchUp()
    expect(await filesWith("Unikatskaya")).not.toEqual([])
    expect((await columnsWith(town.db.$client, "Unikatskaya")).length).toBeGreaterThan(8)
    expect(await stateOf(huber, taken)).toBe("in-progress")

    await order(gone).expect(204)
    await town.drain()
    await town.catchUp()
    expect(await stateOf(huber, taken)).toBe("open")
  })

  it("is named nowhere any more: not in the database, not in files, not in the search", async () => {
    const client = town.db.$client
    expect(await columnsWith(client, "Unikatskaya")).toEqual([])
    expect(await columnsWith(client, gone.email)).toEqual([])
    expect(await filesWith("Unikatskaya")).toEqual([])
    expect(await filesWith(gone.email)).toEqual([])
    const { body } = await town.people.mueller.agent.get("/api/search?q=Unikatskaya").expect(200)
    expect(body.items ?? body.hits ?? []).toEqual([])
  })

  it("is a former employee where they wrote, and cannot be found among the people", async () => {
    const { mueller, admin } = town.people
    const { body } = await mueller.agent.get(`/api/questions/${question}`).expect(200)
    expect(body.author.name).toBe(FORMER.de)
    expect(body.title).toBe(`Neu von ${FORMER.de}`)
    expect((await mueller.agent.get(`/fragen/${question}`).expect(200)).text).toContain(FORMER.de)
    await mueller.agent.patch("/api/me", { locale: "en" }).expect(200)
    const english = await mueller.agent.get(`/api/questions/${question}`).expect(200)
    expect(english.body.author.name).toBe(FORMER.en)
    await mueller.agent.patch("/api/me", { locale: "de" }).expect(200)
    await gone.agent.get("/api/me").expect(401)
    await admin.agent.get(`/api/people/${gone.id}`).expect(404)
    await admin.agent.post(`/api/people/${gone.id}/reactivate`).expect(404)
    await admin.agent.get(`/verwaltung/personen/${gone.id}/ausscheiden`).expect(404)
    const listed = await admin.agent.get(`/api/people?name=${encodeURIComponent(FORMER.de)}`).expect(200)
    expect(listed.body.items).toEqual([])
    const logged = await town.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.action, "person.left"), eq(auditLog.subjectId, gone.id)))
    expect(logged).toHaveLength(1)
  })

  it("leaves the official answer to the department", async () => {
    const { body } = await town.people.mueller.agent.get(`/a/${amtlich}`).expect(303)
    expect(body).toBeDefined()
    const posts = await columnsWith(town.db.$client, "Sagt Ehemals")
    expect(posts).toContain("posts.text")
    expect(given).toBeTruthy()
  })
})

it("takes their posts along where they want it, but not the official answers", async () => {
  const { law } = town.departments
  const { mueller } = town.people
  const gone = await town.person("Zacharias Zephyros", ["clerk", "specialist"], [law])
  const asked = await ask(gone, town.categories.open, { title: "Zephyrfrage", body: "Zephyrtext" })
  await answer(mueller, asked, { body: "Antwort bleibt" })
  const other = await ask(mueller, town.categories.open)
  const hint = await answer(gone, other, { body: "Zephyrhinweis" })
  const kept = await answer(gone, other, { body: "Zephyramtlich", ...official })
  await order(gone, { posts: "go", certificates: "go" }).expect(204)
  await town.drain()
  await town.catchUp()
  const client = town.db.$client
  for (const words of ["Zephyrfrage", "Zephyrtext", "Zephyrhinweis"])
    expect(await columnsWith(client, words)).toEqual([])
  expect(await columnsWith(client, "Zephyramtlich")).toContain("posts.text")
  const page = (await mueller.agent.get(`/fragen/${asked}`).expect(200)).text
  expect(page).toContain("Antwort bleibt")
  const { body } = await mueller.agent.get(`/api/questions/${other}/answers`).expect(200)
  const shown = JSON.stringify(body)
  expect(shown).toContain(kept)
  expect(shown).not.toContain(`"${hint}","text"`)
})

it("goes on where it was stopped, whatever had been done by then", async () => {
  const { clerks } = town.departments
  const gone = await town.person("Xaverine Xylander", ["clerk"], [clerks])
  await ask(gone, town.categories.open, { body: "Fragt Xaverine Xylander" })
  await town.db
    .insert(leavings)
    .values({ personId: gone.id, posts: "stay", certificates: "stay", bySelf: false, dueOn: today() })
  const { db, parts, config } = town
  const work = { db, files: parts.files, dataDir: config.dataDir, catalogue, leaving }
  for (const [stopped] of leaving.entries()) {
    const broken = leaving.map((part, index) =>
      index === stopped ? { ...part, leave: () => Promise.reject(new Error("stopped")) } : part,
    )
    await expect(carryOutLeaving({ ...work, leaving: broken }, gone.id)).rejects.toThrow("stopped")
    await gone.agent.get("/api/me").expect(401)
  }
  await Promise.all([carryOutLeaving(work, gone.id), carryOutLeaving(work, gone.id)])
  await carryOutLeaving(work, gone.id)
  await town.catchUp()
  expect(await columnsWith(db.$client, "Xylander")).toEqual([])
})

describe("a name that others have as well", () => {
  /** What a text says after somebody of this name has left. */
  const leftOf = async (name: string, words: string) => {
    const gone = await town.person(name, ["clerk"])
    const asked = await ask(town.people.mueller, town.categories.open, { body: `${words}, ${gone.email}` })
    await order(gone).expect(204)
    await town.drain()
    const [post] = await town.db.select({ text: posts.text }).from(posts).where(eq(posts.id, asked))
    return post?.text.body
  }
  const withAddress = (words: string) => `${words}, entfernt@entfernt.invalid`

  it("stays where it is told apart by brackets or a title, and the address goes", async () => {
    await town.person("Wanda Wolkenstein (Kasse)", ["clerk"])
    await town.person("Dr. Xenia Xantener", ["clerk"])
    await town.person("ulf UEBERMUT-GROSS", ["clerk"])
    for (const [name, words] of [
      ["Wanda Wolkenstein (Bauamt)", "Frag Wanda Wolkenstein (Kasse)"],
      ["Xenia Xantener", "Frag Dr. Xenia Xantener"],
      ["Ulf Übermut-Groß", "Frag Ulf Uebermut-Gross"],
    ] as const)
      expect(await leftOf(name, words)).toBe(withAddress(words))
  })

  it("goes where a hyphen makes the other one another name, which stays", async () => {
    await town.person("Anna-Yvonne Yltis", ["clerk"])
    const left = await leftOf("Yvonne Yltis", "Frag Yvonne Yltis oder Anna-Yvonne Yltis")
    expect(left).toBe(withAddress(`Frag ${FORMER.de} oder Anna-Yvonne Yltis`))
  })
})
