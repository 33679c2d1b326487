import { and, eq, isNull } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { byName } from "../../kernel/order.ts"
import { listTokensOf } from "../api-tokens/queries.ts"
import { departmentNames } from "../people/queries.ts"
import { people } from "../tables.ts"
import { nameWithin } from "./naming.ts"
import type { ServiceView } from "./schema.ts"

/** By name, each with its tokens. For the administration only. */
export const listServices = (reader: Reader): Promise<ServiceView[]> => select(reader)

export async function findService(reader: Reader, id: string): Promise<ServiceView | null> {
  const [found] = await select(reader, id)
  return found ?? null
}

async function select(reader: Reader, id?: string): Promise<ServiceView[]> {
  const { displayName, active, roles } = people
  const rows = await reader
    .select({ id: people.id, displayName, active, roles, departments: departmentNames })
    .from(people)
    .where(and(eq(people.isService, true), isNull(people.leftOn), id ? eq(people.id, id) : undefined))
    .orderBy(byName(displayName), people.id)
  const tokens = await listTokensOf(
    reader,
    rows.map((row) => row.id),
  )
  return rows.map(({ displayName: name, ...row }) => {
    return { ...row, name: nameWithin(name), tokens: tokens.get(row.id) ?? [] }
  })
}
