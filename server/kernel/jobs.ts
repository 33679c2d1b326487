import { sql } from "drizzle-orm"
import type { ClientBase } from "pg"
import { fromDrizzle, type JobInsert, PgBoss } from "pg-boss"
import { type Db, databaseOf, type Tx } from "./database.ts"
import { jobStatements } from "./job-statements.ts"
import { describeError } from "./logging.ts"
import { signal, splitTopic } from "./signals.ts"
import { now } from "./time.ts"

/** Ids only: the worker reads the state as it is then, so repeats and reordering are harmless. */
export type Payload = Record<string, string | null>
/** `job` names this piece of work, and keeps its name when it is done again. */
export type Handler = (payload: Payload, job: string) => Promise<void>

const JOB_CHANNEL = "job"
/** What is enqueued wakes its workers; this is for repeats, timed jobs and a signal that was lost. */
const POLL_SECONDS = 15

const attached = new WeakMap<Db, Jobs>()

/** Enqueues in the write's own transaction: no commit, no job. */
export const enqueue = (tx: Tx, queue: string, payload: Payload): Promise<void> =>
  enqueueAll(tx, queue, [payload])

/**
 * As `enqueue`, for any number at once.
 * @param priority what has a higher one is done first
 */
export async function enqueueAll(tx: Tx, queue: string, payloads: Payload[], priority = 0): Promise<void> {
  if (payloads.length === 0) return
  await insert(
    tx,
    queue,
    payloads.map((data) => ({ data, priority })),
  )
  signal(tx, JOB_CHANNEL, queue)
}

/**
 * Has another try at everything that was given up in these queues.
 * @returns how many jobs that are
 */
export async function retryFailed(tx: Tx, queues: readonly string[]): Promise<number> {
  const jobs = openedOn(tx)
  const failed = await tx.execute<{ id: string; name: string }>(
    sql`select id, name from pgboss.job where name = any(${sql.param(queues)}) and state = 'failed'`,
  )
  for (const [queue, found] of Map.groupBy(failed.rows, ({ name }) => name)) {
    const ids = found.map(({ id }) => id)
    await jobs.boss.retry(queue, ids, { db: fromDrizzle(tx, sql) })
    signal(tx, JOB_CHANNEL, queue)
  }
  return failed.rows.length
}

/** As `enqueue`, to be done at a later time: within seconds of it, whoever looks at the queue next finds it. */
export const enqueueAt = (tx: Tx, queue: string, data: Payload, startAfter: Date): Promise<void> =>
  insert(tx, queue, [{ data, startAfter }])

async function insert(tx: Tx, queue: string, jobs: JobInsert<Payload>[]): Promise<void> {
  await openedOn(tx).boss.insert(queue, jobs, { db: fromDrizzle(tx, sql) })
}

function openedOn(tx: Tx): Jobs {
  const jobs = attached.get(databaseOf(tx))
  if (!jobs) throw new Error("a job needs openJobs() on this database")
  return jobs
}

export type TimedJob = {
  queue: string
  /** As cron writes it, in the time of Berlin. */
  cron: string
  /** When it last ended well, and when it last failed for good, as far as that is still recorded (a week). */
  lastRun: Date | null
  lastFailure: Date | null
  nextRun: Date
}

export type Jobs = {
  boss: PgBoss
  /**
   * Declares a queue and who works on it; `cron` makes it a timed job as well.
   * @param atOnce how many of its jobs a process does at the same time, where one may wait for somebody else for long
   */
  declare(queue: string, handler: Handler, cron?: string, atOnce?: number): void
  /** The timed jobs, in the order of their next run. */
  listTimed(): Promise<TimedJob[]>
  /** Queues with work of the last week that was given up, timed ones only until they have worked again. */
  listGivenUp(): Promise<string[]>
  /** Makes the declared queues; nothing can be sent to one before. */
  prepare(): Promise<void>
  /** Starts working; without it jobs only pile up (tests drain by hand). */
  work(): Promise<void>
  /** Looks at the queues that these topics name; the others sleep on. */
  wake(topics: string[]): void
  wakeAll(): void
  /** Works through everything that is waiting, once. Returns how many jobs ran. */
  drain(): Promise<number>
  stop(): Promise<void>
}

