import { readdirSync, readFileSync } from "node:fs"
import { eq } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { prepareSetup } from "../../server/accounts/index.ts"
import { hashPassword } from "../../server/accounts/password/hashing.ts"
import { installation, people } from "../../server/accounts/tables.ts"
import { throttles } from "../../server/kernel/tables.ts"
import { de } from "../../web/texts/index.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

const PASSWORD = "Drei Birnen im Regal"
const NEW = "Vier Quitten am Fenster"
let world: World
let wohngeld: string
let clerk: Person

beforeAll(async () => {
  world = await openWorld()
  wohngeld = await world.department("Wohngeldstelle")
  clerk = await personWithPassword("Sabine Müller")
})
afterAll(() => world.close())
afterEach(() => world.db.delete(throttles))

async function personWithPassword(name: string, to = world): Promise<Person> {
  const person = await to.person(name, ["clerk"], to === world ? [wohngeld] : [])
  const passwordHash = await hashPassword(PASSWORD)
  await to.db.update(people).set({ passwordHash }).where(eq(people.id, person.id))
  return person
}

const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers["set-cookie"]).split(";")[0] ?? ""
const signIn = (email: string, password: string, more: Record<string, string> = {}) =>
  world.nobody.form("/anmelden", { email, password, ...more })
/** The page without what differs on purpose: what was typed, and what a passkey is asked. */
const without = (page: string, ...words: string[]) =>
  words.reduce((rest, word) => rest.replaceAll(word, ""), page).replace(/challenge&quot;:&quot;[\w-]+/, "")

async function linkFor(person: Person): Promise<string> {
  await world.nobody.form("/kennwort/vergessen", { email: person.email }).expect(303)
  await world.drain()
  const mail = (await world.mails()).find(({ to }) => to === person.email)
  return mail?.text.match(/\/kennwort\/[\w-]+/)?.[0] ?? ""
}

describe("Signing in", () => {
  test("asks for address and password in a way that password managers understand", async () => {
    const { text } = await world.nobody.get("/anmelden").expect(200)
    expect(text).toMatch(/<input[^>]*name="email"[^>]*autocomplete="username"/)
    expect(text).toMatch(/<input[^>]*name="password"[^>]*autocomplete="current-password"/)
    expect(text).toContain('href="/kennwort/vergessen"')
    expect(text).not.toContain("Ansehen als")
  })

  test("leads on to where somebody wanted to go, and never to a foreign page", async () => {
    const asked = await world.nobody.get("/profil").expect(303)
    expect(asked.headers.location).toBe("/anmelden?weiter=%2Fprofil")
    const { text } = await world.nobody.get("/anmelden?weiter=%2Fprofil").expect(200)
    expect(text).toContain('name="returnTo" value="/profil"')
    const there = await signIn(clerk.email, PASSWORD, { returnTo: "/profil" }).expect(303)
    expect(there.headers.location).toBe("/profil")
    await world.nobody.get("/profil").set("cookie", cookieOf(there)).expect(200)
  })

  test.each([
    ...[
      "//fremd.example",
      "https://fremd.example",
      "/\\fremd.example",
      "\\\\fremd.example",
      "/%2Ffremd.example",
    ],
    ...[
      "/%5cfremd.example",
      "/.//fremd.example",
      "/\t/fremd.example",
      "/a\u0000b",
      "/a\r\nset-cookie: x=1",
      "/\u0085x",
    ],
    ...["/\u202ex", "javascript:alert(1)", "", "?x", "fremd.example"],
  ])("leads to the start page from a form and from a page, not to %j", async (returnTo) => {
    await world.nobody.form("/sprache", { locale: "de", returnTo }).expect(303).expect("location", "/")
    await world.nobody.form("/darstellung", { theme: "dark", returnTo }).expect(303).expect("location", "/")
    const weiter = encodeURIComponent(returnTo)
    await clerk.agent.get(`/anmelden?weiter=${weiter}`).expect(303).expect("location", "/")
  })

  test("goes straight on for somebody who is signed in already", async () => {
    const answer = await clerk.agent.get("/anmelden?weiter=/profil").expect(303)
    expect(answer.headers.location).toBe("/profil")
  })

  test("fails with the same page for an unknown address and a wrong password", async () => {
    const wrong = await signIn(clerk.email, "Etwas ganz anderes").expect(401)
    const unknown = await signIn("niemand@example.org", "Etwas ganz anderes").expect(401)
    expect(wrong.text).toContain("E-Mail-Adresse oder Kennwort stimmen nicht.")
    expect(wrong.text).toContain("<title>Fehler: Anmelden")
    expect(wrong.text).toContain(`value="${clerk.email}"`)
    expect(wrong.text).not.toContain("Etwas ganz anderes")
    expect(without(unknown.text, "niemand@example.org")).toBe(without(wrong.text, clerk.email))
  })

  test("says what is missing before it looks anything up", async () => {
    const answer = await signIn("keine Adresse", "").expect(422)
    expect(answer.text).toContain('href="#feld-email"')
    expect(answer.text).toContain("Kennwort: Bitte füllen Sie dieses Feld aus.")
  })

  test("says how long to wait after too many attempts, and shows another way", async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) await signIn(clerk.email, "falsch").expect(401)
    const stopped = await signIn(clerk.email, PASSWORD).expect(429)
    expect(stopped.text).toContain("Bitte warten Sie 15 Minuten.")
    expect(stopped.headers["retry-after"]).toBe("900")
    expect(stopped.text).toContain("Kennwort vergessen?")
  })

  test("ends with signing out, also when the session has expired already", async () => {
    const { agent } = await world.person("Geht", ["clerk"], [wohngeld])
    const answer = await agent.form("/abmelden", {}).expect(303)
    expect(answer.headers.location).toBe("/anmelden?hinweis=signed-out")
    expect(cookieOf(answer)).toMatch(/^session=$/)
    await agent.get("/profil").expect(303)
    await agent.form("/abmelden", {}).expect(303)
    expect((await world.nobody.get("/anmelden?hinweis=signed-out")).text).toContain("Sie sind abgemeldet.")
  })
})

