import { eq } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { allowPasswords } from "../../../server/accounts/index.ts"
import { checkProviders } from "../../../server/accounts/providers/reachability.ts"
import { personIdentities } from "../../../server/accounts/providers/tables.ts"
import { people, providers } from "../../../server/accounts/tables.ts"
import { auditLog } from "../../../server/kernel/tables.ts"
import { openWorld } from "../../support/world.ts"
import { connect } from "../scim/directory.ts"
import { type Browser, openTown, PASSWORD, type Town } from "./town.ts"

let town: Town
let admin: Browser

beforeAll(async () => {
  town = await openTown()
  admin = town.browser({ session: town.admin.cookie.split("=")[1] ?? "" })
})
afterAll(() => town.close())

const PATH = "/verwaltung/anmeldung"
const entered = {
  slug: "amt",
  name: "Amtskonto",
  issuer: "https://anmeldung.example.org/realms/amt",
  clientId: "forum",
  secret: "ganz geheim",
  scopes: "openid email",
  enabled: "true",
  recheckMinutes: "",
}

describe("A sign-in service", () => {
  test("is entered on a page, which then says what belongs into the service's own settings", async () => {
    const done = await admin.form(`${PATH}/neu`, entered)
    expect(done.status).toBe(303)
    const page = await admin.get(admin.locationOf(done))
    for (const address of ["/anmelden/zurueck/amt", "/abgemeldet", "/api/sign-in/providers/amt/logout"])
      expect(page.text).toContain(`http://localhost:3000${address}`)
    expect(page.text).toContain("Verschlüsselt gespeichert")
    expect(page.text).not.toContain("ganz geheim")
    const [row] = await town.world.db.select().from(providers).where(eq(providers.slug, "amt"))
    expect(JSON.stringify(row)).not.toContain("ganz geheim")
    const log = await town.world.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subjectId, row?.id ?? ""))
    expect(log.map(({ action }) => action)).toEqual(["provider.created"])
    expect(JSON.stringify(log)).not.toContain("ganz geheim")
    expect((await admin.get("/verwaltung/protokoll")).text).toContain("Anmeldedienst hinzugefügt")
  })

  test.each([
    [{ issuer: "http://anmeldung.example.org" }, 422, "muss mit https:// beginnen"],
    [{ slug: "haus", issuer: entered.issuer }, 409, "Dieses Kürzel gibt es schon"],
    [{ slug: "Mit Raum" }, 422, "Kürzel"],
    [{ slug: "rast", recheckMinutes: "2" }, 422, "Nach wie vielen Minuten"],
  ])("is refused with %j, and what was typed comes back", async (changed, status, words) => {
    const answer = await admin.form(`${PATH}/neu`, { ...entered, slug: "neues", ...changed })
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(words)
    expect(answer.text).toContain("Amtskonto")
    expect(answer.text).not.toContain("ganz geheim")
  })

  test("keeps its secret where none is entered, and is compared where somebody was faster", async () => {
    const { body } = await town.admin.agent.get("/api/providers").expect(200)
    const { id, version } = body.items.find((one: { slug: string }) => one.slug === "amt")
    const { slug: _slug, ...rest } = entered
    const done = await admin.form(`${PATH}/${id}`, {
      ...rest,
      secret: "",
      name: "Amt",
      version: String(version),
    })
    expect(done.status).toBe(303)
    const { body: now } = await town.admin.agent.get(`/api/providers/${id}`).expect(200)
    expect(now).toMatchObject({ name: "Amt", secret: "stored", version: version + 1 })
    const late = await admin.form(`${PATH}/${id}`, { ...rest, name: "Zu spät", version: String(version) })
    expect(late.status).toBe(409)
    expect(late.text).toContain("Jemand hat diesen Anmeldedienst inzwischen geändert")
    expect(late.text).toContain("Zu spät")
  })

  test("has rules that are added, changed and removed on pages", async () => {
    const id = town.providerId
    const refused = await admin.form(`${PATH}/${id}/regel`, { claim: "groups", comparison: "is", value: "a" })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain("Bitte wählen Sie eine Rolle oder eine Abteilung")
    const rule = { claim: "groups", comparison: "begins", value: "amt-", role: "lead", departmentId: "" }
    expect((await admin.form(`${PATH}/${id}/regel`, rule)).status).toBe(303)
    const page = await admin.get(`${PATH}/${id}`)
    expect(page.text).toContain("groups beginnt mit „amt-“")
    const [, ruleId = ""] = /regeln\/([0-9a-f-]{36})/.exec(page.text) ?? []
    const path = `${PATH}/regeln/${ruleId}`
    expect((await admin.form(path, { ...rule, value: "referat-", version: "1" })).status).toBe(303)
    expect((await admin.form(path, { ...rule, version: "1" })).status).toBe(409)
    expect((await admin.form(`${path}/entfernen`)).status).toBe(303)
    expect((await admin.get(path)).status).toBe(404)
    const log = await town.world.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subjectId, id))
      .orderBy(auditLog.id)
    expect(log.map(({ action }) => action)).toEqual([
      "provider.created",
      "provider.rule-added",
      "provider.rule-edited",
      "provider.rule-removed",
    ])
  })

  test("takes its secret from the environment before any other, and needs a key to keep one", async () => {
    const world = await openWorld({
      databaseUrl: "postgresql://nowhere",
      providerSecrets: { OIDC_SECRET_HAUS: "aus der Umgebung" },
    })
    const { agent } = await world.person("Verwaltung", ["admin"])
    const { secret: _secret, ...rest } = { ...entered, recheckMinutes: null, enabled: true }
    const settings = {
      createsAccounts: true,
      onlyMatched: false,
      linksByEmail: false,
      trustsEmail: false,
      endsThere: true,
    }
    const { body } = await agent.post("/api/providers", { ...rest, ...settings, slug: "haus" }).expect(201)
    const read = await agent.get(`/api/providers/${body.id}`).expect(200)
    expect(read.body).toMatchObject({ secret: "environment", canKeepSecret: false })
    const refused = await agent
      .post("/api/providers", { ...rest, ...settings, slug: "amt", secret: "x" })
      .expect(409)
    expect(refused.body.code).toBe("providers.no-key")
    await world.close()
  })

  test("is looked after by a job, also while nobody signs in", async () => {
    const secrets = { keys: town.world.parts.providerKeys, environment: {} }
    const isDown = async () => {
      const { body } = await town.world.nobody.get("/api/sign-in/providers")
      return body.items.find((one: { slug: string }) => one.slug === "haus").reachable === false
    }
    town.provider.state.down = true
    await checkProviders(town.world.db, secrets)
    expect(await isDown()).toBe(true)
    town.provider.state.down = false
    await checkProviders(town.world.db, secrets)
    expect(await isDown()).toBe(false)
  })
})

