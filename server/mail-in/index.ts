import type { Config } from "../kernel/config.ts"
import type { Db } from "../kernel/database.ts"
import type { FileStore } from "../kernel/files.ts"

/** What a mail that comes in needs of the application, as `app.ts` gives it. */
export type MailInParts = { config: Config; db: Db; files: FileStore }

/**
 * What became of a mail: a post; a draft, because something in it looks personal; back to its sender with the reason; a
 * delivery report, for the reader of those; or nothing, as nobody wrote it to us.
 */
export type MailOutcome = "posted" | "drafted" | "returned" | "report" | "ignored"

/** Takes one mail as it came. Taking it again changes nothing and has the same outcome. */
export async function handleMail(_parts: MailInParts, _raw: Buffer): Promise<{ outcome: MailOutcome }> {
  throw new Error("mails are not read yet")
}