describe("A form that arrives after the session expired", () => {
  test("gives back what was typed, but no password", async () => {
    const answer = await world.nobody
      .form("/profil/kennwort", { currentPassword: PASSWORD, newPassword: NEW })
      .expect(401)
    expect(answer.text).toContain("Ihre Sitzung ist abgelaufen")
    expect(answer.text).not.toContain(PASSWORD)
    expect(answer.text).not.toContain(NEW)
    const mails = await world.nobody
      .form("/profil/benachrichtigungen/inhalt", { mails: "minutes" })
      .expect(401)
    expect(mails.text).toContain('name="mails" value="minutes"')
  })
})

describe("Viewing as somebody", () => {
  test("is nowhere outside of a trial", async () => {
    const answer = await world.nobody.form("/anmelden/als", { personId: clerk.id }).expect(404)
    expect(answer.text).toContain("Diese Seite gibt es nicht")
  })

  test("signs in as a person of the story, without a password", async () => {
    const trial = await openWorld({ trial: true })
    try {
      const person = await trial.person("Katrin Vogt", ["specialist"])
      const empty = await trial.nobody.get("/anmelden").expect(200)
      expect(empty.text).not.toContain("Ansehen als")
      await trial.nobody.form("/anmelden/als", { personId: person.id }).expect(404)
      await trial.db.insert(installation).values({
        name: "Probe",
        departmentLabel: { de: { one: "Amt", many: "Ämter" }, en: { one: "office", many: "offices" } },
        example: true,
      })
      const { text } = await trial.nobody.get("/anmelden?weiter=/profil").expect(200)
      expect(text).toContain("Ansehen als")
      expect(text).toContain("Katrin Vogt")
      expect(text).toContain('href="/probe/post"')
      const fields = { personId: person.id, returnTo: "/profil" }
      const answer = await trial.nobody.form("/anmelden/als", fields).expect(303)
      expect(answer.headers.location).toBe("/profil")
      const profile = await trial.nobody.get("/profil").set("cookie", cookieOf(answer)).expect(200)
      expect(profile.text).toContain("Katrin Vogt")
      await trial.nobody.form("/anmelden/als", { personId: "niemand" }).expect(404)
      await trial.nobody.form("/anmelden/als", fields).set("cookie", "language=en").expect(303)
      expect((await person.agent.get("/profil")).text).toContain("<h1>Profile</h1>")
    } finally {
      await trial.close()
    }
  })
})

