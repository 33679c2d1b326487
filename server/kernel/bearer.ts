import type { FastifyReply, FastifyRequest } from "fastify"
import type { Actor } from "./actor.ts"
import { isApi } from "./before-routing.ts"
import { forbidden, Refusal } from "./errors.ts"

/** Where every token is good for, whatever it was issued for. */
export const ANY_SCOPE = "any"

/** How the application knows programs, which send a token in the head of their requests and no cookie. */
export type Tokens = {
  /** Tells a token of ours from what a proxy may have put into the same place. */
  isOurs(token: string): boolean
  /** For whom it acts, and what it is good for: 401 for one that is none any more, 429 for too many requests. */
  identify(request: FastifyRequest, token: string): Promise<{ actor: Actor; scopes: readonly string[] }>
  /** What a token must be good for to call this route; null: no token is good for it. */
  scopeOf(method: string, url: string): string | null
}

/** What stands behind `Bearer` in the head of a request. */
export const bearerOf = ({ headers }: Pick<FastifyRequest, "headers">): string | null =>
  /^Bearer +(\S+)\s*$/i.exec(headers.authorization ?? "")?.[1] ?? null

/**
 * The token that a request is to be judged by. Pages take none, nor does what everybody may ask: there it is as if none
 * had been sent.
 */
export function tokenOf(request: FastifyRequest, tokens: Tokens | undefined): string | null {
  const { access, page } = request.routeOptions.config
  if (!tokens || page || access === "public" || !isApi(request.url)) return null
  const token = bearerOf(request)
  return token !== null && tokens.isOurs(token) ? token : null
}

/** For whom the program acts. The one place where it is decided what a token is good for. */
export async function admitToken(
  request: FastifyRequest,
  reply: FastifyReply,
  tokens: Tokens,
  token: string,
): Promise<Actor> {
  const { actor, scopes } = await tokens.identify(request, token).catch((error) => {
    if (error instanceof Refusal && error.status === 401)
      reply.header("www-authenticate", 'Bearer error="invalid_token"')
    throw error
  })
  const { url, config } = request.routeOptions
  // An address that leads nowhere says so.
  if (url === undefined || config.access === undefined) return actor
  const needed = tokens.scopeOf(request.method === "HEAD" ? "GET" : request.method, url)
  if (needed === ANY_SCOPE || (needed !== null && scopes.includes(needed))) return actor
  if (needed !== null)
    reply.header("www-authenticate", `Bearer error="insufficient_scope", scope="${needed}"`)
  throw forbidden(needed === null ? "token.never" : "token.scope")
}
