import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { unsubscribingFrom } from "../../server/notifications/index.ts"
import { openSecondProcess } from "../accounts/second-process.ts"
import { answer, ask, official, openTown } from "../forum/town.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let person: Person
beforeAll(async () => {
  world = await openWorld()
  person = await world.person("Sabine Müller", ["clerk"])
})
afterAll(() => world.close())

const pathFor = async (reason: Parameters<typeof unsubscribingFrom>[2], who = person) =>
  new URL((await unsubscribingFrom(world, who.id, reason)).address).pathname

/** As a mail program sends it (RFC 8058): no session, no `Origin`, the one field. */
const oneClick = (path: string) =>
  world.app.inject({
    method: "POST",
    url: path,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: "List-Unsubscribe=One-Click",
  })

/** When mails of this reason come to the person, as they see it themselves. */
async function timeOf(reason: string, who = person): Promise<unknown> {
  const { body } = await who.agent.get("/api/notifications/settings").expect(200)
  return body.reasons.find((one: { reason: string }) => one.reason === reason)?.time
}

describe("the address in a mail by which one unsubscribes", () => {
  it("shows a page that changes nothing, names nobody, and asks", async () => {
    const path = await pathFor("forum.answered")
    const before = await timeOf("forum.answered")
    for (let look = 0; look < 2; look += 1) {
      const page = await world.nobody.get(path).expect(200)
      expect(page.text).toContain("Neue Antwort")
      expect(page.text).toContain(`<form method="post" action="${path}"`)
      expect(page.text).not.toContain("Müller")
      expect(page.text).not.toContain(person.email)
    }
    expect(await timeOf("forum.answered")).toBe(before)
  })

  it("takes one click of a program without session and origin, and does it again without harm", async () => {
    const path = await pathFor("forum.answered")
    for (let click = 0; click < 2; click += 1) {
      const answer = await oneClick(path)
      expect(answer.statusCode).toBe(200)
      expect(answer.body).toContain("Abbestellt")
    }
    expect(await timeOf("forum.answered")).toBe("never")
    expect(await timeOf("forum.asked-back")).not.toBe("never")
  })

  it("takes the press of the page's button", async () => {
    const path = await pathFor("forum.closed")
    const answer = await world.nobody.form(path, {}).expect(200)
    expect(answer.text).toContain("Abbestellt")
    expect(await timeOf("forum.closed")).toBe("never")
  })

  it("is that of the person in the mail, whoever is signed in", async () => {
    const other = await world.person("Petra Huber", ["clerk"])
    await other.agent.form(await pathFor("forum.hidden"), {}).expect(200)
    expect(await timeOf("forum.hidden")).toBe("never")
    expect(await timeOf("forum.hidden", other)).not.toBe("never")
  })

  it("can be of everything that may be switched off", async () => {
    const other = await world.person("Jens Albrecht", ["clerk"])
    await oneClick(await pathFor(null, other))
    expect(await timeOf("forum.passed-on", other)).toBe("never")
  })

  it("is understood by every process, and after any time", async () => {
    const path = await pathFor("forum.accepted")
    const second = await openSecondProcess(world)
    const answer = await second.app.inject({ method: "GET", url: path })
    expect(answer.statusCode).toBe(200)
    await second.stop()
  })

  it.each<[string, (path: string) => string]>([
    ["changed", (path) => `${path.slice(0, -2)}${path.endsWith("A") ? "BB" : "AA"}`],
    ["cut off", (path) => path.slice(0, -20)],
    ["made up", () => "/abbestellen/falsch"],
    ["of nothing", () => "/abbestellen/AAAA"],
    ["too long", () => `/abbestellen/${"a".repeat(150)}`],
  ])("that is %s leads to a friendly page and does nothing", async (_, changed) => {
    const path = changed(await pathFor("forum.followed"))
    const page = await world.nobody.get(path).expect(404)
    expect(page.text).toContain("Dieser Link gilt nicht")
    const answer = await oneClick(path)
    expect(answer.statusCode).toBe(404)
    expect(await timeOf("forum.followed")).not.toBe("never")
  })

  it("of what cannot be switched off, or of somebody who is gone, leads there as well", async () => {
    await world.nobody.get(await pathFor("accounts.mail-failed")).expect(404)
    const gone = { ...person, id: "0193f000-0000-7000-8000-000000000001" }
    expect((await oneClick(await pathFor("forum.answered", gone))).statusCode).toBe(404)
  })

  it("is the only one that takes a form from elsewhere", async () => {
    const { statusCode } = await world.app.inject({ method: "POST", url: "/benachrichtigungen/gelesen" })
    expect(statusCode).toBe(403)
  })
})

it("a mail that went out ends the mails of its sort by its own headers, and leaves the inbox as it is", async () => {
  const town = await openTown()
  const { mueller, vogt } = town.people
  const hear = async () => {
    await answer(vogt, await ask(mueller, town.categories.open), official)
    await town.drain()
    return (await town.mails()).filter(({ to }) => to === mueller.email)
  }
  const [mail, ...more] = await hear()
  expect(more).toEqual([])
  const headerOf = (name: string) =>
    mail?.headers.find((one) => one.name.toLowerCase() === name.toLowerCase())?.value ?? ""
  expect(headerOf("List-Id")).toMatch(/^"Fachforum" <forum\.answered\.localhost>$/)
  const address = headerOf("List-Unsubscribe").slice(1, -1)
  expect(mail?.text).toContain(address)
  expect(mail?.html).toContain(`<a href="${address}">`)
  await town.app.inject({ method: "POST", url: new URL(address).pathname })
  expect(await hear()).toHaveLength(1)
  const { body } = await mueller.agent.get("/api/notifications").expect(200)
  expect(body.items).toHaveLength(2)
  await town.close()
})
