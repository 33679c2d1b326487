import { eq } from "drizzle-orm"
import type { JWTPayload } from "jose"
import { hashPassword } from "../../../server/accounts/password/hashing.ts"
import { people } from "../../../server/accounts/tables.ts"
import { openProvider } from "../../support/sign-in-provider.ts"
import { openWorld, type Person } from "../../support/world.ts"

export const PASSWORD = "Drei Birnen im Regal"
export type Town = Awaited<ReturnType<typeof openTown>>
type Answer = { headers: Record<string, unknown>; status: number; text: string; body: { code?: string } }

/** An installation with a sign-in service, and somebody who administers it. */
export async function openTown(settings: Record<string, unknown> = {}) {
  const provider = await openProvider()
  const world = await openWorld()
  const admin = await world.person("Olaf Brandt", ["admin"])
  const givePassword = async ({ id }: Person) => {
    const passwordHash = await hashPassword(PASSWORD)
    await world.db.update(people).set({ passwordHash }).where(eq(people.id, id))
  }
  const entered = {
    slug: "haus",
    name: "Hauskonto",
    issuer: provider.issuer,
    clientId: provider.client.id,
    secret: provider.client.secret,
    scopes: "openid profile email",
    enabled: true,
    createsAccounts: true,
    onlyMatched: false,
    linksByEmail: false,
    trustsEmail: false,
    endsThere: true,
    recheckMinutes: 60,
    ...settings,
  }
  const made = await admin.agent.post("/api/providers", entered).expect(201)
  const id: string = made.body.id
  return {
    world,
    provider,
    admin,
    givePassword,
    providerId: id,
    /** Changes some of the settings. */
    set: async (changed: Record<string, unknown>) => {
      const { body } = await admin.agent.get(`/api/providers/${id}`).expect(200)
      const { slug: _slug, secret: _secret, ...rest } = entered
      const now = Object.fromEntries(Object.keys(rest).map((key) => [key, body[key]]))
      await admin.agent.put(`/api/providers/${id}`, { ...now, ...changed, version: body.version }).expect(204)
    },
    rule: (claim: string, value: string, gives: { role?: string; departmentId?: string }) =>
      admin.agent
        .post(`/api/providers/${id}/rules`, {
          claim,
          comparison: "is",
          value,
          role: gives.role ?? null,
          departmentId: gives.departmentId ?? null,
        })
        .expect(201),
    /** Somebody else is at the provider from now on. */
    meet: (person: JWTPayload, more: Record<string, unknown> = {}) => {
      Object.assign(provider.state, { person, more, fault: null, down: false, signedIn: true })
    },
    browser: (cookies: Record<string, string> = {}) => openBrowser(world, cookies),
    close: async () => {
      await world.close()
      await provider.close()
    },
  }
}

export type Browser = ReturnType<typeof openBrowser>

/** Keeps cookies as a browser does, and follows a link to the provider and back. */
export function openBrowser(world: Awaited<ReturnType<typeof openWorld>>, cookies: Record<string, string>) {
  const keep = (answer: Answer) => {
    for (const line of [answer.headers["set-cookie"] ?? []].flat().map(String)) {
      const [pair = ""] = line.split(";")
      const at = pair.indexOf("=")
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      if (value === "" || /max-age=0/i.test(line)) delete cookies[name]
      else cookies[name] = value
    }
    return answer
  }
  const cookie = () =>
    Object.entries(cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join("; ")
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    keep(await world.nobody.get(path).set({ cookie: cookie(), ...headers }))
  const form = async (path: string, fields: Record<string, string> = {}): Promise<Answer> =>
    keep(await world.nobody.form(path, fields).set("cookie", cookie()))
  const locationOf = (answer: Answer) => String(answer.headers.location ?? "")
  /** To the provider's own page and back; the address that it sends the browser to. */
  const atProvider = async (address: string) => {
    const answer = await fetch(address, { redirect: "manual" })
    const back = new URL(answer.headers.get("location") ?? "http://nowhere.invalid")
    return back.pathname + back.search
  }
  return {
    cookies,
    get,
    form,
    locationOf,
    atProvider,
    /** Begins, and comes back: what the application answers then. */
    signIn: async (path = "/anmelden/mit/haus") => {
      const begun = await get(path)
      return begun.status === 303 ? get(await atProvider(locationOf(begun))) : begun
    },
    me: async () => (await get("/api/me")).body as Record<string, unknown>,
    isSignedIn: async () => (await get("/api/me")).status === 200,
  }
}
