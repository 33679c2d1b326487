import { lt } from "drizzle-orm"
import type { Db, Reader } from "../../kernel/database.ts"
import { now } from "../../kernel/time.ts"
import { usedAnswers } from "./tables.ts"

/** False for whoever comes second with the same answer, in whichever process. */
export async function useOnce(db: Reader, hash: string, expiresAt: Date): Promise<boolean> {
  const used = await db.insert(usedAnswers).values({ hash, expiresAt }).onConflictDoNothing().returning()
  return used.length > 0
}

export async function sweepUsedAnswers(db: Db): Promise<void> {
  await db.delete(usedAnswers).where(lt(usedAnswers.expiresAt, now()))
}
