import Fastify from "fastify"
import { collectDefaultMetrics, Histogram, Registry } from "prom-client"
import { Type } from "typebox"
import { apiOf } from "./api.ts"
import { listChangedCollations } from "./collations.ts"
import type { Config } from "./config.ts"
import type { Db } from "./database.ts"
import { type App, RETRY_SECONDS } from "./http.ts"
import type { Jobs } from "./jobs.ts"
import { findMailFault, MAIL_FAULTS, mailWayOf, SIGN_INS } from "./mail-host.ts"
import { MAILBOX_FAULTS, mailboxState } from "./mailbox-state.ts"
import { Choice, Closed, Instant, ListOf, Nullable } from "./schemas.ts"
import type { Signals } from "./signals.ts"

const TimedJobs = ListOf(
  Closed("TimedJob", {
    queue: Type.String(),
    cron: Type.String(),
    lastRun: Nullable(Instant),
    lastFailure: Nullable(Instant),
    nextRun: Instant,
  }),
)
const ChangedCollations = ListOf(
  Closed("ChangedCollation", {
    /** Null: the order of the database itself. */
    name: Nullable(Type.String()),
    recorded: Type.String(),
    actual: Type.String(),
    indexes: Type.Array(Type.String()),
  }),
)
const MailDelivery = Closed("MailDelivery", {
  way: Choice(["smtp", "file"], "MailWay"),
  server: Nullable(Type.String()),
  signIn: Choice(SIGN_INS, "MailSignIn"),
  certificate: Type.Boolean(),
  from: Type.String(),
  fault: Nullable(Choice(MAIL_FAULTS, "MailFault")),
})
const MailboxReading = Closed("MailboxReading", {
  isRead: Type.Boolean(),
  lookedAt: Nullable(Instant),
  mailAt: Nullable(Instant),
  fault: Nullable(Choice(MAILBOX_FAULTS, "MailboxFault")),
  faultSince: Nullable(Instant),
})
const Health = Closed("Health", { status: Type.Literal("ok") })
const Readiness = Closed("Readiness", {
  /** `stopping`: it still answers, and is about to end. */
  status: Type.Enum(["ok", "unavailable", "stopping"]),
  /** What is wrong with it: `unreachable`, `slow`, `read-only`, `full`, `connections`. */
  database: Type.String(),
  /** Whether live updates reach this process: `ok`, `silent` or, before it was tried, `unknown`. */
  live: Type.Enum(["ok", "silent", "unknown"]),
})

type Operated = {
  config: Config
  db: Db
  jobs: Pick<Jobs, "listTimed">
  signals: Pick<Signals, "state">
  /** Whether it is about to end. */
  isRetired: () => boolean
}

/** For the operator's monitoring: alive, and ready to answer. */
export async function operationRoutes(
  app: App,
  { config, db, jobs, signals, isRetired }: Operated,
): Promise<void> {
  const api = apiOf(app)
  api.read(
    "/api/operation/jobs",
    "List the timed jobs, when each last ran and when it runs next",
    TimedJobs,
    async () => ({
      items: (await jobs.listTimed()).map((job) => ({
        ...job,
        lastRun: job.lastRun?.toISOString() ?? null,
        lastFailure: job.lastFailure?.toISOString() ?? null,
        nextRun: job.nextRun.toISOString(),
      })),
    }),
    { access: ["admin"] },
  )
  api.read(
    "/api/operation/collations",
    "List the orders of names whose library was replaced, with the indexes to build anew",
    ChangedCollations,
    async () => ({ items: await listChangedCollations(db) }),
    { access: ["admin"] },
  )
  api.read(
    "/api/operation/mail",
    "Say how e-mails leave, and whether the mail server can be found",
    MailDelivery,
    async () => ({ ...mailWayOf(config), fault: await findMailFault(config) }),
    { access: ["admin"] },
  )
  api.read(
    "/api/operation/mailbox",
    "Say whether the mailbox of incoming mail is read, and what keeps it from being read",
    MailboxReading,
    async () => {
      const state = await mailboxState(db)
      return {
        isRead: config.mailbox !== null,
        lookedAt: state?.lookedAt?.toISOString() ?? null,
        mailAt: state?.mailAt?.toISOString() ?? null,
        fault: state?.fault ?? null,
        faultSince: state?.faultSince?.toISOString() ?? null,
      }
    },
    { access: ["admin"] },
  )
  app.get(
    "/health/live",
    { config: { access: "public", anonymous: true }, schema: { response: { 200: Health } } },
    async () => ({ status: "ok" as const }),
  )
  app.get(
    "/health/ready",
    {
      config: { access: "public", anonymous: true },
      schema: { response: { 200: Readiness, 503: Readiness } },
    },
    async (_request, reply) => {
      const fault = await db.$client.monitor.check()
      const live = signals.state()
      if (!fault && !isRetired()) return { status: "ok" as const, database: "ok", live }
      reply.header("retry-after", String(RETRY_SECONDS))
      const status = isRetired() ? ("stopping" as const) : ("unavailable" as const)
      return reply.code(503).send({ status, database: fault ?? "ok", live })
    },
  )
}

/** Durations by route pattern, method and status; never by person or address. */
export function measureRequests(app: App): Registry {
  const registry = new Registry()
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Duration of answered requests",
    labelNames: ["method", "route", "status"],
    registers: [registry],
  })
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "unknown"
    duration.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
  })
  return registry
}

/** A server of its own for `/metrics`, so that the people's port never shows it. */
export async function serveMetrics(registry: Registry, host: string, port: number) {
  // Only where somebody asks: they are timers and observers of the process that nothing ends.
  collectDefaultMetrics({ register: registry })
  const server = Fastify()
  server.get("/metrics", async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
  await server.listen({ host, port })
  return server
}
