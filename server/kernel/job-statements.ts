import type { Db as JobDatabase } from "pg-boss"
import type { Db } from "./database.ts"
import { openQueue } from "./queue.ts"
import { Waiting, whileWaiting } from "./waiting.ts"

/** So many connections at most, also when all workers look at the same moment: the others are for requests. */
const AT_A_TIME = 3

/**
 * The statements of pg-boss itself go over our connections, with what these know of outages. Where several belong
 * together, it sends them as one text with its own `begin` and `commit`, so that they stay on one connection.
 */
export function jobStatements({ $client }: Db): JobDatabase {
  const queue = openQueue(AT_A_TIME)
  const limited = () => new Waiting($client.limits?.jobs ?? Number.POSITIVE_INFINITY)
  return {
    executeSql: (text, values) =>
      queue.run("pg-boss", async () => {
        const client = await $client.connect()
        let isFailed = true
        try {
          const result = await whileWaiting(limited(), () => client.query(text, values))
          isFailed = false
          return result
        } finally {
          // As in the pool: of a text whose transaction failed halfway, that transaction is still open.
          client.release(isFailed)
        }
      }),
  }
}
