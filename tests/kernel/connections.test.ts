import { once } from "node:events"
import { connect, type Socket } from "node:net"
import { expect, it } from "vitest"
import { openWorld } from "../support/world.ts"

/** The stop cuts what is left after ten seconds. */
const CUT_MS = 10_000

it("stops while connections are kept open, and answers what is still asked", async () => {
  // How long it takes to stop where nobody is connected.
  const alone = await openWorld({}, { listen: true })
  const begin = performance.now()
  await alone.close()
  const usual = performance.now() - begin

  const world = await openWorld({}, { listen: true })
  const open = () => connect(world.config.port, world.config.host)
  const silent = open()
  const kept = open()
  const halfAHead = open()
  const asking = open()
  await Promise.all([silent, kept, halfAHead, asking].map((socket) => once(socket, "connect")))
  const ended = Promise.all([silent, kept, halfAHead, asking].map(textUntilClosed))
  const answered = once(kept, "data")
  kept.write("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n")
  halfAHead.write("GET /health/live HTTP/1.1\r\nHost: loc")
  const body = JSON.stringify({ email: "a@example.org", password: "irgendeines" })
  const head = [
    "POST /api/sign-in HTTP/1.1",
    "Host: localhost",
    `Origin: ${world.config.publicUrl}`,
    "Content-Type: application/json",
    `Content-Length: ${body.length}`,
    "Expect: 100-continue",
  ]
  const begun = once(asking, "data")
  asking.write(`${head.join("\r\n")}\r\n\r\n`)
  await Promise.all([answered, begun])

  const from = performance.now()
  const stopped = world.close()
  asking.write(body)
  const [, , , answer] = await ended
  expect(performance.now() - from).toBeLessThan(usual + CUT_MS / 2)
  await stopped
  expect(answer).toContain("HTTP/1.1 401")
})

function textUntilClosed(socket: Socket): Promise<string> {
  let text = ""
  socket.setEncoding("latin1")
  socket.on("data", (piece) => {
    text += piece
  })
  socket.on("error", () => undefined)
  return new Promise((resolve) => socket.once("close", () => resolve(text)))
}
