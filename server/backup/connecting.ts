import pg from "pg"
import { KEPT_ALIVE } from "../kernel/database-statements.ts"

/** A connection for work that takes long, and for nothing else. */
export async function withClient<T>(
  url: string,
  name: "fachforum-backup" | "fachforum-restore",
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: name, ...KEPT_ALIVE })
  // What breaks the connection fails the statement that waits for it.
  client.on("error", () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