/** Installs pg-boss's tables in the schema `pgboss`. */
export async function installJobs(url: string): Promise<void> {
  const queues = await openQueues(url, [])
  await queues.close()
}

/** For putting back the jobs of a backup. */
export type Queues = {
  /** Within the transaction that is open on the connection. */
  insert(client: ClientBase, queue: string, jobs: JobInsert<Payload>[]): Promise<void>
  close(): Promise<void>
}

/** Queues to put jobs into, without working on them; made where they lack, with their tables. */
export async function openQueues(url: string, names: readonly string[]): Promise<Queues> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false })
  boss.on("error", () => undefined)
  await boss.start()
  await createQueues(boss, [...names])
  return {
    insert: async (client, queue, jobs) => {
      await boss.insert(queue, jobs, { db: { executeSql: (text, values) => client.query(text, values) } })
    },
    close: () => boss.stop({ graceful: false }),
  }
}

/** Whether the tables of the job queue are those that this version works with. */
export async function hasJobs(db: Db): Promise<boolean> {
  const boss = new PgBoss({ db: jobStatements(db), migrate: false, supervise: false, schedule: false })
  boss.on("error", () => undefined)
  try {
    await boss.start()
    return true
  } catch (error) {
    if (/not installed|requires migrations/.test(String(error))) return false
    throw error
  } finally {
    await boss.stop({ graceful: false }).catch(() => undefined)
  }
}

