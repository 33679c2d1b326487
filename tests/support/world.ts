import { randomInt } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import supertest from "supertest"
import { vi } from "vitest"
import { departments as departmentTable, memberships, people } from "../../server/accounts/tables.ts"
import { type Built, buildApp } from "../../server/app.ts"
import type { Role } from "../../server/kernel/actor.ts"
import { type Config, readConfig } from "../../server/kernel/config.ts"
import { newId } from "../../server/kernel/database.ts"
import type { Access } from "../../server/kernel/http.ts"
import { makeLogger } from "../../server/kernel/logging.ts"
import { listFiledMails } from "../../server/kernel/mail-files.ts"
import type { Patience } from "../../server/kernel/patience.ts"
import { now } from "../../server/kernel/time.ts"
import { type Assets, unbuiltAssets } from "../../web/build.ts"
import { watchAsked } from "./asked.ts"
import { copyTemplate } from "./databases.ts"
import { checkAnswers } from "./described.ts"
import { PATIENCE } from "./patience.ts"
import { readTextColumns, unsortedKeys } from "./sorted.ts"

export type RouteEntry = { method: string; url: string; access: Access }
export type Person = { id: string; name: string; email: string; cookie: string; agent: Agent }

const ORIGIN = "http://localhost:3000"

export type World = Awaited<ReturnType<typeof openWorld>>

type Options = {
  /** Of `buildAssets()`; without them pages name files that nobody serves. */
  assets?: Assets
  /** Answers on a real port, which `config.publicUrl` then names, with its workers and live updates. */
  listen?: boolean
  /** What it is called there; browsers know no passkeys of an address in numbers. */
  hostName?: string
  /** How long it waits for what is sent; as in operation unless told otherwise. */
  patience?: Patience
  /** Is given each line of the log that is about a fault. */
  log?: (line: string) => void
  /** Its way to the database, where that is not the direct one. */
  way?: (url: string) => string
  /** That way leads to a pooler: what lasts as long as a connection goes past it. */
  isPooled?: boolean
}

/** Only tests of an outage cut short what they wait for: a busy machine is no outage. */
const UNHURRIED = { connect: 60_000, statement: 60_000, lock: 60_000, jobs: 60_000, background: 600_000 }

/** An application on a database of its own. Close it in `afterAll`. */
export async function openWorld(overrides: Partial<Config> = {}, options: Options = {}) {
  const { url, drop } = await copyTemplate()
  const dataDir = await mkdtemp(join(tmpdir(), "fachforum-world-"))
  const served = options.listen ? await freeAddress(options.hostName) : { publicUrl: ORIGIN }
  const databaseLimits = { ...UNHURRIED }
  const read = readConfig({})
  const config: Config = {
    ...read,
    databaseLimits,
    trial: false,
    mailIn: overrides.trial ? read.mailIn : null,
    dataDir,
    ...served,
    ...overrides,
  }
  const routes: RouteEntry[] = []
  const built = await buildApp({
    config,
    databaseUrl: options.way?.(url) ?? url,
    ...(options.isPooled && { directUrl: url }),
    assets: options.assets ?? unbuiltAssets(dataDir),
    logger: options.log ? makeLogger("error", { write: options.log }) : null,
    ...(options.patience && { patience: options.patience }),
    onRoute: (route) => routes.push(route),
  })
  const sorted = await watchSorting(built)
  await built.app.ready()
  if (options.listen) {
    await built.app.listen({ port: config.port, host: config.host })
    await built.start()
  }
  return {
    ...built,
    url,
    config,
    routes,
    db: built.parts.db,
    nobody: agentOf(built, null),
    department: (name: string, parentId: string | null = null) => addDepartment(built, name, parentId),
    person: (name: string, roles: Role[], departmentIds: string[] = []) =>
      addPerson(built, name, roles, departmentIds),
    drain: () => drain(built, options.listen === true),
    /** Brings the search index up to date. */
    catchUp: () => built.parts.changes.catchUp(),
    mails: () => listFiledMails(dataDir, 1_000),
    close: async () => {
      await built.stop()
      await drop()
      await rm(dataDir, { recursive: true, force: true })
      sorted.check()
      await checkAnswers(built.app, built.metrics)
    },
  }
}

