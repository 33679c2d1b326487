import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { markAsExample } from "../../server/accounts/index.ts"
import { hashPassword } from "../../server/accounts/password/hashing.ts"
import { people } from "../../server/accounts/tables.ts"
import { transact } from "../../server/kernel/database.ts"
import { ownPath } from "../../web/site.tsx"
import { answer, ask, official, openTown, type Town } from "../forum/town.ts"
import { openWorld, type Person } from "../support/world.ts"

const PASSWORD = "Drei Birnen im Regal"
let town: Town
beforeAll(async () => {
  // Signing in as somebody of the story exists in a trial only.
  town = await openTown(openWorld({ trial: true }))
  await transact(town.db, (tx) => markAsExample(tx, "Beispiel", "HE"))
})
afterAll(() => town.close())

const comment = async (person: Person, postId: string): Promise<string> =>
  (await person.agent.post(`/api/posts/${postId}/comments`, { body: "Danke" }).expect(201)).body.id
const seen = async (person: Person, id: string) =>
  (await person.agent.get(`/a/${id}`).expect(303)).headers.location

describe("the lasting address of a post", () => {
  it("leads to where the post stands, a comment unfolded", async () => {
    const { mueller, huber, vogt } = town.people
    const question = await ask(mueller, town.categories.open)
    const answerId = await answer(vogt, question, official)
    const below = await comment(mueller, answerId)
    expect(await seen(huber, question)).toBe(`/fragen/${question}#${question}`)
    expect(await seen(huber, answerId)).toBe(`/fragen/${question}#${answerId}`)
    const place = (await seen(huber, below)) ?? ""
    expect(place).toBe(`/fragen/${question}?offen=${answerId}#${below}`)
    const page = await huber.agent.get(place.split("#")[0] ?? "").expect(200)
    expect(page.text).toContain(`id="${below}"`)
    expect(page.text).toContain(`<details class="ff-comments" open`)

    const sections = { situation: "a", approach: "b", result: "", pitfalls: "", contact: "" }
    const shared = { categoryId: town.categories.practices, title: "Ein Ablauf", ...sections }
    const practice = (await mueller.agent.post("/api/best-practices", shared).expect(201)).body.id
    expect(await seen(huber, practice)).toBe(`/gute-praxis/${practice}#${practice}`)
    expect(await seen(huber, await comment(huber, practice))).toContain(
      `/gute-praxis/${practice}?offen=${practice}#`,
    )
  })

  it("tells nobody of a post that they may not see", async () => {
    const { vogt, huber, facilitator, mueller } = town.people
    const secret = await answer(vogt, await ask(vogt, town.categories.narrow), official)
    const open = await ask(mueller, town.categories.open)
    const hidden = await answer(mueller, open)
    await vogt.agent.post(`/api/posts/${hidden}/hide`, { reason: "Nennt eine Person" }).expect(204)
    expect(await seen(vogt, secret)).toContain(`#${secret}`)
    for (const id of [secret, hidden]) {
      const refused = await huber.agent.get(`/a/${id}`).expect(404)
      const missing = await huber.agent.get(`/a/${randomUUID()}`).expect(404)
      expect(refused.text.replaceAll(/[0-9a-f-]{36}/g, "")).toBe(
        missing.text.replaceAll(/[0-9a-f-]{36}/g, ""),
      )
    }
    await facilitator.agent.get(`/a/${open}`).expect(404)
    await huber.agent.get("/a/quatsch").expect(404)
  })

  it("survives the sign-in by password, in a trial and after the session has ended", async () => {
    const { mueller, vogt } = town.people
    const id = await answer(vogt, await ask(mueller, town.categories.open))
    await town.db
      .update(people)
      .set({ passwordHash: await hashPassword(PASSWORD) })
      .where(eq(people.id, mueller.id))
    const { headers } = await town.nobody.get(`/a/${id}`).set("cookie", `${mueller.cookie}x`).expect(303)
    expect(headers.location).toBe(`/anmelden?weiter=${encodeURIComponent(`/a/${id}`)}`)
    const page = await town.nobody.get(headers.location ?? "").expect(200)
    // Signing in as somebody and with a password; language and display come back to this page.
    const kept = page.text.match(/name="returnTo" value="(?!\/anmelden)[^"]*"/g) ?? []
    expect(kept.length).toBeGreaterThan(5)
    expect(new Set(kept)).toEqual(new Set([`name="returnTo" value="/a/${id}"`]))

    const returnTo = `/a/${id}`
    const tried = await town.nobody.form("/anmelden", { email: mueller.email, password: "falsch", returnTo })
    expect(tried.text).toContain(`name="returnTo" value="/a/${id}"`)
    const known = await town.nobody.form("/anmelden", { email: mueller.email, password: PASSWORD, returnTo })
    expect([known.status, known.headers.location]).toEqual([303, returnTo])
    const as = await town.nobody.form("/anmelden/als", { personId: mueller.id, returnTo })
    expect([as.status, as.headers.location]).toEqual([303, returnTo])
  })

  it("is what mails and duplicates go by", async () => {
    const { mueller, huber, vogt } = town.people
    const question = await ask(mueller, town.categories.open, { title: "Die ursprüngliche Frage" })
    const id = await answer(vogt, question)
    await town.drain()
    const mail = (await town.mails()).find(({ to }) => to === mueller.email)
    expect(mail?.text).toContain(`http://localhost:3000/a/${id}\n`)
    expect(mail?.text).not.toContain("#")
    const later = await ask(huber, town.categories.open)
    const pasted = { originalId: `http://localhost:3000/a/${id}` }
    await vogt.agent.form(`/fragen/${later}/doppelt`, pasted).expect(303)
    expect((await huber.agent.get(`/fragen/${later}`)).text).toContain(`href="/fragen/${question}"`)
  })
})

describe("the way back after a sign-in", () => {
  it.each([
    "//boese.example",
    "/\\boese.example",
    "\\\\boese.example",
    "https://boese.example",
    "javascript:alert(1)",
    "/\t/boese.example",
    "/\n/boese.example",
    "/.//boese.example",
    "/x/..//boese.example",
    "/%2e//boese.example",
    "/%2F/boese.example",
    "/%5cboese.example",
    "/a\u0000b",
    "/a\u0001b",
    "/a\u202eb",
    " //boese.example",
    "@boese.example",
    "",
  ])("never leads to another host: %j", (path) => {
    expect(ownPath(path)).toBe("/")
  })

  it.each([
    ["/fragen?state=open&q=%C3%A4#x", "/fragen?state=open&q=%C3%A4#x"],
    ["/suche?q=Miete//Belastung", "/suche?q=Miete//Belastung"],
    ["/suche?q=Höhe", "/suche?q=H%C3%B6he"],
    ["/a/../profil", "/profil"],
    ["/%0d%0ax", "/%0d%0ax"],
  ])("leads to %s", (path, written) => {
    expect(ownPath(path)).toBe(written)
  })

  it("answers whatever is typed in the address without a fault of the server", async () => {
    const { mueller } = town.people
    for (const typed of ["/\u0001", "/ä€", "/%", "//x", "/a b", "/%zz"]) {
      const form = await town.nobody.form("/anmelden/als", { personId: mueller.id, returnTo: typed })
      expect(form.status, typed).toBe(303)
      const signedIn = await mueller.agent.get(`/anmelden?weiter=${encodeURIComponent(typed)}`)
      expect(signedIn.status, typed).toBe(303)
    }
  })
})
