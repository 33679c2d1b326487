import { type IncomingMessage, STATUS_CODES } from "node:http"
import cookie from "@fastify/cookie"
import formbody from "@fastify/formbody"
import helmet from "@fastify/helmet"
import multipart from "@fastify/multipart"
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox"
import Fastify, {
  type FastifyBaseLogger,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify"
import { type TSchema, Type } from "typebox"
import type { Actor, Locale } from "./actor.ts"
import type { Access, App } from "./app.ts"
import { admitToken, type Tokens, tokenOf } from "./bearer.ts"
import {
  answerBareConnections,
  answerFrameworkError,
  askedFor,
  isApi,
  refuseUnrouted,
} from "./before-routing.ts"
import { compressAnswers } from "./compression.ts"
import type { Config } from "./config.ts"
import { Refusal } from "./errors.ts"
import { type FieldFault, fieldFaults } from "./faults.ts"
import { outageIn } from "./outage.ts"
import { limitReading, limitReceiving, PATIENCE, type Patience, serverLimits } from "./patience.ts"
import { checkDeclaration, compileAddress, compileSchema, compileSerializer } from "./schemas.ts"
import { senderOf, trustOf } from "./sender.ts"
import { Waiting, whileWaiting } from "./waiting.ts"

export type { Access, App } from "./app.ts"
export type { FieldFault } from "./faults.ts"

export type HttpOptions = {
  config: Config
  logger: FastifyBaseLogger | null
  /** Finds who sent the request, from its cookie. */
  identify: (request: FastifyRequest, reply: FastifyReply) => Promise<Actor | null>
  /** Knows programs by their tokens; absent where none are taken. */
  tokens?: Tokens
  /** Shorter in tests. */
  patience?: Patience
  /** Counts an unsafe request and refuses too many. */
  limitUnsafe: (request: FastifyRequest) => Promise<void>
  /** The title of a problem in the reader's language. */
  problemTitle: (code: string, locale: Locale) => string
  /** Answers an error as a page; absent in a server without pages. */
  errorPage?: (problem: Problem, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>
  /** Every registered route, for the tests that read the table. */
  onRoute?: (route: { method: string; url: string; access: Access }) => void
}

export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    instance: Type.Optional(Type.String()),
    errors: Type.Optional(
      Type.Array(
        Type.Object(
          {
            field: Type.String(),
            code: Type.String(),
            limit: Type.Optional(Type.Unknown()),
            title: Type.Optional(Type.String()),
          },
          { title: "FieldFault", additionalProperties: false },
        ),
      ),
    ),
    detail: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  { title: "Problem", additionalProperties: false },
)
export type Problem = {
  type: string
  title: string
  status: number
  code: string
  instance?: string
  errors?: FieldFault[]
  detail?: Record<string, unknown>
}

export async function createHttp(options: HttpOptions): Promise<App> {
  const { config, patience = PATIENCE } = options
  const limits = serverLimits(patience)
  const app: App = Fastify({
    ...(options.logger && { loggerInstance: options.logger }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 512 * 1024,
    ...limits,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerFrameworkError(() => app),
    http: {
      ...limits.http,
      // Only what we speak is upgraded; any other offer is ignored, and the request answered as it is.
      shouldUpgradeCallback: isLiveUpgrade,
      requireHostHeader: false,
    },
    // A client that goes away while we stop is let go; running requests are finished.
    forceCloseConnections: "idle",
  }).withTypeProvider<TypeBoxTypeProvider>()

  app.setValidatorCompiler(({ schema, httpPart }) => compileSchema(schema as TSchema, httpPart))
  app.setSerializerCompiler(({ schema }) => compileSerializer(schema))
  app.addHook("onRoute", (route) => {
    const methods = Array.isArray(route.method) ? route.method : [route.method]
    const access = checkDeclaration(methods, route.url, route.config, route.schema)
    for (const method of methods) options.onRoute?.({ method, url: route.url, access })
    if (route.config?.page)
      route.validatorCompiler = ({ schema, httpPart }) =>
        httpPart === "querystring"
          ? compileAddress(schema as TSchema)
          : compileSchema(schema as TSchema, httpPart)
  })

  acceptEmptyJson(app)
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: 512 * 1024 })
  await app.register(multipart, {
    limits: { fileSize: 10 * 1024 * 1024, files: 20, fields: 60, fieldSize: 256 * 1024 },
  })
  await app.register(helmet, securityHeaders(config))
  if (config.compression) await compressAnswers(app)

  app.decorateRequest("visitor", null)
  app.decorateRequest("waiting", null)
  app.decorateRequest("refused", null)
  app.decorateRequest("askProvider", null)
  app.decorateRequest("isShell", false)
  app.decorateRequest("locale", "de")
  app.decorateRequest("actor", {
    getter(this: FastifyRequest): Actor {
      if (!this.visitor) throw new Refusal(401, "sign-in-required")
      return this.visitor
    },
  })
  const isTrusted = trustOf(config.trustedProxies)
  app.decorateRequest("sender", {
    getter(this: FastifyRequest): string {
      const forwarded = [this.headers["x-forwarded-for"] ?? []].flat().join(",")
      return senderOf(
        { socketAddress: this.socket.remoteAddress, forwarded: forwarded || undefined },
        isTrusted,
      )
    },
  })
  app.addHook("onRequest", (request, _reply, done) => {
    request.waiting = new Waiting(config.databaseLimits.statement)
    whileWaiting(request.waiting, done)
  })
  app.addHook("onRequest", async (request, reply) => {
    // A cache on the way gives no person's answer to another. What all may keep says so itself.
    reply.header("cache-control", "private, no-store")
    request.locale = request.cookies.language === "en" ? "en" : "de"
    const address = withoutSlash(request)
    if (address) return reply.redirect(address, 308)
    try {
      await admit(request, reply, options)
    } catch (error) {
      // Whatever refuses a form, it is read first, so that the page can give back what was typed.
      if (!isPageForm(request)) throw error
      request.refused = error
    }
    limitReceiving(request, patience)
  })
  app.addHook("preValidation", async (request) => {
    if (request.refused) throw request.refused
  })
  // Reading the body leaves the context of the hooks before it.
  app.addHook("preValidation", (request, _reply, done) => whileWaiting(request.waiting, done))
  app.addHook("onSend", (request, _reply, _payload, done) => {
    limitReading(request, patience)
    done()
  })
  app.addHook("onResponse", async (request) => request.waiting?.end())
  app.setErrorHandler((error, request, reply) =>
    whileWaiting(request.waiting, () => answerError(error, request, reply, options)),
  )
  app.setNotFoundHandler({}, (request, reply) =>
    answerError(new Refusal(404, "not-found"), request, reply, options),
  )
  answerBareConnections(app)
  return app
}

