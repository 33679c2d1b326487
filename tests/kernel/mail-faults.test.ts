import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { describeError } from "../../server/kernel/logging.ts"
import { addressRefusal, SmtpFault } from "../../server/kernel/mail-faults.ts"
import { bySmtp } from "../../server/kernel/mail-smtp.ts"
import { type MailServer, openMailServer } from "../support/mail-server.ts"

let counterpart: MailServer
beforeAll(async () => {
  counterpart = await openMailServer()
})
afterAll(() => counterpart.close())

const ENVELOPE = {
  to: "a@example.org",
  subject: "Neu",
  text: "Guten Tag",
  key: ["fault"],
  from: { name: "Forum", address: "forum@example.org" },
  messageId: "<a@forum.example>",
  references: null,
  host: "forum.example",
} as const

/** What is thrown where the server says this to the recipient. */
async function faultOf(answer: string, url = counterpart.url): Promise<unknown> {
  counterpart.answers.set(ENVELOPE.to, answer)
  const carry = bySmtp({ smtpUrl: url, smtpCertificateFile: null, mailOAuth: null })
  return carry(ENVELOPE).then(
    () => null,
    (error) => error,
  )
}

describe("an answer of the mail server", () => {
  it.each([
    ["550 5.1.1 <a@example.org>: Recipient address rejected: User unknown", "550 5.1.1"],
    ["550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found", "550 5.1.10"],
    ["550 5.2.1 The email account is disabled", "550 5.2.1"],
    ["550 5.4.1 Recipient address rejected: Access denied [DB5EUR01FT]", "550 5.4.1"],
    ["550 User unknown", "550"],
    ["551 no longer here", "551"],
    ["553 sorry, no such mailbox", "553"],
  ])("that ends an address: %s", async (answer, code) => {
    expect(addressRefusal(await faultOf(answer))).toBe(code)
  })

  it.each([
    ["450 4.2.0 Greylisted, try again later"],
    ["452 4.2.2 Mailbox full"],
    ["552 5.2.2 Mailbox full"],
    ["554 5.7.1 <a@example.org>: Relay access denied"],
    ["550 5.7.1 Client does not have permissions to send as this sender"],
    ["550 5.1.7 Sender address is bad"],
    ["550 5.1.8 Sender's domain not found"],
    ["550 relay not permitted"],
    ["550 Sender verify failed"],
    ["550 blocked by policy"],
    ["530 5.7.0 Authentication required"],
    ["503 bad sequence of commands"],
    ["554 5.4.1 Relay Access Denied"],
  ])("that says nothing of the address: %s", async (answer) => {
    const fault = await faultOf(answer)
    expect(fault).toBeInstanceOf(SmtpFault)
    expect(addressRefusal(fault)).toBeNull()
  })

  it("is kept in logs and jobs without the address that it names", async () => {
    const fault = await faultOf("550 5.1.1 <a@example.org>: unknown")
    expect(JSON.stringify(describeError(fault))).not.toContain("a@example.org")
    expect(describeError(fault)).toMatchObject({ type: "SmtpFault", code: "550 5.1.1" })
    expect(fault).toMatchObject({ answer: "550 5.1.1 <a@example.org>: unknown" })
  })

  it.each([
    ["450 later", "later"],
    ["550 relay not permitted", "recipient"],
  ])("%s is the fault %s", async (answer, fault) => {
    expect(await faultOf(answer)).toMatchObject({ fault })
  })

  it("that nobody gives is that of a server that cannot be reached", async () => {
    const gone = await openMailServer()
    gone.close()
    expect(await faultOf("250 ok", gone.url)).toMatchObject({ fault: "unreachable", code: "ECONNREFUSED" })
  })
})
