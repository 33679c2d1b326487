import { createServer } from "node:http"
import { type WebSocket, WebSocketServer } from "ws"

/**
 * What the same machine can do at best: a bare `ws` server that asks for nothing, takes subscriptions as the program
 * does, and tells everybody of a topic at `POST /topics/ID`, once it has answered.
 */
const byTopic = new Map<string, Set<WebSocket>>()
const server = createServer((request, response) => {
  const [, id] = /^\/topics\/(.+)$/.exec(request.url ?? "") ?? []
  response.writeHead(id ? 201 : 200).end()
  if (!id) return
  const message = Buffer.from(JSON.stringify({ channel: "thread", id }))
  for (const socket of byTopic.get(id) ?? []) socket.send(message, { binary: false })
})
const sockets = new WebSocketServer({ server, maxPayload: 512 })
sockets.on("connection", (socket) => {
  socket.on("message", (raw) => {
    const { subscribe, id } = JSON.parse(String(raw)) as { subscribe: string; id: string }
    const listeners = byTopic.get(id) ?? new Set()
    byTopic.set(id, listeners.add(socket))
    socket.send(JSON.stringify({ subscribed: subscribe, id }))
    socket.on("close", () => listeners.delete(socket))
  })
})
process.on("SIGTERM", () => process.exit(0))
server.listen(Number(process.env.PORT), "127.0.0.1")
