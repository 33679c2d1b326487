import type { Config } from "../kernel/config.ts"
import type { Db } from "../kernel/database.ts"
import { recipientOf } from "../kernel/mail-recipients.ts"
import { recordMailFailure } from "../notifications/index.ts"
import { readReport } from "./delivery-reports.ts"

type Parts = { db: Db; config: Pick<Config, "publicUrl"> }

/**
 * Notes whom a mail of ours did not reach. A report counts only where it names a mail of ours by its `Message-ID`, and as
 * its recipient the one that it went to: whoever makes a report up cannot know the one, and so stops nobody's mail.
 * Where the recipient had passed the mail on and it failed there, it did arrive.
 */
export async function takeReport({ db, config }: Parts, raw: Buffer): Promise<void> {
  const { mailIds, failures } = await readReport(raw, new URL(config.publicUrl).hostname)
  for (const { addresses, code, isForGood } of failures) {
    const address = await recipientOf(db, mailIds, addresses)
    if (address) await recordMailFailure(db, address, { permanent: isForGood, code })
  }
}
