import supertest from "supertest"
import { afterAll, beforeAll, describe, expect, it, test } from "vitest"
import { readFile } from "../../server/accounts/people/import/reading.ts"
import { openWorld, type Person, type World } from "../support/world.ts"
import { connect, entraUser } from "./scim/directory.ts"

let world: World
let admin: Person
let office: string

beforeAll(async () => {
  world = await openWorld()
  office = await world.department("Wohngeldstelle")
  await world.department("Grundsatz und Recht")
  admin = await world.person("Olaf Brandt", ["admin"], [office])
})
afterAll(() => world.close())

const HEAD = "E-Mail;Name;Rollen;Abteilungen"
const prepare = async (content: string, invite = false): Promise<string> =>
  (await admin.agent.post("/api/people/imports", { content, invite }).expect(201)).body.id
const look = async (content: string) =>
  (await admin.agent.get(`/api/people/imports/${await prepare(content)}`).expect(200)).body
const faultsOf = async (...lines: string[]) =>
  (await look([HEAD, ...lines].join("\n"))).faults.map(
    ({ line, field, code }: { line: number; field: string; code: string }) => `${line} ${field} ${code}`,
  )
const personBy = async (email: string) => (await admin.agent.get(`/api/people?name=${email}`)).body.items[0]

describe("A file of people", () => {
  it("shows who would be new, changed and left, and does nothing before that is confirmed", async () => {
    const changes = await world.person("Alter Name", ["clerk"], [office])
    const stays = await world.person("Bleibt Gleich", ["clerk"], [office])
    const content = [
      HEAD,
      "neu@example.org;Nina Neu;Fachansprechperson, Sachbearbeitung;Wohngeldstelle|Grundsatz und Recht",
      `${changes.email.toUpperCase()};Neuer Name;;`,
      `${stays.email};Bleibt Gleich;Sachbearbeitung;Wohngeldstelle`,
    ].join("\r\n")
    const id = await prepare(content, true)
    const { body } = await admin.agent.get(`/api/people/imports/${id}`).expect(200)
    expect(body).toMatchObject({
      added: [{ line: 2, displayName: "Nina Neu", roles: ["clerk", "specialist"], personId: null }],
      changed: [{ line: 3, personId: changes.id, changes: ["displayName"] }],
      left: 1,
      faults: [],
    })
    expect(await personBy("neu@example.org")).toBeUndefined()

    expect((await admin.agent.post(`/api/people/imports/${id}/apply`).expect(201)).body).toEqual({
      added: 1,
      changed: 1,
    })
    expect(await personBy("neu@example.org")).toMatchObject({
      displayName: "Nina Neu",
      roles: ["clerk", "specialist"],
      departments: [{ name: "Grundsatz und Recht" }, { name: "Wohngeldstelle" }],
      invited: true,
    })
    const after = await admin.agent.get(`/api/people/${changes.id}`).expect(200)
    expect(after.body).toMatchObject({ displayName: "Neuer Name", email: changes.email, roles: ["clerk"] })
    await world.drain()
    expect((await world.mails()).map(({ to }) => to)).toEqual(["neu@example.org"])
    const { items } = (await admin.agent.get(`/api/audit?subjectId=${changes.id}`).expect(200)).body
    expect(items).toMatchObject([{ action: "person.edited", actor: { displayName: "Olaf Brandt" } }])
    // Taken over once, it is gone.
    await admin.agent.post(`/api/people/imports/${id}/apply`).expect(404)
  })

  it("tells every fault by its line and field, and takes nothing over then", async () => {
    const gone = await world.person("Ausgeschieden", ["clerk"])
    await admin.agent.post(`/api/people/${gone.id}/deactivate`).expect(204)
    expect(
      await faultsOf(
        "keine Adresse;A B;;",
        "a@example.org;;;",
        "b@example.org;B;Kaiser;",
        "c@example.org;C;;Nirgendwo",
        "jörg@example.org;D;;",
        "e@example.org;E;;",
        "E@Example.org;E noch einmal;;",
        'f@example.org;"=HYPERLINK(""x"")";;',
        `${gone.email};G;;`,
        `h@example.org;${"x".repeat(101)};;`,
      ),
    ).toEqual([
      "2 email format",
      "3 displayName required",
      "4 roles people-import.role",
      "5 departmentIds people-import.department",
      "6 email people.email-local",
      "8 email people-import.twice",
      "9 displayName people-import.formula",
      "10 email people.inactive",
      "11 displayName too-long",
    ])
    const id = await prepare(`${HEAD}\nx@example.org;X;Kaiser;`)
    await admin.agent.post(`/api/people/imports/${id}/apply`).expect(409)
    expect(await personBy("x@example.org")).toBeUndefined()
  })

  it("does not take the last administrator, nor what a directory decides on", async () => {
    expect(await faultsOf(`${admin.email};Olaf Brandt;Sachbearbeitung;`)).toEqual([
      "2 roles people.last-admin",
    ])
    const directory = await connect(world, admin)
    const { body } = await directory.post("/Users", entraUser("eva")).expect(201)
    await directory.post("/Groups", { displayName: "Aus Entra", members: [{ value: body.id }] }).expect(201)
    expect(
      await faultsOf("eva@example.org;Eva Anders;;", "neu2@example.org;Neu;;Aus Entra", "eva@example.org;;;"),
    ).toEqual([
      "2 displayName people.of-directory",
      "3 departmentIds people.department-of-directory",
      "4 email people-import.twice",
    ])
  })

  it("is the administrator's own, and nobody else's", async () => {
    const other = await world.person("Andere", ["admin"])
    const clerk = await world.person("Petra Huber", ["clerk"])
    const id = await prepare(`${HEAD}\ny@example.org;Y;;`)
    await other.agent.get(`/api/people/imports/${id}`).expect(404)
    await other.agent.post(`/api/people/imports/${id}/apply`).expect(404)
    await clerk.agent.get(`/api/people/imports/${id}`).expect(403)
    await admin.agent.delete(`/api/people/imports/${id}`).expect(204)
    await admin.agent.get(`/api/people/imports/${id}`).expect(404)
  })

  it("of a thousand people is taken over in few statements", async () => {
    const lines = Array.from(
      { length: 1000 },
      (_, index) => `viele${index}@example.org;Person ${index};;Wohngeldstelle`,
    )
    const id = await prepare([HEAD, ...lines].join("\n"))
    const { body } = await admin.agent.post(`/api/people/imports/${id}/apply`).expect(201)
    expect(body).toEqual({ added: 1000, changed: 0 })
  })
})