describe("A forgotten password", () => {
  test("is replaced through the link in the e-mail, and the person is signed in", async () => {
    const person = await personWithPassword("Petra Huber")
    const link = await linkFor(person)
    const page = await world.nobody.get(link).expect(200)
    expect(page.text).toContain("Petra Huber")
    expect(page.text).toContain("Mindestens 12 Zeichen")
    expect(page.text).toMatch(new RegExp(`name="username" value="${person.email}" autocomplete="username"`))
    expect(page.text).toMatch(/name="password"[^>]*autocomplete="new-password"/)
    const short = await world.nobody.form(link, { password: "kurz" }).expect(422)
    expect(short.text).toContain("Kennwort: Bitte schreiben Sie mindestens 12 Zeichen.")
    const common = await world.nobody.form(link, { password: "Willkommen2026" }).expect(422)
    expect(common.text).toContain("leicht zu erraten")
    expect(common.text).not.toContain("Willkommen2026")
    const answer = await world.nobody.form(link, { username: person.email, password: NEW }).expect(303)
    expect(answer.headers.location).toBe("/?hinweis=password-set")
    await world.nobody.get("/profil").set("cookie", cookieOf(answer)).expect(200)
    await signIn(person.email, NEW).expect(303)
  })

  test("leads to a page that offers a new link, when the link was used", async () => {
    const person = await personWithPassword("Thomas Meier")
    const link = await linkFor(person)
    await world.nobody.form(link, { password: NEW }).expect(303)
    for (const answer of [await world.nobody.get(link), await world.nobody.form(link, { password: NEW })]) {
      expect(answer.status).toBe(404)
      expect(answer.text).toContain("Dieser Link gilt nicht mehr")
      expect(answer.text).toContain('action="/kennwort/vergessen"')
    }
  })

  test("is answered alike whether there is such an account", async () => {
    const known = await world.nobody.form("/kennwort/vergessen", { email: clerk.email }).expect(303)
    const unknown = await world.nobody.form("/kennwort/vergessen", { email: "wer@example.org" }).expect(303)
    expect(unknown.headers.location).toBe(known.headers.location)
    expect((await world.nobody.get(String(known.headers.location))).text).toContain(
      "Wenn es zu dieser Adresse",
    )
    await world.nobody.form("/kennwort/vergessen", { email: "keine" }).expect(422)
    const signedIn = await clerk.agent.form("/kennwort/vergessen", { email: clerk.email }).expect(303)
    expect(signedIn.headers.location).toBe("/profil/kennwort?hinweis=link-requested")
  })
})