/** Who sends it, and whether they may send it at all. */
async function admit(request: FastifyRequest, reply: FastifyReply, options: HttpOptions): Promise<void> {
  const token = tokenOf(request, options.tokens)
  if (token !== null && options.tokens) {
    // No browser sends one by itself: it is the sender's own wish, whatever page it comes from, and no cookie counts.
    request.visitor = await admitToken(request, reply, options.tokens, token)
    request.locale = request.visitor.locale
  } else {
    refuseForeignOrigin(request, options.config)
    if (!request.routeOptions.config.anonymous) request.visitor = await identify(request, reply, options)
  }
  refuseUnrouted(request)
  refuseWithoutAccess(request)
  if (isUnsafe(request.method) && !request.routeOptions.config.limitsItself)
    await options.limitUnsafe(request)
}

/** A page that is for everybody can be read while nobody can be known; what is written waits. */
async function identify(request: FastifyRequest, reply: FastifyReply, options: HttpOptions) {
  try {
    return await options.identify(request, reply)
  } catch (error) {
    const { config } = request.routeOptions
    if (!outageIn(error) || isUnsafe(request.method) || config.access !== "public" || !config.page)
      throw error
    request.isShell = true
    return null
  }
}

/** Many clients name JSON on every POST. Where nothing is asked for, an empty body is nothing; elsewhere it is invalid. */
function acceptEmptyJson(app: App): void {
  const parse = app.getDefaultJsonParser("error", "error")
  app.removeContentTypeParser("application/json")
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) =>
    body === "" ? done(null, undefined) : parse(request, String(body), done),
  )
}

/** A page's address that was typed with a slash at its end, without it; null where there is none. */
function withoutSlash({ method, url }: FastifyRequest): string | null {
  const [, path, query = ""] = /^(\/[^?]*?)\/+(\?.*)?$/.exec(url) ?? []
  if (!path || isUnsafe(method) || isApi(url) || /^\/[/\\]/.test(path)) return null
  return path + query
}

/** In a trial the server has several names on its own machine, whichever somebody types. */
export const allowedOrigins = (config: Config): string[] => {
  if (!config.trial) return [config.publicUrl]
  const { port, protocol } = new URL(config.publicUrl)
  return [
    config.publicUrl,
    ...["localhost", "127.0.0.1", "[::1]"].map((name) => `${protocol}//${name}${port && `:${port}`}`),
  ]
}

/** Own pages send `Origin` on every unsafe request; `null` and foreign ones are refused, a missing one too. */
export function refuseForeignOrigin(request: FastifyRequest, config: Config): void {
  const upgrade = isLiveUpgrade(request.raw)
  if ((!isUnsafe(request.method) && !upgrade) || request.routeOptions.config.fromOutside) return
  if (!allowedOrigins(config).includes(request.headers.origin ?? ""))
    throw new Refusal(403, "origin-not-allowed")
}

