import { eq } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { allowPasswords } from "../../../server/accounts/index.ts"
import { applyRules, type Claims } from "../../../server/accounts/providers/rules.ts"
import { personIdentities } from "../../../server/accounts/providers/tables.ts"
import { departments, people } from "../../../server/accounts/tables.ts"
import { auditLog } from "../../../server/kernel/tables.ts"
import type { Person } from "../../support/world.ts"
import { openTown, type Town } from "./town.ts"

let town: Town

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
afterEach(async () => {
  await town.set({ linksByEmail: false, trustsEmail: false, createsAccounts: true, onlyMatched: false })
})

const claimsOf = (sub: string, { email }: Person, rest: Record<string, unknown> = {}) => ({
  sub,
  name: "Von dort",
  email,
  email_verified: true,
  ...rest,
})
const rolesOf = async (id: string) => {
  const { body } = await town.admin.agent.get(`/api/people/${id}`).expect(200)
  return { roles: body.roles, departments: body.departments.map((one: { name: string }) => one.name) }
}
const actionsOn = async (id: string) => {
  const rows = await town.world.db
    .select()
    .from(auditLog)
    .where(eq(auditLog.subjectId, id))
    .orderBy(auditLog.id)
  return rows.map(({ action, detail }) => [action, detail.by])
}

describe("An account that is there already", () => {
  test("is never taken over by its address alone, and the page says what to do instead", async () => {
    const owner = await town.world.person("Sabine Müller", ["clerk"])
    town.meet(claimsOf("ueber", owner))
    const browser = town.browser()
    const answer = await browser.signIn()
    expect(answer.status).toBe(409)
    expect(answer.text).toContain(
      "melden Sie sich bitte einmal mit Ihrem Kennwort an und verknüpfen es in Ihrem Profil",
    )
    expect(await browser.isSignedIn()).toBe(false)
  })

  test("is linked by a confirmed address where the administration allows it, and by no other", async () => {
    const owner = await town.world.person("Nina Okafor", ["clerk"])
    await town.set({ linksByEmail: true })
    const browser = town.browser()
    for (const email_verified of [false, "false", null, undefined, 1]) {
      town.meet(claimsOf("adresse", owner, { email_verified }))
      expect((await browser.signIn()).status).toBe(403)
    }
    town.meet(claimsOf("adresse", owner))
    expect((await browser.signIn()).status).toBe(303)
    expect(await browser.me()).toMatchObject({ id: owner.id, displayName: "Nina Okafor" })
    expect(await actionsOn(owner.id)).toEqual([["person.provider-linked", "email"]])
  })

  test("of somebody else who had the address before is not opened to whoever got it since", async () => {
    const owner = await town.world.person("Wer ging", ["clerk"])
    await town.set({ linksByEmail: true })
    town.meet(claimsOf("erste", owner))
    await town.browser().signIn()
    town.meet(claimsOf("zweite", owner))
    expect((await town.browser().signIn()).status).toBe(409)
  })

  test("of an administrator is never linked by an address", async () => {
    await town.set({ linksByEmail: true })
    town.meet(claimsOf("admin", town.admin))
    expect((await town.browser().signIn()).status).toBe(409)
  })

  test("is linked by its owner in the profile, by a form that goes on without a script", async () => {
    const owner = await town.world.person("Tarek Huber", ["clerk"])
    town.meet(claimsOf("profil", owner))
    const browser = town.browser({ session: owner.cookie.split("=")[1] ?? "" })
    expect((await browser.get("/profil")).text).toContain("nicht verknüpft")
    // An address alone links nothing: nobody can be led there.
    expect((await browser.get("/profil/anmeldedienste/haus")).status).toBe(404)
    const page = await browser.form("/profil/anmeldedienste/haus")
    expect(page.status).toBe(200)
    expect(page.headers["content-security-policy"]).toContain("form-action 'self'")
    const [, address = ""] = /<meta http-equiv="refresh" content="0; url=([^"]+)"/.exec(page.text) ?? []
    const asked = new URL(address.replaceAll("&amp;", "&"))
    expect(asked.searchParams.get("prompt")).toBe("login")
    const back = await browser.get(await browser.atProvider(asked.href))
    expect([back.status, browser.locationOf(back)]).toEqual([
      303,
      "/profil?hinweis=provider-linked#anmeldedienste",
    ])
    const fresh = town.browser()
    await fresh.signIn()
    expect(await fresh.me()).toMatchObject({ id: owner.id })
    expect(await actionsOn(owner.id)).toEqual([["person.provider-linked", "self"]])
  })

  test("is linked for nobody but whoever began it", async () => {
    const [one, other] = [
      await town.world.person("Eine", ["clerk"]),
      await town.world.person("Andere", ["clerk"]),
    ]
    town.meet(claimsOf("vertauscht", one))
    const browser = town.browser({ session: one.cookie.split("=")[1] ?? "" })
    const page = await browser.form("/profil/anmeldedienste/haus")
    const [, address = ""] = /content="0; url=([^"]+)"/.exec(page.text) ?? []
    const back = await browser.atProvider(address.replaceAll("&amp;", "&"))
    browser.cookies.session = other.cookie.split("=")[1] ?? ""
    expect((await browser.get(back)).status).toBe(400)
    const linked = await town.world.db
      .select()
      .from(personIdentities)
      .where(eq(personIdentities.subject, "vertauscht"))
    expect(linked).toEqual([])
  })

  test("is unlinked again, unless that is the only way in", async () => {
    town.meet({ sub: "nur-so", name: "Nur So", email: "nurso@example.org", email_verified: true })
    const browser = town.browser()
    await browser.signIn()
    const { id } = await browser.me()
    const refused = await browser.form("/profil/anmeldedienste/haus/loesen")
    expect(refused.status).toBe(409)
    await town.givePassword({ id } as Person)
    expect((await browser.form("/profil/anmeldedienste/haus/loesen")).status).toBe(303)
    expect((await town.browser().signIn()).status).toBe(409)
  })

  test("that is not active stays closed", async () => {
    const owner = await town.world.person("Ausgeschieden", ["clerk"])
    await town.set({ linksByEmail: true })
    town.meet(claimsOf("fort", owner))
    await town.browser().signIn()
    await town.admin.agent.post(`/api/people/${owner.id}/deactivate`).expect(204)
    expect((await town.browser().signIn()).status).toBe(403)
  })
})