describe("Signing in with a password", () => {
  afterEach(() => allowPasswords(town.world.db))
  const choose = (localSignIn: string, browser = admin) => browser.form(PATH, { localSignIn })
  const withPassword = (email: string) =>
    town.world.nobody.post("/api/sign-in", { email, password: PASSWORD })

  test("is left to administrators only, once one of them has a password", async () => {
    const clerk = await town.world.person("Sabine Müller", ["clerk"])
    await town.givePassword(clerk)
    const refused = await choose("admins")
    expect(refused.status).toBe(409)
    expect(refused.text).toContain("Noch keine aktive Person der Administration hat ein Kennwort")
    await town.givePassword(town.admin)
    expect((await choose("admins")).status).toBe(303)
    const { body } = await withPassword(clerk.email).expect(403)
    expect(body.code).toBe("sign-in.local-off")
    // Whoever does not know the password learns nothing from it.
    await town.world.nobody.post("/api/sign-in", { email: clerk.email, password: "falsch" }).expect(401)
    await withPassword(town.admin.email).expect(204)
    const page = await town.browser().get("/anmelden")
    expect(page.text).toContain("Notfallzugang für die Administration")
    const log = await town.world.db.select().from(auditLog).where(eq(auditLog.subjectId, town.admin.id))
    expect(log.map(({ action }) => action)).toContain("person.emergency-sign-in")
  })

  test("is switched off only by whoever came by a service, and brought back from the command line", async () => {
    await town.givePassword(town.admin)
    const refused = await choose("none")
    expect(refused.status).toBe(409)
    expect(refused.text).toContain("Melden Sie sich zuerst selbst über den Anmeldedienst an")
    // The administrator links their account, and comes by the service.
    town.meet({ sub: "admin", name: "Olaf Brandt", email: town.admin.email, email_verified: true })
    const over = await admin.form("/profil/anmeldedienste/haus")
    const [, address = ""] = /content="0; url=([^"]+)"/.exec(over.text) ?? []
    await admin.get(await admin.atProvider(address.replaceAll("&amp;", "&")))
    const proven = town.browser()
    await proven.signIn()
    expect((await choose("none", proven)).status).toBe(303)
    await withPassword(town.admin.email).expect(403)
    const page = await town.browser().get("/anmelden")
    expect(page.text).toContain("Mit Hauskonto anmelden")
    expect(page.text).not.toContain('name="password"')
    // Nothing may be done by which nobody would get in any more.
    const lockout = async (answer: Promise<{ status: number; text: string }>) => {
      const { status, text } = await answer
      expect(status).toBe(409)
      expect(text).toContain("käme niemand von der Administration mehr hinein")
    }
    await lockout(
      (async () => {
        const { body } = await town.admin.agent.get(`/api/providers/${town.providerId}`)
        const fields = Object.fromEntries(
          ["name", "issuer", "clientId", "scopes", "version"].map((name) => [name, String(body[name])]),
        )
        return proven.form(`${PATH}/${town.providerId}`, { ...fields, recheckMinutes: "" })
      })(),
    )
    const other = await town.world.person("Zweite Verwaltung", ["admin"])
    await lockout(proven.form(`/verwaltung/personen/${town.admin.id}/deaktivieren`))
    expect((await proven.form("/profil/anmeldedienste/haus/loesen")).status).toBe(409)
    const { agent, email, id } = town.admin
    const leaving = { posts: "stay", certificates: "stay", address: email }
    const left = await agent.put("/api/me/leaving", leaving).expect(409)
    expect(left.body.code).toBe("providers.lockout")
    const content = `E-Mail;Name;Rollen;Abteilungen\n${email};;Sachbearbeitung;`
    const file = await agent.post("/api/people/imports", { content, invite: false }).expect(201)
    const imported = await agent.post(`/api/people/imports/${file.body.id}/apply`).expect(409)
    expect(imported.body.code).toBe("providers.lockout")
    const directory = await connect(town.world, town.admin)
    const ofDirectory = (of: string | null) =>
      town.world.db.update(people).set({ directory: of }).where(eq(people.id, id))
    await ofDirectory(directory.id)
    const off = await directory.patch(`/Users/${id}`, { op: "replace", value: { active: false } }).expect(409)
    expect(off.body.detail).toBe("After that no administrator could sign in any more.")
    await directory.delete(`/Users/${id}`).expect(409)
    await ofDirectory(null)
    await town.world.db
      .update(personIdentities)
      .set({ grantedRoles: ["admin"] })
      .where(eq(personIdentities.personId, id))
    await town.browser().signIn()
    expect((await proven.me()).roles).toContain("admin")
    await allowPasswords(town.world.db)
    await withPassword(town.admin.email).expect(204)
    expect(other.id).toBeTruthy()
  })

  test("no longer works by a link from a mail either, where it is switched off", async () => {
    const clerk = await town.world.person("Nur Dienst", ["clerk"])
    await town.givePassword(town.admin)
    await choose("admins")
    await town.world.nobody.post("/api/password/forgotten", { email: clerk.email }).expect(202)
    await town.world.drain()
    expect((await town.world.mails()).filter(({ to }) => String(to).includes(clerk.email))).toEqual([])
  })
})
