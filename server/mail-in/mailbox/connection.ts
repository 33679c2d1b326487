import { ImapFlow } from "imapflow"
import type { Mailbox } from "../../kernel/mailbox.ts"
import { LARGEST_MAIL } from "../received.ts"
import { MailboxTrouble } from "./faults.ts"

/** How much of the protocol may stand around a mail in an answer of the server. */
const AROUND = 1024 * 1024

export type Connection = {
  client: ImapFlow
  /** Resolves with the next change that the server tells of, with the end of the connection, or after this time. */
  change(milliseconds: number): Promise<void>
  /** From here on a change counts for the next call of `change`. */
  listen(): void
  end(): Promise<void>
}

/**
 * Signs in and opens the folder that mails arrive in.
 * @param token for a mailbox without a password
 * @param ended wakes those who wait for a change
 */
export async function connect(
  mailbox: Mailbox,
  token: () => Promise<string>,
  ended: AbortSignal,
): Promise<Connection> {
  const { host, port, secure, user, password, folder } = mailbox
  const auth = { user, ...(password === null ? { accessToken: await tokenOf(token) } : { pass: password }) }
  const client = new ImapFlow({
    host,
    port,
    secure,
    ...mustUpgrade(mailbox),
    auth,
    clientInfo: { name: "Fachforum" },
    disableAutoIdle: true,
    logger: false,
    connectionTimeout: 30_000,
    socketTimeout: 120_000,
    maxLiteralSize: LARGEST_MAIL + AROUND,
    maxResponseSize: LARGEST_MAIL + 2 * AROUND,
  })
  let fault: Error | null = null
  client.on("error", (error) => {
    fault = error
  })
  let next = Promise.withResolvers<void>()
  const wake = () => next.resolve()
  client.on("exists", wake)
  client.on("close", wake)
  const cut = () => client.close()
  ended.addEventListener("abort", cut)
  const end = async () => {
    ended.removeEventListener("abort", cut)
    ended.removeEventListener("abort", wake)
    if (client.usable) await client.logout().catch(() => undefined)
    client.close()
  }
  try {
    await client.connect()
    await client.mailboxOpen(folder).catch((error) => {
      if (!client.usable) throw error
      throw new MailboxTrouble("folder", "the folder of incoming mail cannot be opened", error)
    })
  } catch (error) {
    await end()
    throw error
  }
  // From now on what is being done may be finished.
  ended.removeEventListener("abort", cut)
  ended.addEventListener("abort", wake)
  return {
    client,
    end,
    listen: () => {
      next = Promise.withResolvers()
      if (ended.aborted) next.resolve()
    },
    async change(milliseconds) {
      // The next command ends it; a server that cannot do it is asked again after the time.
      void client.idle().catch(() => undefined)
      const timer = setTimeout(wake, milliseconds)
      await next.promise
      clearTimeout(timer)
      if (fault) throw fault
    },
  }
}

/** A password must not cross a network that others can read; within this machine there is nobody between. */
export const mustUpgrade = ({ host, secure }: Pick<Mailbox, "host" | "secure">) =>
  secure || LOOPBACK.test(host) ? {} : { doSTARTTLS: true }
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/

const tokenOf = (token: () => Promise<string>) =>
  token().catch((error) => {
    throw new MailboxTrouble("refused", "no token for the mailbox is to be had", error)
  })
