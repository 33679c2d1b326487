import { and, eq, gte } from "drizzle-orm"
import type { FastifyRequest } from "fastify"
import type { Tokens } from "../../kernel/bearer.ts"
import type { Config } from "../../kernel/config.ts"
import type { Db } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { open, statement } from "../../kernel/statements.ts"
import { count, dailyHash } from "../../kernel/throttle.ts"
import { today } from "../../kernel/time.ts"
import { actorColumns } from "../people/queries.ts"
import { isWellFormed, isWrongTooOften, noteUse } from "../programs.ts"
import { hashToken } from "../sessions.ts"
import { people } from "../tables.ts"
import { apiTokens } from "./tables.ts"

export const TOKEN_PREFIX = "fachforum"

/** Knows the programs that act for people and services, with the rights that these have at this moment. */
export function openTokens(db: Db, { limits }: Pick<Config, "limits">): Omit<Tokens, "scopeOf"> {
  return {
    isOurs: (token) => token.startsWith(`${TOKEN_PREFIX}_`),
    async identify(request: FastifyRequest, token: string) {
      const found = isWellFormed(TOKEN_PREFIX, token) ? await findToken(db, token) : null
      if (!found) {
        if (await isWrongTooOften(db, request)) throw tooMany()
        throw new Refusal(401, "token.unknown")
      }
      // Under a hash: the counter would tell at which minute somebody's program was last here.
      const bucket = `token:${await dailyHash(db, `token|${found.id}`)}`
      if ((await count(db, bucket, 60)) > limits.requestsPerToken) throw tooMany()
      if (found.usedOn !== today()) await noteUse(db, apiTokens, found.id)
      return { actor: { ...found.actor, sessionId: null }, scopes: found.scopes }
    },
  }
}

const tooMany = () => new Refusal(429, "too-many-requests", undefined, { retryAfter: 60 })

const selectToken = statement((reader) =>
  reader
    .select({
      id: apiTokens.id,
      scopes: apiTokens.scopes,
      usedOn: apiTokens.usedOn,
      actor: { id: people.id, ...actorColumns },
    })
    .from(apiTokens)
    .innerJoin(people, eq(people.id, apiTokens.personId))
    .where(
      and(
        eq(apiTokens.tokenHash, open("hash")),
        gte(apiTokens.expiresOn, open("today")),
        eq(people.active, true),
      ),
    ),
)

async function findToken(db: Db, token: string) {
  const [found] = await selectToken(db, { hash: hashToken(token), today: today() })
  return found ?? null
}
