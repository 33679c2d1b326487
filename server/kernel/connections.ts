import type { IncomingMessage, Server, ServerResponse } from "node:http"
import type { Socket } from "node:net"

export type Connections = {
  /** From now on a connection ends with its last answer, and at once where nothing is asked on it. */
  endWithAnswers(): void
}

/**
 * Node itself ends those that are idle at the moment of stopping. One that is still answered would be kept for the next
 * request then, and one on which nothing has been asked yet (browsers open them ahead) would never end.
 */
export function watchConnections(server: Server): Connections {
  const running = new Map<Socket, number>()
  let isEnding = false
  const count = (socket: Socket, change: number) =>
    running.has(socket) && running.set(socket, (running.get(socket) ?? 0) + change)
  const endIdle = (socket: Socket) => isEnding && running.get(socket) === 0 && socket.destroySoon()

  server.on("connection", (socket: Socket) => {
    running.set(socket, 0)
    socket.once("close", () => running.delete(socket))
    endIdle(socket)
  })
  server.on("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    count(socket, 1)
    response.once("close", () => {
      count(socket, -1)
      endIdle(socket)
    })
  })
  // A WebSocket hears by its own protocol that the server stops.
  server.on("upgrade", ({ socket }: IncomingMessage) => running.delete(socket))
  return {
    endWithAnswers() {
      isEnding = true
      for (const socket of [...running.keys()]) endIdle(socket)
    },
  }
}