/** Where the live offers are; nothing else is a WebSocket. */
export const LIVE_PATH = "/api/live"
export const isLiveUpgrade = ({ url, headers }: IncomingMessage) =>
  headers.upgrade?.toLowerCase() === "websocket" && url?.split("?")[0] === LIVE_PATH

export const isUnsafe = (method: string) => !["GET", "HEAD", "OPTIONS"].includes(method)

const isPageForm = (request: FastifyRequest) =>
  isUnsafe(request.method) && request.routeOptions.config.page === true

function refuseWithoutAccess(request: FastifyRequest): void {
  const access = request.routeOptions.config.access
  if (access === undefined || access === "public") return
  const { roles } = request.actor
  if (access !== "signed-in" && !access.some((role) => roles.includes(role)))
    throw new Refusal(403, "forbidden")
}

function securityHeaders(config: Config) {
  // Not every browser counts the WebSocket of its own address as 'self'. A policy cannot name an IPv6 address.
  const named = allowedOrigins(config).filter((origin) => !origin.includes("["))
  const sockets = named.map((origin) => origin.replace(/^http/, "ws"))
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "blob:"],
        connectSrc: ["'self'", ...new Set(sockets)],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: "same-origin" as const },
    strictTransportSecurity: config.secure
      ? { maxAge: 31_536_000, includeSubDomains: false }
      : (false as const),
    crossOriginEmbedderPolicy: false,
  }
}

async function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  options: HttpOptions,
) {
  const problem = describe(error, request, options)
  if (problem.status >= 500) request.log.error({ err: error }, "request failed")
  if (problem.status === 429) reply.header("retry-after", String(problem.detail?.retryAfter ?? 60))
  if (outageIn(error)) reply.header("retry-after", String(RETRY_SECONDS))
  reply.code(problem.status)
  if (options.errorPage && !wantsProblem(request)) {
    try {
      return await answerAsPage(options.errorPage, problem, request, reply)
    } catch (fault) {
      // A plain line is better than nothing.
      request.log.error({ err: fault }, "error page failed")
      return reply.type("text/plain; charset=utf-8").send(`${problem.title}\n`)
    }
  }
  return reply.type("application/problem+json").serializer(JSON.stringify).send(problem)
}

/** What failed the request may fail the page about it as well; then it goes without all that has to be asked for. */
async function answerAsPage(
  errorPage: NonNullable<HttpOptions["errorPage"]>,
  problem: Problem,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  try {
    return await errorPage(problem, request, reply)
  } catch (fault) {
    if (request.isShell || reply.sent) throw fault
    request.isShell = true
    return errorPage(problem, request, reply)
  }
}

/** By then most restarts and failovers of a database are over. */
export const RETRY_SECONDS = 10

/** The API, and a program that asks for JSON and not for a page. */
function wantsProblem(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? ""
  return isApi(askedFor(request)) || (/\bjson\b/i.test(accept) && !/text\/html|\*\/\*/i.test(accept))
}

function describe(error: unknown, request: FastifyRequest, options: HttpOptions): Problem {
  const title = (code: string) => options.problemTitle(code, request.locale)
  const make = (status: number, code: string): Problem => ({
    type: `urn:fachforum:problem:${code}`,
    title: title(code),
    status,
    code,
    instance: askedFor(request).split("?")[0] ?? "/",
  })
  if (error instanceof Refusal) {
    const problem = make(error.status, error.code)
    if (error.field) problem.errors = [{ field: error.field, code: error.code, title: problem.title }]
    if (error.detail) problem.detail = error.detail
    return problem
  }
  const outage = outageIn(error)
  if (outage) return make(503, `database.${outage.kind}`)
  // An address that cannot be anybody's is one that leads nowhere.
  if (error instanceof Error && "validationContext" in error && error.validationContext === "params")
    return make(404, "not-found")
  if (error instanceof Error && "validation" in error && Array.isArray(error.validation)) {
    const faults = fieldFaults(error.validation)
    return {
      ...make(400, "invalid"),
      errors: faults.map((fault) => ({ ...fault, title: title(`field.${fault.code}`) })),
    }
  }
  const status = statusOf(error)
  // A form with files was expected; the library says 406, which is about what is answered.
  if (status === 406) return make(415, "media-type")
  // What Fastify itself refuses: a broken JSON body, a body too large, an unknown media type.
  if (status >= 400 && status < 500) return make(status, CLIENT_FAULTS[status] ?? "bad-request")
  return make(500, "server.failed")
}

const CLIENT_FAULTS: Record<number, string> = {
  404: "not-found",
  405: "not-found",
  408: "request-timeout",
  413: "too-large",
  415: "media-type",
  429: "too-many-requests",
}

function statusOf(error: unknown): number {
  if (
    typeof error === "object" &&
    error !== null &&
    "statusCode" in error &&
    typeof error.statusCode === "number"
  )
    return STATUS_CODES[error.statusCode] ? error.statusCode : 500
  return 500
}
