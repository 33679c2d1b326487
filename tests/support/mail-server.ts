import { once } from "node:events"
import { createServer, type Socket } from "node:net"

export type MailServer = Awaited<ReturnType<typeof openMailServer>>

/** A mail server that keeps what it takes, and breaks the connection or refuses a recipient where the test says. */
export async function openMailServer() {
  const taken: string[] = []
  const breaks = { before: 0, after: 0 }
  const refused = new Set<string>()
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
  const converse = (socket: Socket) => {
    let buffer = ""
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
        else if (refused.has(/^RCPT TO:<(.*?)>/i.exec(piece)?.[1] ?? "")) say("550 nobody of that name")
        else say(/^EHLO/i.test(piece) ? "250 localhost" : "250 ok")
      }
    })
    say("220 ready")
  }
  const server = createServer(converse).listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  return { taken, breaks, refused, hold, url: `smtp://127.0.0.1:${port}`, close: () => server.close() }
}

export const headerOf = (mail: string, name: string) =>
  new RegExp(`^${name}: (.*)$`, "im")
    .exec(mail.split("\r\n\r\n")[0]?.replaceAll(/\r\n\s+/g, " ") ?? "")?.[1]
    ?.trim()

/** Long lines are cut for the way (quoted-printable). */
export const readable = (mail: string) => mail.replaceAll("=\r\n", "").replaceAll("=3D", "=")
