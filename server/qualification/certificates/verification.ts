import { eq } from "drizzle-orm"
import type { Locale } from "../../kernel/actor.ts"
import type { Config } from "../../kernel/config.ts"
import type { Db } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { networkOf } from "../../kernel/sender.ts"
import { dailyHash, limit } from "../../kernel/throttle.ts"
import { dayOf } from "../../kernel/time.ts"
import { groupedCode, readCode } from "./code.ts"
import type { VerificationView } from "./schema.ts"
import { certificates } from "./tables.ts"
import { competenceView, scaleOf } from "./view.ts"

/**
 * Anybody can check certificates only where everybody reaches the installation under an address that nobody can
 * imitate; many stand in an intranet, and a trial certifies nothing.
 */
export const offersVerification = ({ secure, trial }: Pick<Config, "secure" | "trial">) => secure && !trial

export const verificationAddress = (config: Config, code: string): string | null =>
  offersVerification(config) ? `${config.publicUrl}/zertifikate/pruefen/${groupedCode(code)}` : null

const UNKNOWN: VerificationView = {
  state: "unknown",
  holder: null,
  programme: null,
  issuedOn: null,
  competences: null,
  scale: null,
}

const CHECKS_A_MINUTE = 30

/** For everybody who has the number, and nothing but what the holder released. 404 where no check is offered. */
export async function verifyCertificate(
  db: Db,
  config: Config,
  request: { sender: string; locale: Locale },
  typed: string,
): Promise<VerificationView> {
  if (!offersVerification(config)) throw notFound()
  await limit(db, `verify:${await dailyHash(db, networkOf(request.sender))}`, CHECKS_A_MINUTE, 60)
  const code = readCode(typed)
  if (!code) return UNKNOWN
  const [certificate] = await db.select().from(certificates).where(eq(certificates.code, code))
  if (!certificate) return UNKNOWN
  const { content, showsName, showsCompetences } = certificate
  const isValid = certificate.revokedOn === null
  const showsLevels = showsCompetences && isValid
  return {
    state: isValid ? "valid" : "revoked",
    holder: showsName ? content.holder : null,
    programme: showsName ? content.programme : null,
    issuedOn: showsName ? dayOf(certificate.issuedAt) : null,
    competences: showsLevels ? content.competences.map((one) => competenceView(one, request.locale)) : null,
    scale: showsLevels ? scaleOf(content) : null,
  }
}
