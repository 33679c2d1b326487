import { chmod, unlink } from "node:fs/promises"
import { connect } from "node:net"
import { buffer } from "node:stream/consumers"
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server"
import type { HandOver } from "../../kernel/mailbox.ts"
import { openQueue } from "../../kernel/queue.ts"
import { LARGEST_MAIL } from "../received.ts"
import type { Take } from "../taking.ts"

/** So many mails are handled at the same time; the others are still on their way meanwhile. */
const AT_A_TIME = 2
/** More than a mail server opens by itself: it would take a refusal for a reason to wait. */
const MOST_CLIENTS = 50

export type HandOverParts = {
  handOver: HandOver
  take: Take
  /** Whether an address is ours. */
  isOurs: (address: string) => boolean
  report: (error: unknown) => void
}

/**
 * Takes mails from a mail server of this machine. "250" is said once the mail is handled for good; of a fault of ours the
 * mail server hears that it is to come again, and keeps the mail until then.
 */
export async function openHandOver(parts: HandOverParts): Promise<{ close(): Promise<void> }> {
  const { handOver, isOurs, report } = parts
  const queue = openQueue(AT_A_TIME)
  const server = new SMTPServer({
    lmtp: handOver.protocol === "lmtp",
    banner: "Fachforum",
    size: LARGEST_MAIL,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    maxClients: MOST_CLIENTS,
    logger: false,
    onRcptTo({ address }, _session, callback) {
      callback(isOurs(address) ? null : refusal(550, "5.1.1 No such address here"))
    },
    onData(stream, session, callback) {
      const work = () => take(parts, stream, session)
      queue.run("mail", work).then(
        (said) => callback(null, said),
        (error) => callback(error),
      )
    },
  })
  server.on("error", report)
  await listen(server, handOver)
  return { close: () => new Promise((resolve) => server.close(() => resolve())) }
}

async function take(
  { take, report }: HandOverParts,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
) {
  const content = await buffer(stream)
  if (stream.sizeExceeded) throw refusal(552, "5.3.4 The mail is too large")
  const raw = Buffer.concat([traceOf(session), content])
  try {
    return `2.0.0 ${await take(raw, raw.length)}`
  } catch (error) {
    report(error)
    throw refusal(451, "4.3.0 Not now, please send it again later")
  }
}

/** What the last mail server of a mail writes into it, as nobody comes after us (RFC 5321, 4.4). */
function traceOf({ envelope: { mailFrom, rcptTo } }: SMTPServerSession): Buffer {
  const sender = mailFrom ? mailFrom.address : ""
  const lines = [`Return-Path: <${sender}>`, ...rcptTo.map(({ address }) => `Delivered-To: ${address}`)]
  return Buffer.from(lines.map((line) => `${line}\r\n`).join(""))
}

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

async function listen(server: SMTPServer, { at }: HandOver): Promise<void> {
  if ("path" in at) await removeLeftOver(at.path)
  const listening = Promise.withResolvers<void>()
  server.server.once("listening", listening.resolve)
  server.server.once("error", listening.reject)
  if ("path" in at) server.listen(at.path)
  else server.listen(at.port, at.host)
  await listening.promise
  // Who may hand mails over is said by the folder, which the mail server's account has to be let into.
  if ("path" in at) await chmod(at.path, 0o666)
}

/** The socket of a process that was killed; one that still listens is left alone, and listening beside it fails. */
async function removeLeftOver(path: string): Promise<void> {
  const code = await new Promise<string>((resolve) => {
    const socket = connect(path, () => {
      socket.destroy()
      resolve("")
    })
    socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? ""))
  })
  if (code === "ECONNREFUSED") await unlink(path)
}
