import type { Db } from "./database.ts"

/**
 * Does the work while nobody else holds this lock, in whichever process. It lasts as long as a connection and no
 * transaction, for work that takes long: the connection goes past a pooler, which would hand it to somebody else.
 * @param space a number of its own for each kind of work
 * @returns null where somebody else is at it
 */
export async function whileNobodyElse<T>(
  { $client }: Db,
  space: number,
  name: string,
  work: () => Promise<T>,
): Promise<T | null> {
  const client = await $client.openDirect()
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      "select pg_try_advisory_lock($1, hashtext($2)) as mine",
      [space, name],
    )
    return rows[0]?.mine ? await work() : null
  } finally {
    // With its connection the lock ends.
    await client.end().catch(() => undefined)
  }
}
