import { Gauge, type Registry } from "prom-client"
import type { Db } from "./database.ts"
import type { Signals } from "./signals.ts"

type Measured = { db: Db; signals: Pick<Signals, "state">; mailQueues: readonly string[] }

/**
 * What the operator's alarms ask for, counted when somebody asks: jobs, mails, connections to the database, live updates.
 * Nothing of it is about a person. What the database cannot be asked while it is away is left out.
 */
export function measureOperation(registry: Registry, { db, signals, mailQueues }: Measured): void {
  measureDatabase(registry, db)
  measure(registry, "live_updates_silent", "1 while notifications of the database do not come through", () =>
    signals.state() === "silent" ? 1 : 0,
  )
  const queues = whileAsked(() => readQueues(db))
  const byQueue = (name: string, help: string, of: (queue: Queue) => number) =>
    measureEach(registry, { name, help, label: "queue" }, async () =>
      (await queues()).map((queue) => [queue.name, of(queue)]),
    )
  byQueue("jobs_waiting", "Jobs that wait, of those whose time has come", ({ waiting }) => waiting)
  byQueue("jobs_failed", "Jobs that were given up within the last week", ({ failed }) => failed)
  byQueue("jobs_oldest_waiting_seconds", "How long the eldest job has been waiting", ({ oldest }) => oldest)
  const ofMails = (name: string, help: string, of: (mails: Queue[]) => number) =>
    measure(registry, name, help, async () =>
      of((await queues()).filter((queue) => mailQueues.includes(queue.name))),
    )
  ofMails("mails_waiting", "E-mails that wait to be sent", (mails) =>
    sum(mails.map(({ waiting }) => waiting)),
  )
  ofMails("mails_failed", "E-mails that were given up within the last week", (mails) =>
    sum(mails.map(({ failed }) => failed)),
  )
  ofMails("mails_oldest_waiting_seconds", "How long the eldest e-mail has been waiting", (mails) =>
    Math.max(0, ...mails.map(({ oldest }) => oldest)),
  )
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)

function measureDatabase(registry: Registry, { $client }: Db): void {
  measure(registry, "database_up", "0 while the database does not answer", () =>
    $client.monitor.down ? 0 : 1,
  )
  measureEach(
    registry,
    { name: "database_connections", help: "Connections of this process", label: "state" },
    () => [
      ["used", $client.totalCount - $client.idleCount],
      ["idle", $client.idleCount],
    ],
  )
  measure(
    registry,
    "database_connections_most",
    "Connections that this process may open",
    () => $client.options.max,
  )
  measure(
    registry,
    "database_waiting",
    "What waits for a connection in this process",
    () => $client.waitingCount,
  )
}

/** One number, read when it is asked for; none where it cannot be read. */
export function measure(
  registry: Registry,
  name: string,
  help: string,
  read: () => number | Promise<number>,
): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      try {
        this.set(await read())
      } catch {
        this.remove()
      }
    },
  })
}

type Each = { name: string; help: string; label: string }

/** A number for each value of a label, all of them read anew when they are asked for. */
export function measureEach(
  registry: Registry,
  { name, help, label }: Each,
  read: () => [value: string, number: number][] | Promise<[value: string, number: number][]>,
): void {
  new Gauge({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    async collect() {
      this.reset()
      try {
        for (const [value, number] of await read()) this.set({ [label]: value }, number)
      } catch {
        // What cannot be read is not said.
      }
    },
  })
}

type Queue = { name: string; waiting: number; failed: number; oldest: number }

async function readQueues({ $client }: Db): Promise<Queue[]> {
  const { rows } = await $client.query<Queue>(`
    select name, count(*) filter (where ${IS_WAITING})::int as waiting,
      count(*) filter (where state = 'failed')::int as failed,
      coalesce(extract(epoch from now() - min(start_after) filter (where ${IS_WAITING})), 0)::float8 as oldest
    from pgboss.job where name not like '\\_\\_pgboss%' group by name`)
  return rows
}

const IS_WAITING = "state < 'active' and start_after <= now()"

/** Whoever asks while the answer is on its way gets the same one: six gauges are read at once. */
function whileAsked<T>(read: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null
  return () => {
    asked ??= read().finally(() => {
      asked = null
    })
    return asked
  }
}
