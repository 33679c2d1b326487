import type pg from "pg"
import type { Db } from "../../server/kernel/database.ts"

/** The job queue has its own tables, indexes and habits; its library sees to them. */
const isOfJobs = (text: string) => /\bpgboss\./.test(text)

/** Tells of every statement of ours that goes to PostgreSQL over the connections of this pool, and of its values. */
export function watchAsked(
  { $client }: Pick<Db, "$client">,
  tell: (text: string, values: unknown[]) => void,
): void {
  const watched = new WeakSet<pg.ClientBase>()
  $client.on("acquire", (client) => {
    if (watched.has(client)) return
    watched.add(client)
    const query = client.query
    client.query = ((...args: Parameters<typeof query>) => {
      const [asked, values] = args as unknown[]
      const text = typeof asked === "string" ? asked : String(Object(asked).text)
      if (!isOfJobs(text)) tell(text, Array.isArray(values) ? values : [])
      return query.apply(client, args)
    }) as typeof query
  })
}
