import type pg from "pg"

/** Which columns hold text, as `table.column` and, where every column of that name does, as `column`. */
export async function readTextColumns(pool: Pick<pg.Pool, "query">): Promise<Set<string>> {
  const { rows } = await pool.query<{ place: string; name: string; text: boolean }>(
    `select table_name || '.' || column_name as place, column_name as name, data_type = 'text' as text
     from information_schema.columns where table_schema in ('public', 'search_index')`,
  )
  const places = rows.filter(({ text }) => text).map(({ place }) => place)
  const names = rows
    .map(({ name }) => name)
    .filter((name) => rows.every((row) => row.name !== name || row.text))
  return new Set([...places, ...names])
}

/**
 * Keys that a statement sorts text by without saying in which order, and cursors that compare it so: how the database
 * was created would decide then. What is compared for being equal is none of this.
 */
export function unsortedKeys(statement: string, textColumns: ReadonlySet<string>): string[] {
  const sorted = [...statement.matchAll(/\border by\b/gi)].flatMap(({ index }) =>
    splitKeys(statement.slice(index + "order by".length)),
  )
  const compared = [...statement.matchAll(/\(([^()]*(?:\([^()]*\)[^()]*)*,[^()]*)\)\s*[<>]/g)].flatMap(
    ([, row = ""]) => splitKeys(row),
  )
  return [...sorted, ...compared].filter((key) => isText(key, textColumns))
}

function isText(key: string, textColumns: ReadonlySet<string>): boolean {
  if (/\bcollate\b/i.test(key) || isTruthValue(key)) return false
  const columns = key.replaceAll('"', "").match(/[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*/gi) ?? []
  return columns.some((column) => {
    const [name = "", table] = column.split(".").reverse()
    return textColumns.has(name) || (table !== undefined && textColumns.has(`${table}.${name}`))
  })
}

const isTruthValue = (key: string) =>
  /(?:[<>=]|\bis (?:not )?null|\bin \()/i.test(key) && !/^case\b/i.test(key)

const END = /^(?:limit|offset|for|fetch|union|returning|rows|range)\b/i

/** The keys up to the end of the clause, without their direction. */
function splitKeys(clause: string): string[] {
  const keys = [""]
  let depth = 0
  for (let at = 0; at < clause.length; at += 1) {
    const sign = clause.charAt(at)
    if (sign === "(") depth += 1
    if (sign === ")") depth -= 1
    const isWordStart = /\s/.test(clause.charAt(at - 1))
    if (depth < 0 || sign === ";" || (depth === 0 && isWordStart && END.test(clause.slice(at)))) break
    if (sign === "," && depth === 0) keys.push("")
    else keys[keys.length - 1] += sign
  }
  return keys.map((key) => key.replace(/\s+(?:asc|desc)\b.*$/is, "").trim()).filter((key) => key !== "")
}
