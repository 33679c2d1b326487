import { readKeyFile } from "./key-file.ts"

/** Where mails to the forum arrive, and what is believed about them. */
export type MailIn = {
  /** The address as a whole; what stands behind a "+" in it says what a mail is for. */
  address: string
  /** The file with the keys that sign the addresses of replies; null: a trial makes one. */
  keyFile: string | null
  /** The name under which the receiving mail server writes `Authentication-Results`; null: none of them is believed. */
  authServer: string | null
}

/** Beside it a token has to find room in the 64 characters that may stand before the "@" (RFC 5321). */
const LONGEST_LOCAL = 19
const ADDRESS = /^([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)@([a-z0-9-]+(?:\.[a-z0-9-]+)*)$/i

/** In a trial mails are taken on a page of it, without a mailbox. */
export function readMailIn(
  env: NodeJS.ProcessEnv,
  { trial, hostname }: { trial: boolean; hostname: string },
  faults: string[],
): MailIn | null {
  const domain = /^[a-z0-9.-]+$/i.test(hostname) ? hostname : "localhost"
  const address = env.MAIL_IN_ADDRESS?.trim() || (trial ? `antwort@${domain}` : "")
  if (address === "") return null
  const [, local = ""] = ADDRESS.exec(address) ?? []
  if (local === "" || local.length > LONGEST_LOCAL)
    faults.push(
      `MAIL_IN_ADDRESS ist „${address}“: Es muss eine E-Mail-Adresse sein, mit höchstens ${LONGEST_LOCAL} Zeichen vor dem @ und ohne +.`,
    )
  const keyFile = env.MAIL_IN_KEY_FILE?.trim() || null
  if (!keyFile && !trial)
    faults.push(
      "MAIL_IN_KEY_FILE fehlt: Mit MAIL_IN_ADDRESS muss eine Datei mit dem Schlüssel angegeben werden, der die Adressen für Antworten unterschreibt.",
    )
  if (keyFile) faults.push(...readKeyFile(keyFile, "MAIL_IN_KEY_FILE").faults)
  return { address: address.toLowerCase(), keyFile, authServer: env.MAIL_IN_AUTH_SERVER?.trim() || null }
}
