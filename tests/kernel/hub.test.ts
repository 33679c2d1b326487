import { afterEach, expect, it, vi } from "vitest"
import type { Actor } from "../../server/kernel/actor.ts"
import { Hub, type Subscriber } from "../../server/kernel/hub.ts"

const ID = "0190a8a0-0000-7000-8000-000000000000"
const OTHER = "0190a8a0-0000-7000-8000-000000000001"
const actor: Actor = {
  id: ID,
  displayName: "Frau Müller",
  roles: [],
  departments: [],
  locale: "de",
  sessionId: ID,
}
const subscribe = (id = ID, channel = "thread") => JSON.stringify({ subscribe: channel, id })

afterEach(() => {
  vi.useRealTimers()
})

function listener(session: string) {
  const closed: string[] = []
  const sent: Record<string, string>[] = []
  const state = { unread: 0, cut: false }
  const subscriber: Subscriber = {
    session,
    topics: new Set(),
    send: (message) => void sent.push(JSON.parse(String(message))),
    unread: () => state.unread,
    close: (why) => void closed.push(why),
    cut: () => {
      state.cut = true
    },
  }
  return { ...subscriber, subscriber, closed, sent, state }
}

/** A hub whose sessions and rights are sets that a test changes, and that counts how often it asks. */
function openHub() {
  const sessions = new Set<string>()
  const allowed = new Set([ID, OTHER])
  const asked = { sessions: 0, rights: 0 }
  const faults: unknown[] = []
  const control = { fails: false }
  const hub = new Hub(
    async (some) => {
      asked.sessions += 1
      if (control.fails) throw new Error("the database is gone")
      return new Map(
        some.filter((one) => sessions.has(one)).map((one) => [one, { ...actor, sessionId: one }]),
      )
    },
    (error) => void faults.push(error),
  )
  hub.declare("thread", async (ids) => {
    asked.rights += 1
    const now = new Set(ids.filter((id) => allowed.has(id)))
    return (_, id) => now.has(id)
  })
  const join = async (session: string) => {
    sessions.add(session)
    const one = listener(session)
    await hub.receive(one.subscriber, subscribe())
    return one
  }
  return { hub, sessions, allowed, asked, faults, control, join }
}

it("tells a page whose server stops to come back, and one whose person is signed out to stay away", async () => {
  const { hub, join } = openHub()
  const reader = await join("reader")
  const stranger = listener("nobody's")
  await hub.receive(stranger.subscriber, subscribe())
  expect(stranger.closed).toEqual(["signed out"])
  hub.closeAll()
  expect(reader.closed).toEqual(["restart"])
})

it("asks for the rights of a topic once and for sessions in sets, however many listen", async () => {
  const { hub, asked, join } = openHub()
  const readers = await Promise.all(Array.from({ length: 1500 }, (_, at) => join(`s${at}`)))
  expect(asked.sessions).toBeLessThan(5)
  expect(asked.rights).toBeLessThan(5)
  Object.assign(asked, { sessions: 0, rights: 0 })
  await hub.deliver([`thread:${ID}`])
  expect(asked).toEqual({ sessions: 2, rights: 1 })
  for (const { sent } of readers) expect(sent.at(-1)).toEqual({ channel: "thread", id: ID })
})

it("tells nothing to a session that ended or a right that was lost since, and goes on for the others", async () => {
  const { hub, sessions, allowed, join } = openHub()
  const [gone, stays] = [await join("gone"), await join("stays")]
  await hub.receive(stays.subscriber, subscribe(OTHER))
  sessions.delete("gone")
  await hub.deliver([`thread:${ID}`, `thread:${OTHER}`])
  expect(gone.closed).toEqual(["signed out"])
  expect(gone.sent).toEqual([{ subscribed: "thread", id: ID }])
  expect(stays.sent.slice(2).map(({ id }) => id)).toEqual([ID, OTHER])
  allowed.delete(ID)
  await hub.deliver([`thread:${ID}`, `thread:${OTHER}`])
  expect(stays.sent.slice(4).map(({ id }) => id)).toEqual([OTHER])
  // A right that comes back does not bring the topic back: it must be asked for.
  allowed.add(ID)
  await hub.deliver([`thread:${ID}`])
  expect(stays.sent).toHaveLength(5)
})

it("cuts a reader who does not read instead of keeping what they have not taken", async () => {
  const { hub, join } = openHub()
  const [slow, quick] = [await join("slow"), await join("quick")]
  slow.state.unread = 64 * 1024 + 1
  await hub.deliver([`thread:${ID}`])
  expect(slow.state.cut).toBe(true)
  expect(slow.sent).toHaveLength(1)
  expect(quick.sent).toHaveLength(2)
})

it("tells what comes right after something that nobody here listens to", async () => {
  const { hub, join } = openHub()
  const reader = await join("reader")
  // As signals about hundreds of people arrive: several in one piece, not all of them for this process.
  await Promise.all([hub.deliver([`thread:${OTHER}`]), hub.deliver([`thread:${ID}`])])
  expect(reader.sent.at(-1)).toEqual({ channel: "thread", id: ID })
})

it("tells what changes during a delivery once in the next, and what could not be delivered a second later", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] })
  const { hub, control, faults, join } = openHub()
  const reader = await join("reader")
  await Promise.all(Array.from({ length: 20 }, () => hub.deliver([`thread:${ID}`])))
  expect(reader.sent).toHaveLength(3)
  control.fails = true
  await hub.deliver([`thread:${ID}`])
  expect(faults).toHaveLength(1)
  control.fails = false
  vi.runAllTimers()
  await vi.waitFor(() => expect(reader.sent).toHaveLength(4))
})

it("forgets whoever left while their subscription was looked into", async () => {
  const { hub, sessions } = openHub()
  sessions.add("hasty")
  const hasty = listener("hasty")
  const answered = hub.receive(hasty.subscriber, subscribe())
  hub.leave(hasty.subscriber)
  await answered
  await hub.deliver([`thread:${ID}`])
  expect(hasty.sent.some(({ channel }) => channel)).toBe(false)
})

it("refuses unknown channels, ids that are none and the fifty-first topic", async () => {
  const { hub, allowed, join } = openHub()
  const reader = await join("reader")
  const ids = Array.from(
    { length: 50 },
    (_, at) => `0190a8a0-0000-7000-8000-0000000001${String(at).padStart(2, "0")}`,
  )
  for (const id of ids) allowed.add(id)
  await hub.receive(reader.subscriber, subscribe(ID, "nonsense"))
  await hub.receive(reader.subscriber, JSON.stringify({ subscribe: "thread", id: "1" }))
  await hub.receive(reader.subscriber, "{")
  expect(reader.sent.slice(1)).toEqual([
    { refused: "nonsense", id: ID },
    { refused: "unreadable" },
    { refused: "unreadable" },
  ])
  for (const id of ids) await hub.receive(reader.subscriber, subscribe(id))
  expect(reader.sent.at(-1)).toEqual({ refused: "thread", id: ids[49] })
  await hub.receive(reader.subscriber, JSON.stringify({ unsubscribe: "thread", id: ID }))
  await hub.receive(reader.subscriber, subscribe(ids[49]))
  expect(reader.sent.at(-1)).toEqual({ subscribed: "thread", id: ids[49] })
})
