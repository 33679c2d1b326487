import type pg from "pg"
import type { Db } from "../../server/kernel/database.ts"

type Asked = { text: string }
const listeners = new WeakMap<Db, { tell: (text: string) => void }>()

/** How many statements that say this go to PostgreSQL while `work` runs, by every connection: a write has one of its own. */
export async function countQueries(db: Db, work: () => Promise<unknown>, saying: RegExp): Promise<number> {
  const listener = listenerOf(db)
  let queries = 0
  listener.tell = (text) => {
    if (saying.test(text)) queries += 1
  }
  try {
    await work()
  } finally {
    listener.tell = () => undefined
  }
  return queries
}

/** A connection has its own way for statements from its first one on. */
function listenerOf(db: Db) {
  const known = listeners.get(db)
  if (known) return known
  const listener = { tell: (_text: string): void => undefined }
  const heard = new WeakSet<pg.ClientBase>()
  db.$client.on("acquire", (client) => {
    if (heard.has(client)) return
    heard.add(client)
    const query = client.query
    client.query = ((...args: Parameters<typeof query>) => {
      const [asked] = args as unknown[]
      listener.tell(typeof asked === "string" ? asked : (asked as Asked).text)
      return query.apply(client, args)
    }) as typeof query
  })
  listeners.set(db, listener)
  return listener
}
