import type pg from "pg"
import type { Db } from "../../server/kernel/database.ts"

/** Tells of every statement that goes to PostgreSQL over the connections of this pool, and of its values. */
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
      tell(
        typeof asked === "string" ? asked : String(Object(asked).text),
        Array.isArray(values) ? values : [],
      )
      return query.apply(client, args)
    }) as typeof query
  })
}
