import { finished } from "node:stream/promises"
import type pg from "pg"
import { from as copyFrom, to as copyTo } from "pg-copy-streams"

/** Values are written and read in one way, however server and role are set; the work takes the time that it needs. */
const SETTINGS = {
  client_encoding: "UTF8",
  datestyle: "ISO, YMD",
  intervalstyle: "postgres",
  timezone: "UTC",
  extra_float_digits: "3",
  bytea_output: "hex",
  search_path: "public",
  statement_timeout: "0",
  lock_timeout: "0",
  idle_in_transaction_session_timeout: "0",
}

/** For the open transaction: behind a pooler, what is set for a session would reach somebody else. */
export async function settle(client: pg.ClientBase): Promise<void> {
  for (const [name, value] of Object.entries(SETTINGS)) await client.query(`set local ${name} = '${value}'`)
}

/**
 * Rows as COPY writes them as text: the same for every version of PostgreSQL.
 * @param tell is told of what how many rows came
 */
export async function* copyOut(
  client: pg.ClientBase,
  what: string,
  tell: (rows: number) => void,
): AsyncGenerator<Buffer> {
  let rows = 0
  const stream: AsyncIterable<Buffer> = client.query(copyTo(`copy ${what} to stdout`))
  for await (const chunk of stream) {
    rows += linesIn(chunk)
    yield chunk
  }
  tell(rows)
}

const LINE_FEED = 10

/** A row is a line: what breaks lines in it is written otherwise. */
export function linesIn(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1
  return lines
}

/** @param what a table with its columns */
export function copyIn(client: pg.ClientBase, what: string) {
  const stream = client.query(copyFrom(`copy ${what} from stdin`))
  const done = finished(stream)
  // What PostgreSQL refuses reaches whoever writes or ends.
  done.catch(() => undefined)
  return {
    async write(bytes: Buffer): Promise<void> {
      const taken = new Promise<void>((resolve, reject) => {
        stream.write(bytes, (error) => (error ? reject(error) : resolve()))
      })
      await Promise.race([done, taken])
    },
    async end(): Promise<void> {
      stream.end()
      await done
    },
  }
}
