import { type SQL, sql } from "drizzle-orm"
import { requireAdmin } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import { audit } from "../kernel/audit.ts"
import { type Db, type Reader, type Tx, transact } from "../kernel/database.ts"
import { notFound } from "../kernel/errors.ts"
import type { ConversationSettings } from "./schema.ts"
import { conversationSettings, KEPT_DAYS } from "./tables.ts"

const DEFAULTS: ConversationSettings = { isOn: true, keptDays: KEPT_DAYS }

export async function readConversationSettings(reader: Reader): Promise<ConversationSettings> {
  const { isOn, keptDays } = conversationSettings
  const [row] = await reader.select({ isOn, keptDays }).from(conversationSettings)
  return row ?? DEFAULTS
}

/** The same question within a statement. */
export const isSwitchedOn =
  sql<boolean>`coalesce((select is_on from ${conversationSettings}), true)` satisfies SQL

/** Switched off, nothing of this module exists for anybody. */
export async function refuseSwitchedOff(reader: Reader): Promise<void> {
  if (!(await readConversationSettings(reader)).isOn) throw notFound()
}

/** Switching it off deletes nothing: what is there goes when its days are over. */
export async function changeConversationSettings(
  db: Db,
  actor: Actor,
  input: ConversationSettings,
): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const former = await lockSettings(tx)
    await tx.update(conversationSettings).set(input)
    const changed = [
      ["conversations", former.isOn, input.isOn],
      ["conversationDays", former.keptDays, input.keptDays],
    ] as const
    for (const [setting, from, to] of changed)
      if (from !== to)
        await audit(tx, actor, {
          action: "installation.changed",
          subjectType: "installation",
          detail: { setting, from, to },
        })
  })
}

async function lockSettings(tx: Tx): Promise<ConversationSettings> {
  await tx.insert(conversationSettings).values(DEFAULTS).onConflictDoNothing()
  const [row] = await tx.select().from(conversationSettings).for("update")
  return row ?? DEFAULTS
}
