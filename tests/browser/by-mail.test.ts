import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { questionAddress } from "../../server/forum/index.ts"
import { resetClock } from "../../server/kernel/time.ts"
import { beginDigests } from "../../server/notifications/digest/jobs.ts"
import { openTown, type Town } from "../forum/town.ts"
import { at, setClock, workdayToCome } from "../notifications/clock.ts"
import { headerOf } from "../support/mail-server.ts"
import { installedWith, openPostOffice, type PostOffice } from "../support/post-office.ts"
import { hasTool } from "../support/programs.ts"
import { send } from "./half-year/group.ts"
import { describeInBrowser, openBrowser, openPage, openServedWorld, visit } from "./support.ts"

const describeByMail = hasTool("mail") ? describeInBrowser : describe.skip

describeByMail("who stays in their mail program, and who works in the browser", () => {
  let office: PostOffice
  let town: Town
  let browser: Browser
  beforeAll(async () => {
    office = await openPostOffice()
    town = await openTown(openServedWorld(installedWith(office)))
    browser = await openBrowser()
  })
  afterAll(async () => {
    resetClock()
    await browser?.close()
    await town?.close()
    await office?.close()
  })

  /** Mails that bundle what happens within ten minutes go out now. */
  const hurry = () =>
    town.db.$client.query(
      "update pgboss.job set start_after = now() where state = 'created' and start_after > now()",
    )
  const mailsOf = async (address: string) => {
    await hurry()
    return office.mails(address)
  }

  it("take part in one thread: from a mail to the department, its answer, the reply, and the news in the morning", async () => {
    const { mueller, vogt, admin } = town.people
    const { open } = town.categories
    const follower = await town.person("Frida Frisch", ["clerk"], [town.departments.clerks])
    const mailbox = `grundsatz@${mueller.email.split("@")[1]}`
    for (const address of [mueller.email, follower.email, mailbox]) await office.account(address)
    await admin.agent.patch(`/api/departments/${town.departments.law}`, { mailbox }).expect(204)
    await follower.agent.put(`/api/categories/${open}/following`, { level: "all" }).expect(204)
    const reading = await openPage(
      await visit(browser, town, follower, { viewport: "phone", dark: true }),
      "/benachrichtigungen",
    )

    await office.send({
      from: mueller.email,
      to: questionAddress(town.config, { id: open, name: "Miete und Belastung" }) ?? "",
      subject: "Stellplatz als Teil der Miete",
      text: "Zählt der Stellplatz mit?",
    })
    const about = (mails: string[]) => mails.filter((mail) => mail.includes("Stellplatz"))
    await expect.poll(async () => about(await mailsOf(mailbox))).toHaveLength(1)
    // The follower's open page hears of it by itself.
    await reading.getByText("Stellplatz als Teil der Miete").first().waitFor()

    const answering = await openPage(await visit(browser, town, vogt), "/fragen")
    await answering.getByRole("link", { name: "Stellplatz als Teil der Miete" }).first().click()
    await answering.getByLabel("Ihre Antwort").fill("Nur wenn er zur Wohnung gehört.")
    await answering.getByRole("radio", { name: /^Antwort der Fachabteilung/ }).check()
    await answering.getByLabel(/^Rechtsstand/).fill("2026-01-01")
    await send(answering, "Antwort veröffentlichen")

    const notices = async () => about(await mailsOf(mueller.email))
    await expect.poll(async () => (await notices()).some((mail) => mail.includes("Wohnung geh"))).toBe(true)
    const notice = (await notices()).find((mail) => mail.includes("Wohnung geh")) ?? ""
    await office.send({
      from: mueller.email,
      to: headerOf(notice, "Reply-To") ?? "",
      subject: `Re: ${headerOf(notice, "Subject")}`,
      inReplyTo: headerOf(notice, "Message-ID"),
      text: "Er steht im selben Vertrag, danke.",
    })
    // The specialist's open page offers the reply by itself.
    await answering.getByRole("button", { name: /neuen Kommentar/ }).click()
    await answering.getByText("Er steht im selben Vertrag, danke.").first().waitFor()

    expect(await office.mails(follower.email)).toEqual([])
    await setClock(town, at(workdayToCome(), "07:00"))
    await beginDigests(town.db)
    await town.drain()
    const digests = () => office.mails(follower.email)
    await expect.poll(digests).toHaveLength(1)
    // Its lines are cut where they grow too long.
    expect((await digests())[0]).toContain("Stellplatz")
    expect([...reading.faults, ...answering.faults]).toEqual([])
  })
})
