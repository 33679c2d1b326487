import { createHash, randomBytes } from "node:crypto"
import { sql } from "drizzle-orm"
import type { PgTable } from "drizzle-orm/pg-core"
import type { FastifyRequest } from "fastify"
import type { Db } from "../kernel/database.ts"
import { noteAside } from "../kernel/outage.ts"
import { networkOf } from "../kernel/sender.ts"
import { count, dailyHash } from "../kernel/throttle.ts"
import { today } from "../kernel/time.ts"

/** What is known here of programs that send a token: directories (SCIM), and what people and services let work for them. */

const SECRET_BYTES = 32
const CHECKSUM_LENGTH = 8

/**
 * A new token: its beginning says to people and to scanners whose kind it is, its end lets one that was cut or mistyped
 * be told without asking the database.
 */
export function newToken(prefix: string): string {
  const secret = randomBytes(SECRET_BYTES).toString("hex")
  return `${prefix}_${secret}${checksumOf(prefix, secret)}`
}

/** Whether it can be a token of this kind at all. */
export function isWellFormed(prefix: string, token: string): boolean {
  const written = token.startsWith(`${prefix}_`) ? token.slice(prefix.length + 1) : ""
  const secret = written.slice(0, SECRET_BYTES * 2)
  return (
    written.length === SECRET_BYTES * 2 + CHECKSUM_LENGTH &&
    written.slice(secret.length) === checksumOf(prefix, secret)
  )
}

const checksumOf = (prefix: string, secret: string): string =>
  createHash("sha256").update(`${prefix}_${secret}`).digest("hex").slice(0, CHECKSUM_LENGTH)

/** So many requests with a wrong token an address may send in a quarter of an hour; a right one goes through always. */
const MOST_WRONG = 60
const QUARTER = 15 * 60

/** Counts a request with a wrong token; whether they are too many by now. */
export async function isWrongTooOften(db: Db, request: FastifyRequest): Promise<boolean> {
  const bucket = `token:${await dailyHash(db, networkOf(request.sender))}`
  return (await count(db, bucket, QUARTER)) > MOST_WRONG
}

/** By day and no finer: a token that nobody has used for a year can go, and nobody learns when somebody works. */
export async function noteUse(db: Db, tokens: PgTable, id: string): Promise<void> {
  const on = today()
  await noteAside(
    db.execute(sql`update ${tokens} set used_on = ${on} where id = ${id} and used_on is distinct from ${on}`),
  )
}
