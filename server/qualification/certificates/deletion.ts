import { eq, type SQL } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { accessCertificateForChange, type Certificate, mayDelete } from "./policy.ts"
import { certificates, deletedBadges } from "./tables.ts"

/** By its holder, for good: a check of its number says "unknown" from then on, and its badge counts as revoked. */
export async function deleteCertificate(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    await removeCertificate(tx, actor, await accessCertificateForChange(tx, actor, id, mayDelete))
  })
}

/**
 * Within a transaction of somebody else, who has made sure that it is the holder's wish.
 * @param actor null where the holder has left by then
 */
export async function removeCertificates(tx: Tx, actor: Actor | null, which: SQL | undefined): Promise<void> {
  const doomed = await tx.select().from(certificates).where(which).for("update")
  for (const certificate of doomed) await removeCertificate(tx, actor, certificate)
}

async function removeCertificate(
  tx: Tx,
  actor: Actor | null,
  { id, statusIndex }: Pick<Certificate, "id" | "statusIndex">,
): Promise<void> {
  await tx.delete(certificates).where(eq(certificates.id, id))
  await tx.insert(deletedBadges).values({ statusIndex })
  await audit(tx, actor, { action: "certificate.deleted", subjectType: "certificate", subjectId: id })
}
