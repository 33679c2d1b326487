import { randomBytes } from "node:crypto"
import { mkdtemp, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { eq } from "drizzle-orm"
import { TOTP } from "otpauth"
import { vi } from "vitest"
import { hashPassword } from "../../../server/accounts/password/hashing.ts"
import { people } from "../../../server/accounts/tables.ts"
import type { Role } from "../../../server/kernel/actor.ts"
import { now } from "../../../server/kernel/time.ts"
import { formsIn } from "../../support/forms.ts"
import { openWorld, type Person, type World } from "../../support/world.ts"

export const PASSWORD = "Drei Birnen im Regal"
export const SECURING = "/profil/sicherung"

export type Town = Awaited<ReturnType<typeof openTown>>

/** A file with a key of its own. */
export async function keyFile(): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), "fachforum-keys-")), "provider.key")
  await writeFile(file, `eins:${randomBytes(32).toString("base64")}\n`)
  return file
}

/** An installation that can seal secrets. */
export async function openTown() {
  const world = await openWorld({ providerKeyFile: await keyFile() })
  const person = async (name: string, roles: Role[] = ["clerk"]) => {
    const made = await world.person(name, roles)
    const passwordHash = await hashPassword(PASSWORD)
    await world.db.update(people).set({ passwordHash }).where(eq(people.id, made.id))
    return made
  }
  return { world, person, close: () => world.close() }
}

/** In the middle of half a minute: what an app shows must not change while it is sent. */
export function holdTime(): void {
  vi.useFakeTimers({ toFake: ["Date"] })
  const step = 30_000
  vi.setSystemTime(Math.floor(Date.now() / step) * step + step / 2)
}

/** What an app shows, `steps` of half a minute from now. */
export const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret }).generate({ timestamp: now().getTime() + steps * 30_000 })

export const wrongCode = (secret: string) =>
  ["000000", "111111", "222222", "333333"].find((code) =>
    [-1, 0, 1].every((steps) => codeOf(secret, steps) !== code),
  ) ?? "444444"

/** The key that the page shows, and what its form sends along. */
export function proposalIn(html: string, action: string) {
  const form = formsIn(html).find((one) => one.action === action)
  const [, shown = ""] = /<code>([A-Z2-7 ]+)<\/code>/.exec(html) ?? []
  return { secret: shown.replaceAll(" ", ""), proposal: String(form?.values.proposal ?? "") }
}

export const codesIn = (html: string) =>
  (/<pre[^>]*id="codes"[^>]*>([^<]+)</.exec(html)?.[1] ?? "").trim().split("\n").filter(Boolean)

/** Sets the app up on the page, as somebody does without a script. */
export async function setUpApp({ agent }: Person) {
  const page = await agent.get(`${SECURING}/app`).expect(200)
  const { secret, proposal } = proposalIn(page.text, `${SECURING}/app`)
  // The code of the step before: the one of this moment is still good for signing in.
  const fields = { proposal, code: codeOf(secret, -1), currentPassword: PASSWORD }
  const done = await agent.form(`${SECURING}/app`, fields)
  return { secret, done, codes: codesIn(done.text) }
}

type Answer = { headers: Record<string, unknown> }
const cookiesOf = ({ headers }: Answer) => [headers["set-cookie"] ?? []].flat().map(String)

/** Name and value of the cookie of that name that an answer sets; "" where it sets none. */
export const cookieOf = (answer: Answer, name: string) =>
  cookiesOf(answer)
    .map((cookie) => cookie.split(";")[0] ?? "")
    .find((cookie) => cookie.startsWith(`${name}=`)) ?? ""

/** As a program does. */
export const signIn = (world: World, { email }: Person, password = PASSWORD) =>
  world.nobody.post("/api/sign-in", { email, password })

export const sendCode = (world: World, pending: string, code: string) =>
  world.nobody.post("/api/sign-in/code", { code }).set("cookie", pending)

export const isSignedIn = async (world: World, answer: Answer) =>
  (await world.nobody.get("/api/me").set("cookie", cookieOf(answer, "session"))).status === 200