export async function openJobs(
  db: Db,
  report: (error: unknown, queue: string) => void,
  timed: boolean,
  pollSeconds = POLL_SECONDS,
): Promise<Jobs> {
  const boss = new PgBoss({
    db: jobStatements(db),
    migrate: false,
    supervise: timed,
    schedule: timed,
    // No job of ours waits for another; pg-boss would look for such every five seconds.
    flowIntervalSeconds: 3600,
  })
  boss.on("error", (error) => report(error, "pg-boss"))
  await boss.start()
  const declared = new Map<string, Declared>()
  const workers = new Map<string, string[]>()
  const wakeQueue = (queue: string) => {
    for (const worker of workers.get(queue) ?? []) boss.notifyWorker(worker)
  }
  const jobs: Jobs = {
    boss,
    declare: (queue, handler, cron, atOnce = 1) => {
      if (cron) refuseLostHour(queue, cron)
      declared.set(queue, { handler, cron, atOnce })
    },
    listTimed: () => listTimed(db, boss, declared),
    listGivenUp: () => listGivenUp(db, boss, declared),
    prepare: () => createQueues(boss, [...declared.keys()]),
    work: () => startWorking({ boss, declared, workers, pollSeconds, report }),
    wake: (topics) => {
      for (const { channel, id } of topics.map(splitTopic)) if (channel === JOB_CHANNEL) wakeQueue(id)
    },
    wakeAll: () => {
      for (const queue of workers.keys()) wakeQueue(queue)
    },
    drain: () => drain(boss, declared),
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
  attached.set(db, jobs)
  return jobs
}

const ZONE = "Europe/Berlin"

/** Between two and three there are nights without the hour and nights with two of it. */
function refuseLostHour(queue: string, cron: string): void {
  const [, hour = ""] = cron.split(" ")
  if (!/^(\*|\d{1,2})$/.test(hour) || Number(hour) === 2)
    throw new Error(`${queue} runs at "${cron}": name one hour, and not the one that the clock change takes`)
}

async function listTimed(
  db: Db,
  boss: PgBoss,
  declared: Map<string, Pick<Declared, "cron">>,
): Promise<TimedJob[]> {
  const timed = [...declared].flatMap(([queue, { cron }]) => (cron ? [{ queue, cron }] : []))
  const { rows } = await db.$client.query<{ name: string; completed: Date | null; failed: Date | null }>(
    `select name, max(completed_on) filter (where state = 'completed') as completed,
      max(completed_on) filter (where state = 'failed') as failed
      from pgboss.job where name = any($1) group by name`,
    [timed.map(({ queue }) => queue)],
  )
  const ran = new Map(rows.map((row) => [row.name, row]))
  return timed
    .map(({ queue, cron }) => ({
      queue,
      cron,
      lastRun: ran.get(queue)?.completed ?? null,
      lastFailure: ran.get(queue)?.failed ?? null,
      nextRun: boss.previewSchedule(cron, { tz: ZONE, count: 1 })[0] ?? now(),
    }))
    .toSorted((one, other) => one.nextRun.getTime() - other.nextRun.getTime())
}

async function listGivenUp(
  db: Db,
  boss: PgBoss,
  declared: Map<string, { cron: string | undefined }>,
): Promise<string[]> {
  const { rows } = await db.$client.query<{ name: string }>(
    "select distinct name from pgboss.job where state = 'failed'",
  )
  const timed = await listTimed(db, boss, declared)
  const worksAgain = new Set(timed.filter((job) => !hasFailed(job)).map(({ queue }) => queue))
  return rows
    .map(({ name }) => name)
    .filter((name) => declared.has(name) && !worksAgain.has(name))
    .toSorted()
}

/** A failure of a timed job counts until it has worked again. */
export const hasFailed = ({ lastRun, lastFailure }: Pick<TimedJob, "lastRun" | "lastFailure">): boolean =>
  lastFailure !== null && (lastRun === null || lastFailure > lastRun)

async function createQueues(boss: PgBoss, queues: string[]): Promise<void> {
  for (const queue of queues)
    await boss.createQueue(queue, { retryLimit: 8, retryDelay: 30, retryBackoff: true, expireInSeconds: 300 })
}

type Declared = { handler: Handler; cron: string | undefined; atOnce: number }
type Working = {
  boss: PgBoss
  declared: Map<string, Declared>
  workers: Map<string, string[]>
  pollSeconds: number
  report: (error: unknown, queue: string) => void
}

async function startWorking({ boss, declared, workers, pollSeconds, report }: Working): Promise<void> {
  const options = { pollingIntervalSeconds: pollSeconds, batchSize: 1 }
  // Each by itself, not by `localConcurrency`: of those only the first can be woken.
  const startOne = async (queue: string, handler: Handler): Promise<string> => {
    const worker = await boss.work<Payload>(queue, options, async (batch) => {
      for (const job of batch) {
        try {
          await handler(job.data ?? {}, job.id)
        } catch (error) {
          report(error, queue)
          throw new Error(storableFault(error))
        } finally {
          // Where there was one there may be more: the next look comes at once.
          boss.notifyWorker(worker)
        }
      }
    })
    return worker
  }
  for (const [queue, { handler, cron, atOnce }] of declared) {
    const started: string[] = []
    for (let place = 0; place < atOnce; place += 1) started.push(await startOne(queue, handler))
    workers.set(queue, started)
    if (cron) await boss.schedule(queue, cron, {}, { tz: ZONE, missed: "once" })
  }
}

/** pg-boss stores what is thrown: sorts and codes, no parameters of a statement and no sentence of a mail server. */
function storableFault(error: unknown): string {
  const { type, code } = describeError(error)
  return [type, code].filter(Boolean).join(" ")
}

async function drain(boss: PgBoss, declared: Map<string, Pick<Declared, "handler">>): Promise<number> {
  let ran = 0
  for (const [queue, { handler }] of declared) {
    for (;;) {
      const [job] = await boss.fetch<Payload>(queue)
      if (!job) break
      await handler(job.data ?? {}, job.id)
      await boss.complete(queue, job.id)
      ran += 1
    }
  }
  return ran
}
