import { once } from "node:events"
import { createServer, type Socket } from "node:net"
import { createServer as createTlsServer } from "node:tls"

export type MailServer = Awaited<ReturnType<typeof openMailServer>>

type Options = {
  /** Who may sign in by a token, and with which; without it nobody needs to. */
  tokens?: Map<string, string>
  /** Speaks over TLS alone, and only with whoever shows a certificate of the same file. */
  certificate?: Buffer
}

/** A mail server that keeps what it takes, and breaks the connection or answers what the test says. */
export async function openMailServer({ tokens, certificate }: Options = {}) {
  const taken: string[] = []
  /** What it says to a recipient instead of "ok"; nothing at all where that is empty. */
  const answers = new Map<string, string>()
  const breaks = { before: 0, after: 0 }
  let held: ((answer: () => void) => void) | null = null
  /** The next text is taken and not answered before it is released. */
  const hold = () => {
    let release = (): void => undefined
    const arrived = new Promise<void>((resolve) => {
      held = (answer) => {
        release = answer
        resolve()
      }
    })
    return { arrived, release: () => release() }
  }
  const sockets = new Set<Socket>()
  const converse = (socket: Socket) => {
    sockets.add(socket)
    let buffer = ""
    let isKnown = !tokens
    let isData = false
    const say = (line: string) => socket.write(`${line}\r\n`)
    const takeMail = (text: string) => {
      isData = false
      taken.push(text)
      if (breaks.before-- > 0) return socket.destroy()
      const answer = () => {
        say("250 taken")
        if (breaks.after-- > 0) socket.destroySoon()
      }
      if (!held) return answer()
      held(answer)
      held = null
    }
    socket.on("error", () => undefined)
    socket.on("data", (chunk) => {
      buffer += chunk
      for (;;) {
        const end = buffer.indexOf(isData ? "\r\n.\r\n" : "\r\n")
        if (end < 0) return
        const piece = buffer.slice(0, end)
        buffer = buffer.slice(end + (isData ? 5 : 2))
        if (isData) takeMail(piece)
        else if (/^DATA/i.test(piece)) {
          isData = true
          say("354 go on")
        } else if (/^QUIT/i.test(piece)) socket.end("221 bye\r\n")
        else if (/^EHLO/i.test(piece)) say(tokens ? "250-localhost\r\n250 AUTH XOAUTH2" : "250 localhost")
        else if (/^AUTH XOAUTH2/i.test(piece)) {
          isKnown = knows(tokens, piece)
          say(isKnown ? "235 2.7.0 welcome" : "535 5.7.3 Authentication unsuccessful")
        } else if (!isKnown) say("530 5.7.57 Client not authenticated to send mail")
        else answerCommand(piece, say)
      }
    })
    say("220 ready")
  }
  const answerCommand = (piece: string, say: (line: string) => void) => {
    const recipient = /^RCPT TO:<(.*?)>/i.exec(piece)?.[1] ?? ""
    const answer = answers.get(recipient) ?? "250 ok"
    if (answer !== "") say(answer)
  }
  const tls = certificate && { cert: certificate, key: certificate, ca: certificate, requestCert: true }
  const server = (tls ? createTlsServer(tls, converse) : createServer(converse)).listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  const url = `${tls ? "smtps" : "smtp"}://127.0.0.1:${port}`
  const close = () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  return { taken, breaks, answers, hold, url, close }
}

/** As nodemailer sends it: `user=…^Aauth=Bearer …^A^A`, in Base64. */
function knows(tokens: Options["tokens"], command: string): boolean {
  const said = Buffer.from(command.split(" ")[2] ?? "", "base64").toString()
  const [user = "", token = ""] = said.split("\u0001")
  return tokens?.get(user.replace("user=", "")) === token.replace("auth=Bearer ", "")
}

export const headerOf = (mail: string, name: string) =>
  new RegExp(`^${name}: (.*)$`, "im")
    .exec(mail.split("\r\n\r\n")[0]?.replaceAll(/\r\n\s+/g, " ") ?? "")?.[1]
    ?.trim()

/** Long lines are cut for the way (quoted-printable). */
export const readable = (mail: string) => mail.replaceAll("=\r\n", "").replaceAll("=3D", "=")
