import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { questionAddress } from "../../server/forum/index.ts"
import { posts } from "../../server/forum/tables.ts"
import { answer, ask, openTown, type Town } from "../forum/town.ts"
import { headerOf } from "../support/mail-server.ts"
import { FORUM, installedWith, openPostOffice, type PostOffice } from "../support/post-office.ts"
import { hasTool } from "../support/programs.ts"
import { openWorld, type Person } from "../support/world.ts"

let town: Town
let office: PostOffice

/** Mails that bundle what happens within ten minutes go out now. */
const hurry = () =>
  town.db.$client.query(
    "update pgboss.job set start_after = now() where state = 'created' and start_after > now()",
  )

const mailsOf = async ({ email }: Person) => {
  await hurry()
  return office.mails(email)
}

const textsBy = async ({ id }: Person) => {
  const found = await town.db.select({ text: posts.text }).from(posts).where(eq(posts.authorId, id))
  return found.map(({ text }) => JSON.stringify(text))
}

describe.skipIf(!hasTool("mail"))("a forum with a mail server", () => {
  beforeAll(async () => {
    office = await openPostOffice()
    town = await openTown(openWorld(installedWith(office), { listen: true }))
  })
  afterAll(async () => {
    await town.close()
    await office.close()
  })

  it("posts what somebody replies to a notification from their mail program", async () => {
    const { mueller, vogt } = town.people
    await office.account(mueller.email)
    const question = await ask(mueller, town.categories.open)
    await answer(vogt, question)
    await expect.poll(() => mailsOf(mueller)).toHaveLength(1)
    const [notice = ""] = await mailsOf(mueller)
    const replyTo = headerOf(notice, "Reply-To") ?? ""
    expect(replyTo).toMatch(/forum\+[0-9a-z]+@amt\.example/)
    await office.send({
      from: mueller.email,
      to: replyTo,
      subject: `Re: ${headerOf(notice, "Subject")}`,
      inReplyTo: headerOf(notice, "Message-ID"),
      text: "Danke, das hilft weiter.",
    })
    await expect
      .poll(() => textsBy(mueller))
      .toContainEqual(expect.stringContaining("Danke, das hilft weiter."))
    await expect.poll(() => office.counts(FORUM)).toMatchObject({ INBOX: 0, "Fachforum.erledigt": 1 })
  })

  it("posts a question that somebody asks by mail with a copy to its category", async () => {
    const { mueller, schoeller } = town.people
    const category = { id: town.categories.open, name: "Miete und Belastung" }
    await office.account(schoeller.email)
    await office.send({
      from: mueller.email,
      to: schoeller.email,
      cc: questionAddress(town.config, category) ?? "",
      subject: "Heizkosten bei Untermiete",
      text: "Zählen sie zur Miete?",
    })
    await expect.poll(() => textsBy(mueller)).toContainEqual(expect.stringContaining("Zählen sie zur Miete?"))
    const { body } = await schoeller.agent.get("/api/questions").expect(200)
    expect(body.items[0]).toMatchObject({ title: "Heizkosten bei Untermiete", category })
    await expect.poll(() => office.mails(schoeller.email)).toHaveLength(1)
  })

  it("sends no more mail to an address that does not exist, once the mail server has said so", async () => {
    const { mueller, huber, vogt } = town.people
    await answer(vogt, await ask(huber, town.categories.open))
    const sent = async () => ((await office.log()).match(new RegExp(`to=<${huber.email}>`, "g")) ?? []).length
    const isReported = async () => {
      await hurry()
      const { INBOX, "Fachforum.Zustellberichte": reports = 0 } = await office.counts(FORUM)
      return INBOX === 0 && reports > 0 && reports === (await sent())
    }
    await expect.poll(isReported).toBe(true)
    const before = await sent()
    await answer(vogt, await ask(huber, town.categories.open))
    await answer(vogt, await ask(mueller, town.categories.open, { title: "Was danach kommt" }))
    await expect.poll(() => mailsOf(mueller)).toContainEqual(expect.stringContaining("Was danach kommt"))
    await town.drain()
    expect(await sent()).toBe(before)
  })
})