describe("The profile", () => {
  test("shows the own details and who changes them", async () => {
    const { text } = await clerk.agent.get("/profil").expect(200)
    for (const words of ["Sabine Müller", clerk.email, "Wohngeldstelle", "Sachbearbeitung"])
      expect(text).toContain(words)
    expect(text).toContain("Diese Angaben ändert die Administration.")
    expect(text).toContain('id="benachrichtigungen"')
    expect(text).toContain('href="/datenschutz"')
  })

  test("leads to the choice of e-mails, which tells of what cannot be overruled", async () => {
    const { agent } = await world.person("Ohne Post", ["clerk"])
    expect((await agent.get("/profil").expect(200)).text).toContain('href="/profil/benachrichtigungen"')
    const at = "/profil/benachrichtigungen/inhalt"
    await agent.form(at, { mailWithoutContent: "true" }).expect(303)
    const { body } = await agent.get("/api/me")
    expect(body.mailWithoutContent).toBe(true)
    const { text } = await agent.get("/profil/benachrichtigungen")
    expect(text).toMatch(/name="mailWithoutContent"[^>]* checked/)
  })

  test("changes the language for good", async () => {
    const { agent } = await world.person("Reads English", ["clerk"])
    await agent.form("/sprache", { locale: "en", returnTo: "/profil?hinweis=saved" }).expect(303)
    expect((await agent.get("/profil")).text).toContain("The administrators change these details.")
  })

  test("changes the password and ends the other sessions", async () => {
    const person = await personWithPassword("Chiara")
    const elsewhere = cookieOf(await signIn(person.email, PASSWORD))
    const wrong = { currentPassword: "nicht das", newPassword: NEW }
    const refused = await person.agent.form("/profil/kennwort", wrong).expect(422)
    expect(refused.text).toContain('href="#feld-currentPassword"')
    const right = { currentPassword: PASSWORD, newPassword: NEW }
    const answer = await person.agent.form("/profil/kennwort", right).expect(303)
    expect(answer.headers.location).toBe("/profil?hinweis=password-changed#kennwort")
    await person.agent.get("/profil").expect(200)
    await world.nobody.get("/profil").set("cookie", elsewhere).expect(303)
  })

  test("lists the own sessions and ends one or all others", async () => {
    const person = await personWithPassword("Viele Geräte")
    const second = cookieOf(await signIn(person.email, PASSWORD))
    const third = cookieOf(await signIn(person.email, PASSWORD))
    const { text } = await person.agent.get("/profil").expect(200)
    expect(text).toContain("Diese Sitzung")
    const [one = ""] = text.match(/\/profil\/sitzungen\/[0-9a-f-]+\/abmelden/) ?? []
    await clerk.agent.form(one, {}).expect(404)
    await person.agent.form(one, {}).expect(303)
    const open = async () => {
      const answers = await Promise.all(
        [second, third].map((cookie) => world.nobody.get("/profil").set("cookie", cookie)),
      )
      return answers.filter(({ status }) => status === 200).length
    }
    expect(await open()).toBe(1)
    await person.agent.form("/profil/sitzungen/abmelden", {}).expect(303)
    expect(await open()).toBe(0)
    await person.agent.get("/profil").expect(200)
  })
})

describe("An empty installation", () => {
  let empty: World
  beforeAll(async () => {
    empty = await openWorld()
  })
  afterAll(() => empty.close())

  const fields = (code: string) => ({
    code,
    installationName: "Forum der Stadt",
    departments: "Wohngeldstelle\r\n\r\nGrundsatz und Recht\r\n",
    displayName: "Olaf Brandt",
    email: "olaf@example.org",
    password: PASSWORD,
    department: "Grundsatz und Recht",
  })

  test("leads from every page to the set-up, but leaves the API alone", async () => {
    for (const path of ["/anmelden", "/kennwort/vergessen"])
      expect((await empty.nobody.get(path).expect(303)).headers.location).toBe("/einrichtung")
    await empty.nobody.get("/einrichtung").expect(200)
    await empty.nobody.get("/health/live").expect(200)
    await empty.nobody.get("/api/installation").expect(200)
    await empty.nobody.form("/sprache", { locale: "en", returnTo: "/einrichtung" }).expect(303)
  })

  test("keeps everything typed but the password when something is wrong", async () => {
    await prepareSetup(empty.db)
    const wrong = await empty.nobody.form("/einrichtung", fields("AAAAA")).expect(403)
    expect(wrong.text).toContain("Der Code stimmt nicht.")
    for (const typed of ["Forum der Stadt", "Wohngeldstelle", "Olaf Brandt", "olaf@example.org"])
      expect(wrong.text).toContain(typed)
    expect(wrong.text).not.toContain(PASSWORD)
    const faulty = { ...fields("AAAAA"), departments: "", email: "olaf", password: "kurz" }
    const refused = await empty.nobody.form("/einrichtung", faulty).expect(422)
    for (const field of ["departments", "email", "password"])
      expect(refused.text).toContain(`href="#feld-${field}"`)
    expect(refused.text).not.toContain('href="#feld-admin"')
    const missing = await empty.nobody.form("/einrichtung", {}).expect(422)
    expect(missing.text).toContain("E-Mail-Adresse: Bitte füllen Sie dieses Feld aus.")
  })

  test("is set up with the code of the log; afterwards there is no such page", async () => {
    const code = (await prepareSetup(empty.db)) ?? ""
    const twice = { ...fields(code), departments: "Amt\namt" }
    const refused = await empty.nobody.form("/einrichtung", twice).expect(409)
    expect(refused.text).toContain('href="#feld-departments"')
    const answer = await empty.nobody.form("/einrichtung", fields(code)).expect(303)
    expect(answer.headers.location).toBe("/verwaltung/personen?hinweis=set-up")
    const profile = await empty.nobody.get("/profil").set("cookie", cookieOf(answer)).expect(200)
    expect(profile.text).toContain("Grundsatz und Recht")
    await empty.nobody.get("/einrichtung").expect(404)
    await empty.nobody.form("/einrichtung", fields(code)).expect(404)
    await empty.nobody.get("/anmelden").expect(200)
  })
})

