import { and, asc, eq, gt, ne, sql } from "drizzle-orm"
import { type Db, FIRST_ID, transact } from "../../kernel/database.ts"
import type { Keys } from "../../kernel/key-file.ts"
import { openContent, sealContent } from "./sealing.ts"
import { journalEntries } from "./tables.ts"

const BATCH = 100

export type Rotation = {
  /** Sealed anew with the first key by this run. */
  renewed: number
  /** Left as they are, because their key is missing or what is stored was tampered with. */
  unreadable: number
  isComplete: boolean
  /** How many entries each other key still seals, by its name. */
  remaining: Record<string, number>
}

/**
 * Seals every entry with the first key of the file. Entry by entry in short transactions: people go on reading and
 * writing meanwhile, and a run that was stopped is simply started again, as what is done is known by its key.
 */
export async function rotateJournal(
  db: Db,
  keys: Keys,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<Rotation> {
  const outdated = ne(journalEntries.keyId, keys.first.id)
  const total = await db.$count(journalEntries, outdated)
  let renewed = 0
  let unreadable = 0
  let after = FIRST_ID
  while (!signal?.aborted) {
    const batch = await db
      .select({ id: journalEntries.id })
      .from(journalEntries)
      .where(and(outdated, gt(journalEntries.id, after)))
      .orderBy(asc(journalEntries.id))
      .limit(BATCH)
    if (batch.length === 0) break
    for (const { id } of batch) {
      if (signal?.aborted) break
      const outcome = await renew(db, keys, id)
      if (outcome === "renewed") renewed += 1
      if (outcome === "unreadable") unreadable += 1
      after = id
    }
    say(`${renewed + unreadable} von ${total} Einträgen bearbeitet.`)
  }
  return { renewed, unreadable, isComplete: !signal?.aborted, remaining: await countByKey(db, keys) }
}

async function renew(db: Db, keys: Keys, id: string): Promise<"renewed" | "unreadable" | "gone"> {
  return transact(db, async (tx) => {
    const [row] = await tx
      .select()
      .from(journalEntries)
      .where(and(eq(journalEntries.id, id), ne(journalEntries.keyId, keys.first.id)))
      .for("update")
    if (!row) return "gone"
    const content = openContent(keys, row)
    if (!content) return "unreadable"
    // The words stay the same, so an open form of the person is still up to date: no new version.
    await tx
      .update(journalEntries)
      .set(sealContent(keys, row, content))
      .where(eq(journalEntries.id, id))
    return "renewed"
  })
}

async function countByKey(db: Db, keys: Keys): Promise<Record<string, number>> {
  const rows = await db
    .select({ keyId: journalEntries.keyId, entries: sql<number>`count(*)::int` })
    .from(journalEntries)
    .groupBy(journalEntries.keyId)
  const counts = new Map(rows.map(({ keyId, entries }) => [keyId, entries]))
  const names = new Set([...keys.all.keys(), ...counts.keys()])
  names.delete(keys.first.id)
  return Object.fromEntries([...names].map((name) => [name, counts.get(name) ?? 0]))
}

/** What an operator has to know after a run: which keys can go, and what cannot be read. */
export function tellRotation(
  { renewed, unreadable, isComplete, remaining }: Rotation,
  keys: Keys,
  say: (line: string) => void,
): void {
  say(`${renewed} Einträge sind jetzt mit dem Schlüssel „${keys.first.id}“ verschlüsselt.`)
  if (unreadable > 0)
    say(
      `${unreadable} Einträge sind nicht lesbar: Ihr Schlüssel fehlt, oder sie wurden verändert. Sie bleiben liegen.`,
    )
  for (const [name, entries] of Object.entries(remaining)) {
    const isKnown = keys.all.has(name)
    if (entries === 0)
      say(
        `Der Schlüssel „${name}“ wird in dieser Datenbank nicht mehr gebraucht. Bewahren Sie ihn auf, solange eine Sicherung von vor heute zurückgespielt werden könnte.`,
      )
    else if (isKnown) say(`Der Schlüssel „${name}“ wird noch gebraucht: Einträge: ${entries}.`)
    else say(`Der Schlüssel „${name}“ fehlt in der Datei: Einträge: ${entries}.`)
  }
  if (!isComplete) say("Angehalten. Ein neuer Aufruf macht dort weiter.")
}
