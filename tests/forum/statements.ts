import type { Db } from "../../server/kernel/database.ts"

/** How many statements go to PostgreSQL while `work` runs. */
export async function countStatements(db: Db, work: () => Promise<unknown>): Promise<number> {
  const pool = db.$client
  const original = pool.query
  let statements = 0
  pool.query = ((...args: Parameters<typeof original>) => {
    // Live updates of the writes before are sent a moment later, over the same pool.
    if (!JSON.stringify(args).includes("pg_notify")) statements += 1
    return original.apply(pool, args)
  }) as typeof original
  try {
    await work()
  } finally {
    pool.query = original
  }
  return statements
}