describe("The administration", () => {
  let admin: Person
  let specialist: Person
  beforeAll(async () => {
    admin = await world.person("Olaf Brandt", ["admin"])
    specialist = await world.person("Katrin Vogt", ["specialist", "lead", "editor"], [wohngeld])
  })

  test("is refused to everybody else, with a page that says so", async () => {
    const paths = [
      "/verwaltung/personen",
      "/verwaltung/personen/neu",
      `/verwaltung/personen/${clerk.id}`,
      "/verwaltung/abteilungen",
      "/verwaltung/abteilungen/neu",
      `/verwaltung/abteilungen/${wohngeld}`,
      "/verwaltung/einstellungen",
      "/verwaltung/einstellungen/texte/impressum",
      "/verwaltung/protokoll",
    ]
    for (const path of paths) {
      const refused = await specialist.agent.get(path).expect(403)
      expect(refused.text).toContain("Dafür fehlt Ihnen die Berechtigung")
      await admin.agent.get(path).expect(200)
      const asked = await world.nobody.get(path).expect(303)
      expect(asked.headers.location).toBe(`/anmelden?weiter=${encodeURIComponent(path)}`)
    }
    await specialist.agent.form(`/verwaltung/personen/${clerk.id}/deaktivieren`, {}).expect(403)
    await clerk.agent.get("/profil").expect(200)
  })

  test("finds people by name and department, and marks who is not active", async () => {
    const other = await world.department("Fachverfahren")
    const gone = await world.person("Frau Ausgeschieden", ["clerk"], [other])
    await admin.agent.form(`/verwaltung/personen/${gone.id}/deaktivieren`, {}).expect(303)
    const found = await admin.agent.get(`/verwaltung/personen?name=ausge&departmentId=&role=&active=`)
    expect(found.text).toContain("Frau Ausgeschieden")
    expect(found.text).toContain("nicht aktiv")
    expect(found.text).not.toContain("Katrin Vogt")
    const there = await admin.agent.get(`/verwaltung/personen?departmentId=${other}`).expect(200)
    expect(there.text).not.toContain("Katrin Vogt")
    const active = await admin.agent.get(`/verwaltung/personen?departmentId=${other}&active=true`).expect(200)
    expect(active.text).not.toContain("Frau Ausgeschieden")
    await admin.agent.form(`/verwaltung/personen/${gone.id}/aktivieren`, {}).expect(303)
    const again = await admin.agent.get(`/verwaltung/personen/${gone.id}`).expect(200)
    expect(again.text).toContain("Deaktivieren")
  })

  test("pages through many people", async () => {
    const many = await world.department("Großraum")
    for (let number = 0; number < 52; number += 1)
      await world.person(`Reihe ${String(number).padStart(2, "0")}`, ["clerk"], [many])
    const first = await admin.agent.get(`/verwaltung/personen?departmentId=${many}`).expect(200)
    expect(first.text).toContain("Reihe 49")
    expect(first.text).not.toContain("Reihe 50")
    const next = first.text.match(/href="(\/verwaltung\/personen\?[^"]*after=[^"]*)"/)?.[1] ?? ""
    const second = await admin.agent.get(next.replaceAll("&amp;", "&")).expect(200)
    expect(second.text).toContain("Reihe 51")
    expect(second.text).not.toContain("Reihe 49")
  })

  test("adds a person, who gets an invitation by e-mail and signs in with its link", async () => {
    const fields = {
      displayName: "Neue Kollegin",
      email: "neue.kollegin@example.org",
      roles: ["clerk", "specialist"],
      departmentIds: wohngeld,
      locale: "de",
      invite: "true",
    }
    const answer = await admin.agent.form("/verwaltung/personen/neu", fields).expect(303)
    expect(answer.headers.location).toMatch(/^\/verwaltung\/personen\/[0-9a-f-]+\?hinweis=person-invited$/)
    await world.drain()
    const mail = (await world.mails()).find(({ to }) => to === fields.email)
    const link = mail?.text.match(/\/kennwort\/[\w-]+/)?.[0] ?? ""
    const welcome = await world.nobody.get(link).expect(200)
    expect(welcome.text).toContain("Willkommen, Neue Kollegin!")
    const signedIn = await world.nobody.form(link, { password: PASSWORD }).expect(303)
    const profile = await world.nobody.get("/profil").set("cookie", cookieOf(signedIn)).expect(200)
    expect(profile.text).toContain("Sachbearbeitung, Fachansprechperson")
  })

  test("keeps what was typed about a new person when something is wrong", async () => {
    const fields = { displayName: "Doppelt", email: clerk.email, roles: "lead", departmentIds: wohngeld }
    const taken = await admin.agent.form("/verwaltung/personen/neu", fields).expect(409)
    expect(taken.text).toContain('href="#feld-email"')
    expect(taken.text).toContain('value="Doppelt"')
    expect(taken.text).toMatch(/value="lead" checked/)
    expect(taken.text).toMatch(new RegExp(`value="${wohngeld}" checked`))
    expect(taken.text).not.toMatch(/name="invite"[^>]*checked/)
    const nothing = await admin.agent.form("/verwaltung/personen/neu", {}).expect(422)
    for (const field of ["displayName", "email", "roles"])
      expect(nothing.text).toContain(`href="#feld-${field}"`)
  })

  test("changes roles at once, but never takes the last administrator away", async () => {
    const person = await world.person("Wechselt", ["clerk"], [wohngeld])
    const path = `/verwaltung/personen/${person.id}`
    const fields = { displayName: "Wechselt", email: person.email, departmentIds: wohngeld }
    await admin.agent.form(path, { ...fields, roles: ["clerk", "lead"] }).expect(303)
    expect((await person.agent.get("/api/me")).body.roles).toEqual(["clerk", "lead"])
    const self = { displayName: admin.name, email: admin.email, roles: "clerk" }
    const refused = await admin.agent.form(`/verwaltung/personen/${admin.id}`, self).expect(409)
    expect(refused.text).toContain("Das ist die letzte aktive Person mit der Rolle Administration.")
    const kept = await admin.agent.form(`/verwaltung/personen/${admin.id}/deaktivieren`, {}).expect(409)
    expect(kept.text).toContain("Das ist die letzte aktive Person mit der Rolle Administration.")
    await admin.agent.form(path, { ...fields, roles: ["clerk", "admin"] }).expect(303)
    const left = await person.agent.form(path, { ...fields, roles: "clerk" }).expect(303)
    expect(left.headers.location).toBe("/profil?hinweis=saved")
  })

  test("adds, moves and archives departments, in the words of the installation", async () => {
    const labels = { deOne: "Referat", deMany: "Referate", enOne: "section", enMany: "sections" }
    const settings = { name: "Forum Nord", ...labels, land: "BY-AUGSBURG", mailWithoutContent: "true" }
    await admin.agent.form("/verwaltung/einstellungen", settings).expect(303)
    const tree = await admin.agent.get("/verwaltung/abteilungen").expect(200)
    expect(tree.text).toContain("Referat anlegen")
    const stored = await admin.agent.get("/verwaltung/einstellungen").expect(200)
    expect(stored.text).toMatch(/<option[^>]* selected[^>]*>Bayern: Stadt Augsburg/)
    const log = await admin.agent.get("/verwaltung/protokoll").expect(200)
    expect(log.text).toContain("Bayern: Stadt Augsburg")
    expect(tree.text).toContain("– Forum Nord</title>")
    const neu = "/verwaltung/abteilungen/neu"
    await admin.agent.form(neu, { name: "Archivstelle", shortName: "", parentId: wohngeld }).expect(303)
    const taken = await admin.agent.form(neu, { name: "Archivstelle", parentId: wohngeld }).expect(409)
    expect(taken.text).toContain('href="#feld-name"')
    const { body } = await admin.agent.get("/api/departments")
    const made = body.items.find(({ name }: { name: string }) => name === "Archivstelle")
    const path = `/verwaltung/abteilungen/${made.id}`
    await admin.agent.form(path, { name: "Registratur", shortName: "Reg", parentId: "" }).expect(303)
    const page = await admin.agent.get(path).expect(200)
    expect(page.text).toContain('value="Registratur"')
    expect(page.text).not.toContain(`<option value="${made.id}"`)
    const full = await admin.agent.form(`/verwaltung/abteilungen/${wohngeld}/archivieren`, {}).expect(409)
    expect(full.text).toContain("noch aktive Personen")
    await admin.agent.form(`${path}/archivieren`, {}).expect(303)
    expect((await admin.agent.get("/verwaltung/abteilungen")).text).toContain("archiviert")
    await admin.agent.form(`${path}/wiederherstellen`, {}).expect(303)
  })

  test("shows the settings again with what was typed when one is wrong", async () => {
    const labels = { deOne: "Amt", deMany: "", enOne: "office", enMany: "offices" }
    const refused = await admin.agent.form("/verwaltung/einstellungen", { name: "Forum Süd", ...labels })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('href="#feld-deMany"')
    expect(refused.text).toContain('value="Forum Süd"')
  })

  test("replaces the text of a page, and takes the shipped one back", async () => {
    const path = "/verwaltung/einstellungen/texte/impressum"
    const shipped = await admin.agent.get(path).expect(200)
    expect(shipped.text).toContain("[Name der Behörde]")
    expect(shipped.text).toContain("Platzhalter")
    const own = "## Anbieter\r\n\r\nStadt Nord"
    await admin.agent.form(path, { deText: own, enText: "" }).expect(303)
    const { body } = await world.nobody.get("/api/installation/pages/imprint").expect(200)
    expect(body.de.html).toContain("Stadt Nord")
    expect(body.en).toBeUndefined()
    expect((await admin.agent.get("/verwaltung/einstellungen")).text).toContain("Deutsch: eigener Text")
    const deep = await admin.agent.form(path, { deText: `${"> ".repeat(500)}x`, enText: "" })
    expect(deep.status).toBe(422)
    expect(deep.text).toContain('href="#feld-deText"')
    await admin.agent.form(path, { deText: "", enText: "" }).expect(303)
    expect((await world.nobody.get("/api/installation/pages/imprint")).body).toEqual({})
    await admin.agent.get("/verwaltung/einstellungen/texte/anderes").expect(404)
  })

  test("tells in the audit log who did what to whom, in words", async () => {
    const person = await world.person("Protokollierte Person", ["clerk"])
    const path = `/verwaltung/personen/${person.id}`
    const fields = { displayName: person.name, email: person.email }
    await admin.agent
      .form(path, { ...fields, roles: ["clerk", "editor"], departmentIds: wohngeld })
      .expect(303)
    const { text } = await admin.agent.get(`/verwaltung/protokoll?subjectId=${person.id}`).expect(200)
    expect(text).toContain("Rollen geändert")
    expect(text).toContain("vorher: Sachbearbeitung · nachher: Sachbearbeitung, Redaktion")
    expect(text).toContain("nachher: Wohngeldstelle")
    expect(text).toContain("Olaf Brandt")
    expect(text).toContain("Nur Einträge zu: Protokollierte Person")
    const departments = await admin.agent.get("/verwaltung/protokoll?action=department").expect(200)
    expect(departments.text).toContain("Registratur")
    expect(departments.text).not.toContain("Protokollierte Person")
    const nothing = await admin.agent.get("/verwaltung/protokoll?action=nie.gewesen").expect(200)
    expect(nothing.text).toContain("zurücksetzen")
  })

  test("has a word for every action that the server logs", () => {
    const files = readdirSync("server", { recursive: true, encoding: "utf8" })
    const sources = files
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(`server/${file}`, "utf8"))
    const found = sources.flatMap((source) =>
      [...source.matchAll(/\baction: "([\w.-]+)"/g)].map(([, action]) => action),
    )
    expect(found.length).toBeGreaterThan(15)
    expect(found.filter((action) => !Object.hasOwn(de.accounts.audit.actions, action ?? ""))).toEqual([])
  })
})
