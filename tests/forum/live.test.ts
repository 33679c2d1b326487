import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import WebSocket from "ws"
import { findActor } from "../../server/accounts/index.ts"
import { type Built, buildApp } from "../../server/app.ts"
import { forumChannels } from "../../server/forum/index.ts"
import type { LoadRights } from "../../server/kernel/hub.ts"
import { unbuiltAssets } from "../../web/build.ts"
import type { Person } from "../support/world.ts"
import { answer, ask, official, openTown, type Town } from "./town.ts"

let town: Town
/** A second process of the same installation. */
let second: Built
beforeAll(async () => {
  town = await openTown()
  const { url: databaseUrl, config } = town
  const assets = unbuiltAssets(config.dataDir)
  second = await buildApp({ config, databaseUrl, assets, logger: null })
  await second.start()
  await second.app.listen({ port: 0, host: "127.0.0.1" })
})
afterAll(async () => {
  await second.stop()
  await town.close()
})

type Message = Record<string, string>

async function connect(person: Person, origin = "http://localhost:3000") {
  const { port } = second.app.server.address() as AddressInfo
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/live`, {
    headers: { cookie: person.cookie, origin },
  })
  const messages: Message[] = []
  socket.on("message", (raw) => messages.push(JSON.parse(String(raw))))
  const opened = new Promise<void>((resolve, reject) => {
    socket.on("open", () => resolve())
    socket.on("error", reject)
  })
  await opened
  const until = async (check: (message: Message) => boolean) => {
    await expect.poll(() => messages.some(check)).toBe(true)
  }
  return { socket, messages, until, send: (message: object) => socket.send(JSON.stringify(message)) }
}

describe("who may listen to a thread", () => {
  it("is who sees it, whatever became of it, asked for all threads and people at once", async () => {
    const { mueller, vogt } = town.people
    const { open, narrow, forThree, practices } = town.categories
    const threads: Record<string, string> = {
      open: await ask(mueller, open),
      narrow: await ask(vogt, narrow),
      "for three": await ask(mueller, forThree),
      hidden: await ask(mueller, open),
      withdrawn: await ask(mueller, open),
      "withdrawn with an answer": await ask(mueller, open),
      "no thread": await answer(vogt, await ask(mueller, open)),
    }
    const practice = {
      categoryId: practices,
      title: "Ablage",
      situation: "Viel Papier.",
      approach: "Weniger.",
    }
    const shared = await vogt.agent.post("/api/best-practices", practice).expect(201)
    threads.practice = shared.body.id
    await vogt.agent.post(`/api/posts/${threads.hidden}/hide`, { reason: "Name" }).expect(204)
    await answer(vogt, threads["withdrawn with an answer"] ?? "")
    for (const name of ["withdrawn", "withdrawn with an answer"])
      await mueller.agent.post(`/api/posts/${threads[name]}/withdraw`).expect(204)
    const channels = new Map<string, LoadRights>()
    const live = { channel: (name: string, rights: LoadRights) => void channels.set(name, rights) }
    forumChannels({ live, db: town.db })
    const mayListen = await channels.get("thread")?.(Object.values(threads))
    let allowed = 0
    for (const person of Object.values(town.people)) {
      const actor = await findActor(town.db, person.id, null)
      for (const [name, id] of Object.entries(threads)) {
        const { status } = await person.agent.get(`/api/threads/${id}/posts`)
        expect(actor && mayListen?.(actor, id), `${person.name}: ${name}`).toBe(status === 200)
        if (status === 200) allowed += 1
      }
    }
    // Neither all of them nor none.
    expect(allowed).toBeGreaterThan(20)
    expect(allowed).toBeLessThan(60)
  })
})

describe("live updates", () => {
  it("cross from one process to a reader of another", async () => {
    const { mueller, vogt, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const reader = await connect(huber)
    reader.send({ subscribe: "thread", id })
    await reader.until((message) => message.subscribed === "thread")
    const answerId = await answer(vogt, id, official)
    await reader.until((message) => message.channel === "thread" && message.id === id)
    expect(JSON.stringify(reader.messages)).not.toContain("Ab Mitteilung")
    const { body } = await huber.agent.get(`/api/threads/${id}/posts`).expect(200)
    expect(body.items.map((item: { id: string }) => item.id)).toEqual([answerId])
    reader.socket.close()
  })

  it("are refused for what is not visible, alike for what does not exist", async () => {
    const { vogt, huber } = town.people
    const id = await ask(vogt, town.categories.narrow)
    const reader = await connect(huber)
    reader.send({ subscribe: "thread", id })
    reader.send({ subscribe: "queue", id: town.departments.law })
    reader.send({ subscribe: "nonsense", id })
    await reader.until((message) => message.refused === "nonsense")
    await answer(vogt, id)
    // What comes after it has come, and it has not.
    const open = await ask(vogt, town.categories.open)
    reader.send({ subscribe: "thread", id: open })
    await reader.until((message) => message.subscribed === "thread")
    await answer(vogt, open)
    await reader.until((message) => message.channel === "thread")
    const others = reader.messages.filter((message) => message.id !== open)
    expect(others.every((message) => "refused" in message)).toBe(true)
    reader.socket.close()
  })

  it("end at the moment when the right ends, and when the person is deactivated", async () => {
    const { vogt, admin } = town.people
    const person = await town.person("Bald weg", ["clerk"], [town.departments.law])
    const id = await ask(vogt, town.categories.narrow)
    const reader = await connect(person)
    reader.send({ subscribe: "thread", id })
    await reader.until((message) => message.subscribed === "thread")
    await admin.agent
      .patch(`/api/people/${person.id}`, { departmentIds: [town.departments.clerks] })
      .expect(204)
    await answer(vogt, id)
    const open = await ask(vogt, town.categories.open)
    reader.send({ subscribe: "thread", id: open })
    await reader.until((message) => message.id === open)
    await answer(vogt, open)
    // What comes after it has come, and it has not.
    await reader.until((message) => message.channel === "thread" && message.id === open)
    expect(reader.messages.filter((message) => message.channel && message.id === id)).toEqual([])
    await admin.agent.post(`/api/people/${person.id}/deactivate`).expect(204)
    const closed = new Promise<number>((resolve) => reader.socket.on("close", resolve))
    await answer(vogt, open)
    expect(await closed).toBe(4401)
  })

  it("tell a department's specialists that their queue changed", async () => {
    const { mueller, vogt } = town.people
    const reader = await connect(vogt)
    reader.send({ subscribe: "queue", id: town.departments.law })
    await reader.until((message) => message.subscribed === "queue")
    await ask(mueller, town.categories.open)
    await reader.until((message) => message.channel === "queue")
    reader.socket.close()
  })

  it("take no socket from a foreign page, nor from somebody who is not signed in", async () => {
    const { huber } = town.people
    await expect(connect(huber, "https://boese.example")).rejects.toThrow(/403/)
    await expect(connect(huber, "null")).rejects.toThrow(/403/)
    await expect(connect({ ...huber, cookie: "session=falsch" })).rejects.toThrow(/401/)
  })

  it("come back after the database connection was cut, and tell everybody to look", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const reader = await connect(huber)
    reader.send({ subscribe: "thread", id })
    await reader.until((message) => message.subscribed === "thread")
    await town.db.$client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'fachforum-live' and datname = current_database()",
    )
    await reader.until((message) => message.channel === "thread" && message.id === id)
    reader.socket.close()
  })
})
