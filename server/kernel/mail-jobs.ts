import type { Db } from "./database.ts"

/** A job whose mail did not go out. */
export type UnsentJob = {
  id: string
  queue: string
  data: Record<string, string | null>
  /** In numbers and codes; null where the fault was none of the mail server. */
  code: string | null
  /** When it failed last. */
  at: Date
  /** When it is tried again; null where it was given up. */
  next: Date | null
}

type MailJobs = { waiting: number; since: Date | null; repeated: UnsentJob[]; failed: UnsentJob[] }

const MOST = 100

/** What waits in these queues, and what failed in them, the latest first, as far as that is still recorded (a week). */
export async function readMailJobs({ $client }: Db, queues: string[]): Promise<MailJobs> {
  const {
    rows: [counted],
  } = await $client.query<{ waiting: number; since: Date | null }>(
    `select count(*)::int as waiting, min(created_on) as since
     from pgboss.job where name = any($1) and state < 'completed'`,
    [queues],
  )
  return {
    waiting: counted?.waiting ?? 0,
    since: counted?.since ?? null,
    repeated: await listUnsent($client, queues, "retry"),
    failed: await listUnsent($client, queues, "failed"),
  }
}

type Row = Omit<UnsentJob, "code"> & { fault: string | null }

async function listUnsent($client: Db["$client"], queues: string[], state: string): Promise<UnsentJob[]> {
  const { rows } = await $client.query<Row>(
    `select id, name as queue, data, output->>'message' as fault, coalesce(completed_on, started_on, created_on) as at,
       case when state = 'retry' then start_after end as next
     from pgboss.job where name = any($1) and state = $2::pgboss.job_state
     order by created_on desc, id limit ${MOST}`,
    [queues, state],
  )
  return rows.map(({ fault, ...job }) => ({ ...job, code: codeOf(fault) }))
}

/** Of what `kernel/jobs` stores of a fault. */
const codeOf = (fault: string | null) => /^(?:SmtpFault|TokenRefused) (.+)$/.exec(fault ?? "")?.[1] ?? null