describe("Whoever has no account", () => {
  const stranger = { sub: "fremd", name: "Fremde Person", email: "fremd@example.org" }

  test("gets none without a confirmed address, save where the service answers for all of them", async () => {
    town.meet(stranger)
    expect((await town.browser().signIn()).text).toContain("nicht bestätigt")
    await town.set({ trustsEmail: true })
    town.meet({ ...stranger, email_verified: false })
    expect((await town.browser().signIn()).status).toBe(403)
    town.meet(stranger)
    expect((await town.browser().signIn()).status).toBe(303)
  })

  test.each([
    [{ email: undefined }, "keine E-Mail-Adresse"],
    [{ email: "jörg@example.org" }, "keine E-Mail-Adresse"],
    [{ email: "keine" }, "keine E-Mail-Adresse"],
    [{ name: undefined }, "Ihren Namen nicht mitgeteilt"],
    [{ name: " \u200b " }, "Ihren Namen nicht mitgeteilt"],
  ])("gets none with %j", async (changed, words) => {
    town.meet({
      ...stranger,
      sub: "lueckenhaft",
      email: "luecke@example.org",
      email_verified: true,
      ...changed,
    })
    const answer = await town.browser().signIn()
    expect(answer.status).toBe(403)
    expect(answer.text).toContain(words)
  })

  test("gets none where the administration makes them all itself", async () => {
    await town.set({ createsAccounts: false })
    town.meet({ sub: "kein-konto", name: "Ohne", email: "ohne@example.org", email_verified: true })
    expect((await town.browser().signIn()).text).toContain("gibt es hier noch kein Konto")
  })
})

