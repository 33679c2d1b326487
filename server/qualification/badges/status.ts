import { gzipSync } from "node:zlib"
import { isNotNull } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { HOUR, now } from "../../kernel/time.ts"
import { STATUS_PLACES } from "../certificates/actions.ts"
import { certificates, deletedBadges } from "../certificates/tables.ts"
import { provenStatusAddress, statusAddress } from "./addresses.ts"
import { issuerOf, type Securing, safelyPast, secondsOf } from "./credential.ts"
import { CONTEXTS } from "./proofs.ts"

/** Which badges are revoked, without its signature; and from when on it holds. */
export async function statusListOf(reader: Reader, publicUrl: string, securing: Securing) {
  const id = securing === "jwt" ? statusAddress(publicUrl) : provenStatusAddress(publicUrl)
  // The beginning of an hour: as long as nothing is revoked, all who ask within it get the same bytes.
  const validFrom = safelyPast(new Date(Math.floor(now().getTime() / HOUR) * HOUR))
  const credential = {
    "@context": [CONTEXTS.credential],
    id,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: issuerOf(publicUrl, securing),
    validFrom: secondsOf(validFrom),
    credentialSubject: {
      id: `${id}#list`,
      type: "BitstringStatusList",
      statusPurpose: "revocation",
      // `u` says base64url in multibase.
      encodedList: `u${gzipSync(await revokedBits(reader)).toString("base64url")}`,
    },
  }
  return { credential, validFrom }
}

/** One bit per certificate, at random places; set where it is revoked or was deleted. */
async function revokedBits(reader: Reader): Promise<Buffer> {
  const revoked = await reader
    .select({ place: certificates.statusIndex })
    .from(certificates)
    .where(isNotNull(certificates.revokedOn))
  const deleted = await reader.select({ place: deletedBadges.statusIndex }).from(deletedBadges)
  const bits = Buffer.alloc(STATUS_PLACES / 8)
  // Counted from the left, the highest bit of the first byte being place 0.
  for (const { place } of [...revoked, ...deleted])
    bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7))
  return bits
}
