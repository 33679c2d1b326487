import { and, eq, gte } from "drizzle-orm"
import type { FastifyRequest } from "fastify"
import { bearerOf } from "../../kernel/bearer.ts"
import type { Config } from "../../kernel/config.ts"
import type { Db } from "../../kernel/database.ts"
import { count } from "../../kernel/throttle.ts"
import { today } from "../../kernel/time.ts"
import { isWrongTooOften, noteUse } from "../programs.ts"
import { hashToken } from "../sessions.ts"
import { type DirectoryScope, directories, directoryTokens } from "../tables.ts"
import { ScimFault } from "./faults.ts"

/** A directory that sends requests, and what its token is good for. */
export type Client = { id: string; name: string; invites: boolean; scope: DirectoryScope }

/** Throws 401 for no good token, and 429 for too many requests of a directory or too many wrong tokens of an address. */
export async function identifyClient(
  db: Db,
  { limits }: Pick<Config, "limits">,
  request: FastifyRequest,
): Promise<Client> {
  const token = bearerOf(request)
  const found = token ? await findToken(db, token) : null
  if (!found) throw (await isWrongTooOften(db, request)) ? tooMany() : notKnown()
  const { tokenId, ...client } = found
  if ((await count(db, `scim:${client.id}`, 60)) > limits.requestsPerDirectory) throw tooMany()
  await noteUse(db, directoryTokens, tokenId)
  return client
}

/** Throws 403 where the token may only read, or is not meant for departments. */
export function requireScope({ scope }: Client, needed: Exclude<DirectoryScope, "read">): void {
  if (scope !== needed && scope !== "people-and-departments")
    throw new ScimFault(403, undefined, "The token is not meant for this.")
}

const notKnown = () =>
  new ScimFault(401, undefined, "The bearer token is missing, unknown, revoked or expired.")
const tooMany = () => new ScimFault(429, undefined, "Too many requests. Please wait a minute.")

async function findToken(db: Db, token: string): Promise<(Client & { tokenId: string }) | null> {
  const [found] = await db
    .select({
      tokenId: directoryTokens.id,
      id: directories.id,
      name: directories.name,
      invites: directories.invites,
      scope: directoryTokens.scope,
    })
    .from(directoryTokens)
    .innerJoin(directories, eq(directories.id, directoryTokens.directoryId))
    .where(and(eq(directoryTokens.tokenHash, hashToken(token)), gte(directoryTokens.expiresOn, today())))
  return found ?? null
}
