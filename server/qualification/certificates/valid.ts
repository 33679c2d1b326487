import { and, eq, isNull } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { certificates } from "./tables.ts"

/** The certificate of an enrolment that is not revoked: there is at most one. It asks for no rights itself. */
export async function findValidCertificate(reader: Reader, memberId: string): Promise<{ id: string } | null> {
  const [valid] = await selectValid(reader, memberId)
  return valid ?? null
}

export const selectValid = (reader: Reader, memberId: string) =>
  reader
    .select({ id: certificates.id })
    .from(certificates)
    .where(and(eq(certificates.memberId, memberId), isNull(certificates.revokedOn)))
