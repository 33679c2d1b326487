import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox"
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify"
import type { Actor, Locale, Role } from "./actor.ts"
import type { Waiting } from "./waiting.ts"

/** Who may call a route at all; what they may do to a thing is asked of the module's policy. */
export type Access = "public" | "signed-in" | readonly Role[]

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

declare module "fastify" {
  interface FastifyContextConfig {
    access?: Access
    /** Set on routes of pages: errors are answered as a page. */
    page?: boolean
    /** The route counts its requests itself, by what is asked for, and refuses too many. */
    limitsItself?: boolean
    /** Sent by programs that know no `Origin` of ours, such as mail programs: its address alone is the right to it. */
    fromOutside?: boolean
    /** Serves the same to everybody, so nobody is asked who they are: it needs no database. */
    anonymous?: boolean
  }
  interface FastifyRequest {
    /** The person, or null for somebody not signed in. */
    visitor: Actor | null
    /** The person; throws 401 where nobody is signed in. */
    readonly actor: Actor
    /** The address that the request came from, behind trusted proxies too. Not `ip`, which knows of no proxy. */
    readonly sender: string
    locale: Locale
    /** The sign-in service that is to be asked whether the person is still signed in there, or null. */
    askProvider: string | null
    /** How much longer it may wait for the database; null before that is known. */
    waiting: Waiting | null
    /** Refused already, and read to its end all the same so that what was typed can be given back. */
    refused: unknown
    /** The page is shown without a database: without a person, a menu and what the installation was named meanwhile. */
    isShell: boolean
  }
}
