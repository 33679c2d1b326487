import type pg from "pg"
import type { Payload, Queues } from "../kernel/jobs.ts"

/*
 * Jobs are carried over one by one, and put into the queues as new ones of the same name: the tables of the queue belong
 * to pg-boss, which may have others in another version. What is done or was called off stays behind; what runs at the
 * moment of the backup has not ended, so it runs again. Timed jobs are ordered anew by every start.
 *
 * Mails: what the mail server had taken is noted in the same moment's `mail_deliveries`, so a job that was just about to
 * end sends nothing again. But between the backup and its restoration the former installation went on: most of what
 * waited then has been sent since. Sending it again would bother everybody, leaving it out would lose what did not go
 * out. So jobs that send mails come back as given up: the page „E-Mail-Versand“ lists them, administrators are told, and
 * a button there sends them. Whoever moves an installation that was stopped before the backup knows that nothing was
 * sent meanwhile, and has them sent.
 */
const COLUMNS = "id, queue, data, priority, start_after, failed, output"

const WAITING = `from pgboss.job
  where state in ('created', 'retry', 'active', 'failed') and name not like '\\_\\_pgboss%'`

export type WaitingJobs = {
  queues: string[]
  /** For COPY; null where the database has no queue. */
  rows: string | null
}

export async function findWaitingJobs(client: pg.ClientBase): Promise<WaitingJobs> {
  const { rows: found } = await client.query<{ isThere: boolean }>(
    `select to_regclass('pgboss.job') is not null as "isThere"`,
  )
  if (!found[0]?.isThere) return { queues: [], rows: null }
  const { rows } = await client.query<{ name: string }>(
    `select name ${WAITING} group by name order by name collate "C"`,
  )
  return {
    queues: rows.map(({ name }) => name),
    rows: `(select id, name, data, priority, start_after, state = 'failed', output ${WAITING} order by created_on, id)`,
  }
}

/** Where the jobs of a backup are put first, for COPY. */
export async function openJobTable(client: pg.ClientBase): Promise<string> {
  await client.query(
    `create temporary table restored_jobs (id uuid, queue text, data jsonb, priority int, start_after timestamptz,
       failed boolean, output jsonb) on commit drop`,
  )
  return `restored_jobs (${COLUMNS})`
}

const BATCH = 500

/**
 * Puts the jobs into their queues, which exist already.
 * @param held queues whose jobs come back as given up
 * @returns how many of the held ones were waiting
 */
export async function resumeJobs(
  client: pg.ClientBase,
  queues: Queues,
  held: readonly string[],
): Promise<number> {
  for (let after: string | null = null; ; ) {
    const { rows }: { rows: JobRow[] } = await client.query<JobRow>(
      `select id, queue, coalesce(data, '{}') as data, priority, greatest(start_after, now()) as "startAfter"
       from restored_jobs where $1::uuid is null or id > $1 order by id limit ${BATCH}`,
      [after],
    )
    for (const [queue, jobs] of Map.groupBy(rows, (row) => row.queue))
      await queues.insert(
        client,
        queue,
        jobs.map(({ queue: _queue, ...job }) => job),
      )
    after = rows.at(-1)?.id ?? null
    if (rows.length < BATCH) break
  }
  await client.query(
    `update pgboss.job job set state = 'failed', completed_on = now(), output = restored.output
     from restored_jobs restored where restored.id = job.id and restored.queue = job.name
       and (restored.failed or restored.queue = any($1))`,
    [held],
  )
  const { rowCount } = await client.query("select from restored_jobs where not failed and queue = any($1)", [
    held,
  ])
  return rowCount ?? 0
}

type JobRow = { id: string; queue: string; data: Payload; priority: number; startAfter: Date }
