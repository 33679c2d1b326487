import { setTimeout as pause } from "node:timers/promises"
import type pg from "pg"
import { PgBoss } from "pg-boss"
import { cpuOf, memoryOf, type Served } from "../load/processes.ts"

export type Digests = { mails: number; cpuMs: number; seconds: number; mb: number }

const LOOK_MS = 200

/** Has the digests of its day made and sent by the server: its processor time, and its memory above that before. */
export async function measureDigests(server: Served, pool: pg.Pool, url: string): Promise<Digests> {
  const pid = server.process.pid ?? 0
  const before = { mails: await countMails(pool), cpu: cpuOf(pid), mb: memoryOf(pid), at: performance.now() }
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false })
  await boss.start()
  await boss.send("notifications.digests", {})
  await boss.stop({ graceful: false })
  let peak = before.mb
  while (await isAtWork(pool)) {
    peak = Math.max(peak, memoryOf(pid))
    await pause(LOOK_MS)
  }
  return {
    mails: (await countMails(pool)) - before.mails,
    cpuMs: cpuOf(pid) - before.cpu,
    seconds: (performance.now() - before.at) / 1000,
    mb: peak - before.mb,
  }
}

async function isAtWork(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query(
    "select 1 from pgboss.job where name like 'notifications.digest%' and state <= 'active' limit 1",
  )
  return rows.length > 0
}

async function countMails(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ mails: number }>("select count(*)::int as mails from mail_deliveries")
  return rows[0]?.mails ?? 0
}
