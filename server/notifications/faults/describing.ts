import { and, eq } from "drizzle-orm"
import { type Actor, has } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { among } from "../../kernel/statements.ts"
import type { InboxFacts } from "../inbox/queries.ts"
import { type FaultNotice, operationFaults } from "../tables.ts"

/** What is wrong at this moment, for administrators; what is over is told to nobody any more. */
export async function describeFaults(
  reader: Reader,
  actor: Actor,
  ids: string[],
): Promise<Map<string, InboxFacts>> {
  if (!has(actor, "admin")) return new Map()
  const rows = await reader
    .select({ id: operationFaults.id, name: operationFaults.name, notice: operationFaults.notice })
    .from(operationFaults)
    .where(and(among(operationFaults.id, ids), eq(operationFaults.isTold, true)))
  const facts = { kind: null, person: null, place: null, text: null }
  return new Map(rows.map(({ id, name, notice }) => [id, { ...facts, address: pageOf(notice), title: name }]))
}

/** Where it can be mended. */
const pageOf = (notice: FaultNotice) =>
  notice === "accounts.webhook-stopped" ? "/verwaltung/webhooks" : "/verwaltung/betrieb"
