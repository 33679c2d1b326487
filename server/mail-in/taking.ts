import { takeReport } from "./bounces.ts"
import { handleMail, type MailInParts } from "./handling.ts"
import type { MailOutcome } from "./tables.ts"

/**
 * Takes one mail, whichever way it came.
 * @param bytes how long the mail is; where that is more than `raw`, only its beginning was read
 */
export type Take = (raw: Buffer, bytes: number) => Promise<MailOutcome>

export const takeMail =
  (parts: MailInParts): Take =>
  async (raw, bytes) => {
    const { outcome } = await handleMail(parts, raw, bytes)
    if (outcome === "report") await takeReport(parts, raw)
    return outcome
  }
