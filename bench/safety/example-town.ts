import type { Role } from "../../server/kernel/actor.ts"
import { readConfig } from "../../server/kernel/config.ts"
import { seedExample } from "../../server/seed/index.ts"
import type { Who } from "../../tests/browser/pages.ts"
import { openWorld } from "../../tests/support/world.ts"
import { buildAssets } from "../../web/build.ts"

export type Resident = { id: string; name: string; roles: Role[]; cookie: string }
export type Sent = {
  method: string
  path: string
  body?: { json: unknown } | { form: [string, string][] } | { files: FormData }
}
export type Answer = { status: number; headers: Headers; text: string }
export type ExampleTown = Awaited<ReturnType<typeof openExampleTown>>

/** Nobody asks this fast in earnest. */
const UNLIMITED = Object.fromEntries(
  Object.keys(readConfig({}).limits).map((name) => [name, 1_000_000]),
) as ReturnType<typeof readConfig>["limits"]

/** The example as people find it, with a session of each of them. Faults that reach the log are in `faults`. */
export async function openExampleTown() {
  const faults: string[] = []
  const world = await openWorld(
    { trial: true, limits: UNLIMITED },
    { assets: await buildAssets(), listen: true, log: (line) => faults.push(line) },
  )
  await seedExample(world.parts, () => undefined)
  await world.catchUp()
  await remember(world.db.$client)
  const { rows } = await world.db.$client.query<Omit<Resident, "cookie">>(
    "select id, display_name as name, roles from people where active order by id",
  )
  const residents: Resident[] = []
  for (const row of rows) residents.push({ ...row, cookie: await signIn(row.id) })

  async function signIn(id: string): Promise<string> {
    const { sessions } = world.parts
    const { token } = await sessions.signIn(id, "Test", null)
    return `${sessions.cookieName}=${token}`
  }

  async function ask(resident: Resident | null, { method, path, body }: Sent): Promise<Answer> {
    const sent = bodyOf(body)
    const answer = await fetch(new URL(path, world.config.publicUrl), {
      method,
      redirect: "manual",
      headers: {
        origin: world.config.publicUrl,
        ...(resident && { cookie: resident.cookie }),
        ...sent.headers,
      },
      ...(sent.body !== undefined && { body: sent.body }),
    })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  return {
    world,
    residents,
    faults,
    ask,
    whoIs: (who: Who): Resident | null =>
      residents.find(({ name, roles }) => name === who || roles.some((role) => role === who)) ?? null,
    /** Whoever was signed out or switched off is there again, with the roles of the beginning. */
    repair: async () => {
      await world.db.$client.query(REPAIR)
      for (const resident of residents) {
        const { status } = await ask(resident, { method: "GET", path: "/api/me" })
        if (status === 401) resident.cookie = await signIn(resident.id)
      }
    },
  }
}

type Client = { query(statement: string): Promise<unknown> }

async function remember(client: Client): Promise<void> {
  await client.query("create schema safety")
  await client.query("create table safety.people as select id, active, roles from people")
}

const REPAIR = `
  delete from throttles;
  update conversation_settings set is_on = true;
  update people p set active = s.active, roles = s.roles from safety.people s
    where p.id = s.id and (p.active, p.roles) is distinct from (s.active, s.roles)`

function bodyOf(body: Sent["body"]): { headers: Record<string, string>; body?: string | FormData } {
  if (!body) return { headers: {} }
  if ("files" in body) return { headers: {}, body: body.files }
  if ("json" in body)
    return { headers: { "content-type": "application/json" }, body: JSON.stringify(body.json) }
  const text = new URLSearchParams(body.form.map(([name, value]) => [name, value.toWellFormed()])).toString()
  return { headers: { "content-type": "application/x-www-form-urlencoded" }, body: text }
}
