import { describe, expect, it } from "vitest"
import { readReport } from "../../server/mail-in/delivery-reports.ts"
import { deliveryStatus, exchange, exim, inWords, postfix, qmail } from "./reports.ts"

const ID = "0123456789abcdef0123456789abcdef01234567"
const MAIL = `<${ID}@forum.example>`
const GONE = "weg@example.org"
const read = (report: string) => readReport(Buffer.from(report), "forum.example")

describe("a delivery report", () => {
  it.each([
    ["Postfix", postfix(MAIL, GONE), "5.1.1"],
    ["Exchange", exchange(MAIL, GONE), "5.1.10"],
    ["qmail", qmail(MAIL, GONE), "5.1.1"],
    ["Exim, in former times", exim(MAIL, GONE), "5.0.0"],
    ["a server that writes the status into its words only", inWords(MAIL, GONE), "5.1.1"],
  ])("of %s tells which mail did not arrive, and for whom", async (_server, report, code) => {
    const { mailIds, failures } = await read(report)
    expect(mailIds).toEqual([ID])
    expect(failures).toHaveLength(1)
    expect(failures[0]).toMatchObject({ code, isForGood: true })
    expect(failures[0]?.addresses).toContain(GONE)
  })

  it.each([
    ["a delay", { action: "delayed", status: "4.4.1" }],
    ["a mail that is given up after days without an answer", { action: "failed", status: "4.4.7" }],
    ["a delivery", { action: "delivered", status: "2.1.5" }],
    ["a mail that was passed on", { action: "relayed", status: "2.0.0" }],
  ])("of %s is about no failure", async (_what, fields) => {
    expect((await read(deliveryStatus(MAIL, GONE, fields))).failures).toEqual([])
  })

  it.each([
    ["is full", "5.2.2"],
    ["takes no mail of this size", "5.2.3"],
    ["refuses what looks like advertising", "5.7.1"],
  ])("of an address that %s is not for good", async (_what, status) => {
    const { failures } = await read(deliveryStatus(MAIL, GONE, { action: "failed", status }))
    expect(failures).toMatchObject([{ code: status, isForGood: false }])
  })

  it("says both addresses where a mail was passed on", async () => {
    const fields = { action: "failed", status: "5.1.1", original: "erste@example.org" }
    const { failures } = await read(deliveryStatus(MAIL, GONE, fields))
    expect(failures[0]?.addresses).toEqual(["erste@example.org", GONE])
  })

  it("tells each recipient apart", async () => {
    const report = deliveryStatus(MAIL, GONE, { action: "failed", status: "5.1.1" }).replace(
      "Final-Recipient:",
      "Final-Recipient: rfc822; da@example.org\r\nAction: delivered\r\nStatus: 2.0.0\r\n\r\nFinal-Recipient:",
    )
    const { failures } = await read(report)
    expect(failures.map(({ addresses }) => addresses)).toEqual([[GONE]])
  })

  it("of somebody else's mail names none of ours", async () => {
    expect((await read(postfix(`<${ID}@anderswo.example>`, GONE))).mailIds).toEqual([])
    expect((await read(postfix(`<${ID}@forumXexample>`, GONE))).mailIds).toEqual([])
  })
})
