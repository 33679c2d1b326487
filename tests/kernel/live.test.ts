import { expect, it } from "vitest"
import { Hub } from "../../server/kernel/live.ts"

const ID = "0190a8a0-0000-7000-8000-000000000000"
const actor = {
  id: ID,
  displayName: "Frau Müller",
  roles: [],
  departments: [],
  locale: "de",
  sessionId: ID,
} as const

function listener(isSignedIn: boolean) {
  const closed: string[] = []
  const sent: string[] = []
  const who = isSignedIn ? { ...actor, roles: [], departments: [] } : null
  return {
    closed,
    sent,
    topics: new Set<string>(),
    send: (text: string) => void sent.push(text),
    close: (why: string) => void closed.push(why),
    whoIsThere: async () => who,
  }
}

it("tells a page whose server stops to come back, and one whose person is signed out to stay away", async () => {
  const hub = new Hub((error) => {
    throw error
  })
  hub.declare("thread", async () => true)
  const [reader, stranger] = [listener(true), listener(false)]
  const subscribe = JSON.stringify({ subscribe: "thread", id: ID })
  await hub.receive(reader, subscribe)
  await hub.receive(stranger, subscribe)
  expect(stranger.closed).toEqual(["signed out"])
  hub.closeAll()
  expect(reader.closed).toEqual(["restart"])
})
