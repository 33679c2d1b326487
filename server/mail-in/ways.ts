import { accessToken, forgetToken } from "../kernel/mail-oauth.ts"
import { tagOf } from "../notifications/index.ts"
import type { MailInParts } from "./handling.ts"
import { openHandOver } from "./mailbox/hand-over.ts"
import { openReader } from "./mailbox/reader.ts"
import { tellSetAside } from "./set-aside.ts"
import { takeMail } from "./taking.ts"

type Parts = MailInParts & {
  /** For the operator: what kept a mail from being handled, or the mailbox from being read. */
  report: (error: unknown) => void
}

/** The ways on which mails come in, as far as they are configured: the mailbox, and a mail server that hands them over. */
export function openMailIn(parts: Parts): { start(): Promise<void>; stop(): Promise<void> } {
  const { config, db, report } = parts
  const { mailbox, handOver } = config
  const take = takeMail(parts)
  const reader =
    mailbox &&
    openReader({
      ...{ db, mailbox, take, report },
      async token(renew) {
        if (renew) forgetToken(config)
        return accessToken(config)
      },
      setAside: () => tellSetAside(db),
    })
  let listening: Awaited<ReturnType<typeof openHandOver>> | null = null
  return {
    async start() {
      const isOurs = (address: string) => tagOf(config, address) !== null
      if (handOver) listening = await openHandOver({ handOver, take, isOurs, report })
      reader?.start()
    },
    async stop() {
      await Promise.all([reader?.stop(), listening?.close()])
    },
  }
}
