import { eq } from "drizzle-orm"
import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { passkeys } from "../../server/accounts/factors/tables.ts"
import { hashPassword } from "../../server/accounts/password/hashing.ts"
import { people } from "../../server/accounts/tables.ts"
import type { Role } from "../../server/kernel/actor.ts"
import { buildAssets } from "../../web/build.ts"
import { codeOf, keyFile } from "../accounts/factors/town.ts"
import { openWorld, type Person, type World } from "../support/world.ts"
import { describeInBrowser, findBarriers, openBrowser, openPage, visit } from "./support.ts"

const PASSWORD = "Drei Birnen im Regal"

/** Chromium's own authenticator, which asks for a finger that is always the right one. */
async function addAuthenticator(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send("WebAuthn.enable")
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { session, authenticatorId }
}
type Device = { session: CDPSession; authenticatorId: string }

/** What one browser's device knows, given to another, as a password manager does. */
async function carryOver(from: Device, to: Device): Promise<void> {
  const { credentials } = await from.session.send("WebAuthn.getCredentials", {
    authenticatorId: from.authenticatorId,
  })
  for (const credential of credentials)
    await to.session.send("WebAuthn.addCredential", { authenticatorId: to.authenticatorId, credential })
}

describeInBrowser("passkeys", () => {
  let world: World
  let browser: Browser
  beforeAll(async () => {
    world = await openWorld(
      { providerKeyFile: await keyFile() },
      { assets: await buildAssets(), listen: true, hostName: "localhost" },
    )
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await world.close()
  })

  const withPassword = async (name: string, roles: Role[] = ["clerk"]) => {
    const person = await world.person(name, roles)
    const passwordHash = await hashPassword(PASSWORD)
    await world.db.update(people).set({ passwordHash }).where(eq(people.id, person.id))
    return person
  }

  async function addPasskey(person: Person): Promise<{ device: Device; page: Page & { faults: string[] } }> {
    const page = await openPage(await visit(browser, world, person), "/profil")
    const device = await addAuthenticator(page)
    await page.goto("/profil/sicherung")
    await page.getByLabel("Name des Passkeys").fill("Dienstrechner")
    await page.locator("#passkeys").getByLabel("Kennwort", { exact: true }).fill(PASSWORD)
    await page.getByRole("button", { name: "Passkey hinzufügen" }).click()
    await page.getByRole("heading", { level: 1, name: "Ihre Wiederherstellungscodes" }).waitFor()
    return { device, page }
  }

  const anew = (): Promise<BrowserContext> => visit(browser, world, null)

  it("are added, sign in alone, confirm a password, and are gone when they are removed", async () => {
    const person = await withPassword("Sabine Müller")
    const { device, page } = await addPasskey(person)
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole("link", { name: "Ich habe die Codes verwahrt" }).click()
    expect(await page.locator("#passkeys").innerText()).toContain("Dienstrechner")
    expect(await findBarriers(page)).toEqual([])

    const alone = await openPage(await anew(), "/hilfe")
    const other = await addAuthenticator(alone)
    await carryOver(device, other)
    await alone.goto("/anmelden?weiter=%2Fprofil")
    expect(await findBarriers(alone)).toEqual([])
    await alone.getByRole("button", { name: "Mit Passkey anmelden" }).click()
    await alone.waitForURL(/\/profil$/)
    expect(await alone.locator("main").innerText()).toContain("Sabine Müller")

    const both = await openPage(await anew(), "/hilfe")
    // From the device that was used last: the counter of another one is behind, as that of a copy would be.
    const third = await addAuthenticator(both)
    await carryOver(other, third)
    await both.goto("/anmelden?weiter=%2Fprofil")
    await both.getByLabel("E-Mail-Adresse").fill(person.email)
    await both.getByLabel("Kennwort", { exact: true }).fill(PASSWORD)
    await both.getByRole("button", { name: "Anmelden", exact: true }).click()
    await both.getByRole("heading", { level: 1, name: "Anmeldung bestätigen" }).waitFor()
    expect(await findBarriers(both)).toEqual([])
    await both.getByRole("button", { name: "Mit Passkey bestätigen" }).click()
    await both.waitForURL(/\/profil$/)

    await page.locator("#passkeys summary", { hasText: "Entfernen" }).click()
    await page.locator("#passkeys details[open]").getByLabel("Kennwort", { exact: true }).fill(PASSWORD)
    await page.locator("#passkeys details[open]").getByRole("button", { name: "Entfernen" }).click()
    await page.waitForURL(/hinweis=factor-removed/)
    const last = await openPage(await anew(), "/hilfe")
    await carryOver(third, await addAuthenticator(last))
    await last.goto("/anmelden")
    await last.getByRole("button", { name: "Mit Passkey anmelden" }).click()
    await last.locator("#fehler").waitFor()
    expect(await last.locator("#fehler").innerText()).toContain("Der Passkey konnte nicht bestätigt werden")
    expect([...page.faults, ...alone.faults, ...both.faults, ...last.faults]).toEqual([])
  })

  it("answer a question once, and only that one", async () => {
    const person = await withPassword("Katrin Vogt")
    const { device } = await addPasskey(person)
    const page = await openPage(await anew(), "/hilfe")
    await carryOver(device, await addAuthenticator(page))
    await page.goto("/anmelden")
    const sent = page.waitForRequest((request) => request.url().endsWith("/anmelden/passkey"))
    await page.getByRole("button", { name: "Mit Passkey anmelden" }).click()
    const body = new URLSearchParams((await sent).postData() ?? "")
    await page.waitForURL(/\/$/)
    const response = body.get("response") ?? ""
    const again = await world.nobody.form("/anmelden/passkey", { response, returnTo: "/" })
    expect(again.status).toBe(422)
    expect(again.headers["set-cookie"]).toBeUndefined()
    // Another challenge, or another origin, is not what was signed.
    const forged = JSON.parse(response)
    const said = JSON.parse(Buffer.from(forged.response.clientDataJSON, "base64url").toString())
    for (const change of [{ origin: "https://anmeldung.example.org" }, { challenge: "AAAA" }]) {
      const clientDataJSON = Buffer.from(JSON.stringify({ ...said, ...change })).toString("base64url")
      const changed = { ...forged, response: { ...forged.response, clientDataJSON } }
      const refused = await world.nobody.form("/anmelden/passkey", { response: JSON.stringify(changed) })
      expect(refused.status).toBe(422)
    }
    for (const odd of ["", "null", "{}", '{"id":"a\\u0000"}', '{"id":7,"response":[]}'])
      expect((await world.nobody.form("/anmelden/passkey", { response: odd })).status).toBe(422)
  })

  it("are set up at the next sign-in where a role demands a second factor", async () => {
    const admin = await withPassword("Olaf Brandt", ["admin"])
    const lead = await withPassword("Martina Schöller", ["lead"])
    await admin.agent.put("/api/settings/second-factor", { roles: ["lead"] }).expect(204)
    const page = await openPage(await visit(browser, world, null, { viewport: "smallest" }), "/hilfe")
    await addAuthenticator(page)
    await page.goto("/anmelden?weiter=%2Fprofil")
    await page.getByLabel("E-Mail-Adresse").fill(lead.email)
    await page.getByLabel("Kennwort", { exact: true }).fill(PASSWORD)
    await page.getByRole("button", { name: "Anmelden", exact: true }).click()
    await page.getByRole("heading", { level: 1, name: "Anmeldung sichern" }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole("button", { name: "Passkey hinzufügen" }).click()
    await page.getByRole("link", { name: "Ich habe die Codes verwahrt" }).click()
    await page.waitForURL(/\/profil$/)
    expect(await world.db.$count(passkeys, eq(passkeys.personId, lead.id))).toBe(1)
    expect(page.faults).toEqual([])
  })

  it("are not needed: without JavaScript an app does everything", async () => {
    const person = await withPassword("Ohne Skript")
    const how = { javaScript: false, viewport: "phone" } as const
    const page = await openPage(await visit(browser, world, person, how), "/profil/sicherung")
    expect(await page.getByRole("button", { name: "Passkey hinzufügen" }).isVisible()).toBe(false)
    await page.getByRole("link", { name: "App einrichten" }).click()
    const secret = (await page.locator("code").first().innerText()).replaceAll(" ", "")
    await page.getByLabel("Code aus der App").fill(codeOf(secret))
    await page.getByLabel("Kennwort", { exact: true }).fill(PASSWORD)
    await page.getByRole("button", { name: "App einrichten" }).click()
    expect((await page.locator("#codes").innerText()).trim().split("\n")).toHaveLength(10)
    const anew = await openPage(await visit(browser, world, null, how), "/anmelden?weiter=%2Fprofil")
    expect(await anew.getByRole("button", { name: "Mit Passkey anmelden" }).isVisible()).toBe(false)
    await anew.getByLabel("E-Mail-Adresse").fill(person.email)
    await anew.getByLabel("Kennwort", { exact: true }).fill(PASSWORD)
    await anew.getByRole("button", { name: "Anmelden", exact: true }).click()
    await anew.getByLabel("Code", { exact: true }).fill(codeOf(secret, 1))
    await anew.getByRole("button", { name: "Bestätigen" }).click()
    await anew.waitForURL(/\/profil$/)
  })
})