const NEXT = `select true as found from pgboss.job where name not like '\\_\\_pgboss%'
  and (state = 'active' or $1 and state < 'active' and start_after <= now()) limit 1`

/**
 * Works through what waits. Where the application works itself, what it has begun is done as well, and what it is just
 * about to begin: while its worker takes a job, nobody else sees that job, neither as waiting nor as begun.
 */
async function drain({ parts: { db, jobs } }: Built, worksItself: boolean): Promise<number> {
  const ran = await jobs.drain()
  const isAtRest = async () => (await db.$client.query(NEXT, [worksItself])).rows.length === 0
  // Also in hooks, where a test's own way of waiting is not to be had.
  await vi.waitUntil(isAtRest, { interval: 20, timeout: PATIENCE.once })
  return ran
}

/** Whatever a test makes the application ask, no list may leave its order to how the database was created. */
async function watchSorting({ parts: { db } }: Built) {
  const textColumns = await readTextColumns(db.$client)
  const seen = new Map<string, string[]>()
  watchAsked(db, (text) => {
    if (!seen.has(text)) seen.set(text, unsortedKeys(text, textColumns))
  })
  return {
    check() {
      const faults = [...seen].filter(([, keys]) => keys.length > 0)
      const named = faults.map(([text, keys]) => `${keys.join(", ")} in: ${text}`)
      if (named.length > 0) throw new Error(`sorted without a collation:\n${named.join("\n")}`)
    },
  }
}

/** Known before the application is built, because its policies name it. Below the ports that the system gives away. */
async function freeAddress(name = "127.0.0.1"): Promise<{ host: string; port: number; publicUrl: string }> {
  const host = "127.0.0.1"
  for (;;) {
    const port = randomInt(20_000, 30_000)
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = createServer()
      probe.once("error", () => resolve(false))
      probe.listen(port, host, () => probe.close(() => resolve(true)))
    })
    if (isFree) return { host, port, publicUrl: `http://${name}:${port}` }
  }
}

async function addDepartment(built: Built, name: string, parentId: string | null): Promise<string> {
  const id = newId()
  await built.parts.db.insert(departmentTable).values({ id, parentId, name, shortName: name.slice(0, 20) })
  return id
}

async function addPerson(
  built: Built,
  name: string,
  roles: Role[],
  departmentIds: string[],
): Promise<Person> {
  const { db, sessions } = built.parts
  const id = newId()
  const email = `${id}@example.org`
  await db.insert(people).values({ id, displayName: name, email, roles, createdAt: now() })
  for (const departmentId of departmentIds)
    await db.insert(memberships).values({ personId: id, departmentId })
  const { token } = await sessions.signIn(id, "Test", null)
  const cookie = `${sessions.cookieName}=${token}`
  return { id, name, email, cookie, agent: agentOf(built, cookie) }
}

export type Agent = ReturnType<typeof agentOf>

/** Requests as a browser of ours sends them: with the cookie, and `Origin` on every unsafe method. */
function agentOf(built: Built, cookie: string | null) {
  const prepare = (test: supertest.Test) => (cookie ? test.set("cookie", cookie) : test)
  const server = () => supertest(built.app.server)
  const origin = built.parts.config.publicUrl
  return {
    get: (path: string) => prepare(server().get(path)),
    post: (path: string, body?: object) => prepare(server().post(path)).set("origin", origin).send(body),
    put: (path: string, body?: object) => prepare(server().put(path)).set("origin", origin).send(body),
    patch: (path: string, body?: object) => prepare(server().patch(path)).set("origin", origin).send(body),
    delete: (path: string) => prepare(server().delete(path)).set("origin", origin),
    form: (path: string, fields: Record<string, string | string[]>) =>
      prepare(server().post(path)).set("origin", origin).type("form").send(fields),
  }
}