describe("Rules", () => {
  let wohngeld: string
  let recht: string

  beforeAll(async () => {
    wohngeld = await town.world.department("Wohngeldstelle")
    recht = await town.world.department("Grundsatz und Recht")
    await town.rule("groups", "wohngeld", { role: "clerk", departmentId: wohngeld })
    await town.rule("realm_access.roles", "fachlich", { role: "specialist", departmentId: recht })
    await town.rule("groups", "verwaltung", { role: "admin" })
  })

  const enter = async (sub: string, rest: Record<string, unknown>) => {
    town.meet({ sub, name: `Regel ${sub}`, email: `${sub}@example.org`, email_verified: true, ...rest })
    const browser = town.browser()
    await browser.signIn()
    return String((await browser.me()).id)
  }

  test("give at the first sign-in, and take back only what they gave", async () => {
    const id = await enter("regel", { groups: ["wohngeld"], realm_access: { roles: ["fachlich"] } })
    expect(await rolesOf(id)).toEqual({
      roles: ["clerk", "specialist"],
      departments: ["Grundsatz und Recht", "Wohngeldstelle"],
    })
    await town.admin.agent
      .patch(`/api/people/${id}`, { roles: ["clerk", "specialist", "editor"] })
      .expect(204)
    await enter("regel", { groups: ["wohngeld"] })
    expect(await rolesOf(id)).toEqual({ roles: ["clerk", "editor"], departments: ["Wohngeldstelle"] })
    await enter("regel", {})
    expect(await rolesOf(id)).toEqual({ roles: ["editor"], departments: [] })
    const noted = await actionsOn(id)
    expect(noted.filter(([, by]) => by === "Hauskonto").map(([action]) => action)).toEqual([
      "person.created",
      "person.roles-changed",
      "person.departments-changed",
      "person.roles-changed",
      "person.departments-changed",
    ])
  })

  test("leave whoever met none the role that everybody has", async () => {
    const id = await enter("keine", {})
    expect(await rolesOf(id)).toEqual({ roles: ["clerk"], departments: [] })
    await enter("keine", { realm_access: { roles: ["fachlich"] } })
    await enter("keine", {})
    expect(await rolesOf(id)).toEqual({ roles: ["clerk"], departments: [] })
  })

  test("give what somebody had by hand already, and do not take it away", async () => {
    const id = await enter("hand", {})
    await town.admin.agent.patch(`/api/people/${id}`, { roles: ["clerk", "specialist"] }).expect(204)
    await enter("hand", { realm_access: { roles: ["fachlich"] } })
    await enter("hand", {})
    expect((await rolesOf(id)).roles).toEqual(["clerk", "specialist"])
  })

  test("take back what they gave from whoever unlinks the account, and nothing else", async () => {
    const id = await enter("loest", { groups: ["wohngeld"], realm_access: { roles: ["fachlich"] } })
    await town.admin.agent
      .patch(`/api/people/${id}`, { roles: ["clerk", "specialist", "editor"] })
      .expect(204)
    await town.givePassword({ id } as Person)
    const browser = town.browser()
    await browser.signIn()
    expect((await browser.form("/profil/anmeldedienste/haus/loesen")).status).toBe(303)
    expect(await rolesOf(id)).toEqual({ roles: ["editor"], departments: [] })
    expect((await browser.form("/profil/anmeldedienste/haus/loesen")).status).toBe(404)
  })

  test("leave somebody the link whose password is good for nothing without the role that they gave", async () => {
    const id = await enter("notfall", { groups: ["verwaltung"] })
    await town.givePassword({ id } as Person)
    await town.admin.agent.put("/api/settings/local-sign-in", { localSignIn: "admins" }).expect(204)
    const browser = town.browser()
    await browser.signIn()
    expect((await browser.form("/profil/anmeldedienste/haus/loesen")).status).toBe(409)
    expect((await rolesOf(id)).roles).toEqual(["admin"])
    await allowPasswords(town.world.db)
    await enter("notfall", {})
    expect((await rolesOf(id)).roles).toEqual(["clerk"])
  })

  test("never take the last administrator", async () => {
    const id = await enter("chef", { groups: ["verwaltung"] })
    expect((await rolesOf(id)).roles).toEqual(["admin"])
    await town.world.db
      .update(people)
      .set({ roles: ["clerk"] })
      .where(eq(people.id, town.admin.id))
    await enter("chef", {})
    await town.world.db
      .update(people)
      .set({ roles: ["admin"] })
      .where(eq(people.id, town.admin.id))
    expect((await rolesOf(id)).roles).toContain("admin")
  })

  test("let in only whoever meets one, where that is wanted", async () => {
    await town.set({ onlyMatched: true })
    town.meet({ sub: "aussen", name: "Außen", email: "aussen@example.org", email_verified: true })
    expect((await town.browser().signIn()).text).toContain("nicht freigeschaltet")
    await enter("innen", { groups: ["wohngeld"] })
  })

  test("are tried out by the administration before anybody meets them", async () => {
    const browser = town.browser({ session: town.admin.cookie.split("=")[1] ?? "" })
    const path = `/verwaltung/anmeldung/${town.providerId}/probe`
    const claims = JSON.stringify({ groups: ["wohngeld", "anderes"] })
    const page = await browser.form(path, { claims })
    expect(page.status).toBe(200)
    for (const words of ["Wohngeldstelle", "Sachbearbeitung", "1 von 3 Regeln treffen zu"])
      expect(page.text).toContain(words)
    const refused = await browser.form(path, { claims: "[1]" })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain("Das ist kein JSON")
    expect(refused.text).toContain("[1]")
    // With the own sign-in: shown, and nothing done.
    town.meet({ sub: "probe", name: "Probe", groups: ["wohngeld"] })
    const over = await browser.form(`${path}/selbst`)
    const [, address = ""] = /content="0; url=([^"]+)"/.exec(over.text) ?? []
    const shown = await browser.get(await browser.atProvider(address.replaceAll("&amp;", "&")))
    expect(shown.status).toBe(200)
    expect(shown.text).toContain("Wohngeldstelle")
    expect(shown.text).toContain("Probe")
    expect(await browser.me()).toMatchObject({ id: town.admin.id })
  })

  test("leave to a directory what has become its own since", async () => {
    const bound = await town.world.department("Bald gebunden")
    await town.rule("groups", "gebunden", { departmentId: bound })
    const id = await enter("gebunden", { groups: ["gebunden", "wohngeld"] })
    const { body } = await town.admin.agent.post("/api/directories", { name: "Ort", invites: false })
    await town.world.db.update(departments).set({ directory: body.id }).where(eq(departments.id, bound))
    await enter("gebunden", {})
    expect((await rolesOf(id)).departments).toEqual(["Bald gebunden"])
    await enter("gebunden", { groups: ["gebunden"] })
    expect((await rolesOf(id)).departments).toEqual(["Bald gebunden"])
  })

  const rule = (claim: string, value: string, comparison: "is" | "begins" = "is") => ({
    id: "r",
    claim,
    comparison,
    value,
    role: "lead" as const,
    departmentId: null,
  })
  const ADDRESS = "https://example.org/claims/groups"
  test.each<[string, ReturnType<typeof rule>, Claims, boolean]>([
    ["a text", rule("dep", "a"), { dep: "a" }, true],
    ["letter for letter", rule("dep", "a"), { dep: "A" }, false],
    ["one of a list", rule("dep", "a"), { dep: ["b", "a"] }, true],
    ["within", rule("x.y.z", "a"), { x: { y: { z: ["a"] } } }, true],
    ["a name with dots", rule(ADDRESS, "a"), { [ADDRESS]: ["a"] }, true],
    ["a beginning", rule("dep", "/amt/50", "begins"), { dep: ["/amt/50/2"] }, true],
    ["another beginning", rule("dep", "/amt/50", "begins"), { dep: ["/amt/5"] }, false],
    ["a number", rule("level", "3"), { level: 3 }, true],
    ["a truth value", rule("staff", "true"), { staff: true }, true],
    ["nothing", rule("dep", "a"), {}, false],
    ["an object", rule("dep", "[object Object]"), { dep: {} }, false],
    ["what every object has", rule("constructor.name", "Object"), {}, false],
  ])("compare %s", (_, one, claims, holds) => {
    expect(applyRules([one], claims)).toEqual({
      roles: holds ? ["lead"] : [],
      departmentIds: [],
      ruleIds: holds ? ["r"] : [],
    })
  })
})
