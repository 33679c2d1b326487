import pg from "pg"

/**
 * The application without the bell, to compare with: the same program, whose statement for what stands around a page is
 * sent without counting unread entries. The values are still sent, as the database wants a use for each.
 */
const COUNT =
  /\(select count\(\*\)::int from \(\s*select 1 from \(select \* from "inbox_entries"[\s\S]*?\) unread\)/g

const { query } = pg.Client.prototype
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  const [asked] = args
  if (typeof asked === "object" && asked !== null && "text" in asked && typeof asked.text === "string")
    args[0] = { ...asked, text: asked.text.replace(COUNT, uncounted) }
  return Reflect.apply(query, this, args)
} as typeof query

function uncounted(count: string): string {
  const values = [...new Set(count.match(/\$\d+(?:::\w+(?:\[\])?)?/g))]
  return `(select 0 from (select ${values.map(typed).join(", ")}) uncounted)`
}

const typed = (value: string) => (value.includes("::") ? value : `${value}::text`)

await import("../../server/main.ts")