describe("What is read", () => {
  const first = (content: string) => readFile(content).said[0]

  test.each([
    ["semicolons", "E-Mail;Name\na@b.example;A B"],
    ["commas and quotes", 'email,displayName\na@b.example,"A B"'],
    ["tabs", "Mail\tName\na@b.example\tA B"],
    ["Excel's line for the separator", "sep=|\nE-Mail|Name\na@b.example|A B"],
    ["a byte order mark", "\ufeffE-Mail;Name\na@b.example;A B"],
    ["two names", "Vorname;Nachname;E-Mail-Adresse\nA;B;a@b.example"],
    ["what Excel protects", 'E-Mail;Name\na@b.example;"=""A B"""'],
  ])("%s", (_, content) => {
    expect(first(content)).toMatchObject({ email: "a@b.example", displayName: "A B" })
  })

  it("is a fault of the file where headings, lines or quotation marks are missing", () => {
    const code = (content: string) => readFile(content).faults.map(({ line, code }) => `${line} ${code}`)
    expect(code("Telefon;Name\n1;A")).toEqual(["1 people-import.columns"])
    expect(code("E-Mail;Name;Name\na;b;c")).toEqual(["1 people-import.columns"])
    expect(code("E-Mail;Name")).toEqual(["0 people-import.empty"])
    expect(code('E-Mail;Name\na@b.example;"A')).toEqual(["2 people-import.broken"])
    expect(readFile("E-Mail;Name;Telefon\na@b.example;A;1").ignored).toEqual(["Telefon"])
  })

  it("knows the line in the file, with empty ones and cells of two lines before it", () => {
    expect(readFile('E-Mail;Name\n\na@b.example;"A\nB"\nc@d.example;C').said.map(({ line }) => line)).toEqual(
      [4, 5],
    )
  })
})

describe("The page", () => {
  const upload = (bytes: Buffer | null, name = "personen.csv") => {
    const request = supertest(world.app.server)
      .post("/verwaltung/personen/einlesen")
      .set("origin", world.config.publicUrl)
      .set("cookie", admin.cookie)
      .field("invite", "")
    return bytes ? request.attach("file", bytes, name) : request
  }

  it("takes a file as Excel of Windows writes it, shows it, and takes it over at a second click", async () => {
    const bytes = Buffer.from("E-Mail;Name\r\njuergen@example.org;Jürgen Groß\r\n", "latin1")
    const { headers } = await upload(bytes).expect(303)
    const path = String(headers.location)
    const { text } = await admin.agent.get(path).expect(200)
    expect(text).toContain("Jürgen Groß")
    expect(text).toContain("Neu: 1 Person. Geändert: 0 Personen. Unverändert: 0 Personen.")
    expect(await personBy("juergen@example.org")).toBeUndefined()
    await admin.agent.form(path, {}).expect(303)
    expect(await personBy("juergen@example.org")).toMatchObject({ displayName: "Jürgen Groß" })
    await admin.agent.get(path).expect(404)
  })

  it("shows faults by line and column, without a button to take it over", async () => {
    const { headers } = await upload(Buffer.from("E-Mail;Name;Rollen\nz@example.org;Z;Kaiser\n")).expect(303)
    const path = String(headers.location)
    const { text } = await admin.agent.get(path).expect(200)
    expect(text).toContain("Diese Rolle gibt es nicht.")
    expect(text).not.toContain("Jetzt übernehmen")
    await admin.agent.form(path, {}).expect(409)
    await admin.agent.form(`${path}/verwerfen`, {}).expect(303)
    await admin.agent.get(path).expect(404)
  })

  it("says what is wrong with a file that is missing, empty or no text", async () => {
    expect((await upload(null).expect(422)).text).toContain("Bitte wählen Sie eine Datei.")
    expect((await upload(Buffer.from(" ")).expect(422)).text).toContain("Die Datei ist leer.")
    expect((await upload(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0])).expect(422)).text).toContain(
      "keine Textdatei",
    )
  })
})
