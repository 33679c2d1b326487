import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import WebSocket from "ws"
import { type Built, buildApp } from "../../server/app.ts"
import { conversationIdOf } from "../../server/conversations/index.ts"
import { unbuiltAssets } from "../../web/build.ts"
import { type Group, openGroup } from "../qualification/group.ts"
import type { Person } from "../support/world.ts"

let group: Group
/** A second process of the same installation. */
let second: Built
beforeAll(async () => {
  group = await openGroup()
  const { url: databaseUrl, config } = group
  second = await buildApp({ config, databaseUrl, assets: unbuiltAssets(config.dataDir), logger: null })
  await second.start()
  await second.app.listen({ port: 0, host: "127.0.0.1" })
})
afterAll(async () => {
  await second.stop()
  await group.close()
})

type Message = Record<string, string>

async function listen(person: Person, id: string) {
  const { port } = second.app.server.address() as AddressInfo
  const headers = { cookie: person.cookie, origin: "http://localhost:3000" }
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/live`, { headers })
  const messages: Message[] = []
  socket.on("message", (raw) => messages.push(JSON.parse(String(raw))))
  await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject))
  socket.send(JSON.stringify({ subscribe: "conversation", id }))
  await expect.poll(() => messages.length).toBeGreaterThan(0)
  return { socket, messages, first: messages[0] }
}

test("A message is told at once to the people of the conversation, and only to them", async () => {
  const { mueller, huber, meier, outsider, schoeller, facilitator } = group.people
  const { body } = await mueller.agent
    .post("/api/conversations", { personIds: [huber.id], body: "Hallo" })
    .expect(201)
  const id: string = body.id
  const reader = await listen(huber, id)
  expect(reader.first).toEqual({ subscribed: "conversation", id })
  for (const person of [meier, outsider]) {
    const stranger = await listen(person, id)
    expect(stranger.first).toEqual({ refused: "conversation", id })
    stranger.socket.close()
  }
  const say = () => mueller.agent.post(`/api/conversations/${id}/messages`, { body: "Neu" }).expect(201)
  await say()
  // That something is new, and nothing of what it is.
  await expect.poll(() => reader.messages).toContainEqual({ channel: "conversation", id })
  reader.socket.close()
  // The learners of a group hear of the first message already.
  const talk = conversationIdOf(group.cohortId)
  const learner = await listen(meier, talk)
  expect(learner.first).toEqual({ subscribed: "conversation", id: talk })
  for (const person of [schoeller, facilitator, outsider]) {
    const stranger = await listen(person, talk)
    expect(stranger.first).toEqual({ refused: "conversation", id: talk })
    stranger.socket.close()
  }
  await mueller.agent.post(`/api/conversations/${talk}/messages`, { body: "An alle" }).expect(201)
  await expect.poll(() => learner.messages).toContainEqual({ channel: "conversation", id: talk })
  learner.socket.close()
})

test("Two who write at the same time each get a number of their own", async () => {
  const { mueller, huber, meier } = group.people
  const talk = conversationIdOf(group.cohortId)
  const say = (person: Person, body: string) =>
    person.agent.post(`/api/conversations/${talk}/messages`, { body }).expect(201)
  await Promise.all([mueller, huber, meier, mueller, huber, meier].map((one, at) => say(one, `Nr. ${at}`)))
  const { body } = await mueller.agent.get(`/api/conversations/${talk}`).expect(200)
  const numbers = body.messages.map(({ number }: { number: number }) => number)
  expect(numbers).toEqual(numbers.map((_: number, at: number) => at + 1))
})
