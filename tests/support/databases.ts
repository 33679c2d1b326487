import { randomBytes } from "node:crypto"
import pg from "pg"
import { inject } from "vitest"

/** The same server, another database. */
export function address(serverUrl: string, database: string): string {
  const url = new URL(serverUrl.replace(/^postgres(ql)?:\/\/\//, "postgres://placeholder/"))
  url.pathname = `/${database}`
  return url.href.replace("//placeholder/", "///")
}

/** An own migrated database for a test file, and how to be rid of it. */
export async function copyTemplate(): Promise<{ url: string; drop: () => Promise<void> }> {
  const serverUrl = inject("serverUrl")
  const name = `test_${randomBytes(6).toString("hex")}`
  await asAdmin(serverUrl, `create database ${name} template fachforum_template strategy file_copy`)
  return {
    url: address(serverUrl, name),
    drop: () => asAdmin(serverUrl, `drop database if exists ${name} with (force)`),
  }
}

/** One with nothing in it. */
export async function emptyDatabase(
  serverUrl = inject("serverUrl"),
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomBytes(6).toString("hex")}`
  await asAdmin(serverUrl, `create database ${name} template template0 encoding 'UTF8'`)
  return {
    url: address(serverUrl, name),
    drop: () => asAdmin(serverUrl, `drop database if exists ${name} with (force)`),
  }
}

async function asAdmin(serverUrl: string, statement: string) {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}
