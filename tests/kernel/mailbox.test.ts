import { describe, expect, it } from "vitest"
import { readConfig } from "../../server/kernel/config.ts"
import { readHandOver, readMailbox } from "../../server/kernel/mailbox.ts"
import { mustUpgrade } from "../../server/mail-in/mailbox/connection.ts"

const ADDRESS = { MAIL_IN_ADDRESS: "forum@amt.example" }
const mailboxOf = (IMAP_URL: string, env: object = ADDRESS) => {
  const faults: string[] = []
  return { mailbox: readMailbox({ ...env, IMAP_URL }, faults), faults }
}
const handOverOf = (MAIL_IN_LISTEN: string, env: object = ADDRESS) => {
  const faults: string[] = []
  return { handOver: readHandOver({ ...env, MAIL_IN_LISTEN }, faults), faults }
}

describe("IMAP_URL", () => {
  it.each([
    [
      "imaps://forum%40amt.example:ge%3Aheim@mail.amt.example",
      { host: "mail.amt.example", port: 993, secure: true, user: "forum@amt.example", password: "ge:heim" },
    ],
    [
      "imap://forum:x@[::1]:1143/Eingang%20Forum",
      { host: "::1", port: 1143, secure: false, folder: "Eingang Forum" },
    ],
    ["imaps://forum:100%@mail.amt.example", { password: "100%" }],
    ["imaps://forum%40amt.example@outlook.office365.com", { password: null, folder: "INBOX" }],
  ])("%s", (url, expected) => {
    const { mailbox, faults } = mailboxOf(url)
    expect(faults).toEqual([])
    expect(mailbox).toMatchObject(expected)
  })

  it.each([
    "mail.amt.example",
    "pop3://a:geheim@mail.amt.example",
    "imaps://mail.amt.example",
    "imaps://a:geheim@",
  ])("that is none is refused without repeating it: %s", (url) => {
    const { faults } = mailboxOf(url)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(/^IMAP_URL /)
    expect(faults[0]).not.toContain("geheim")
  })

  it("needs the address that the mailbox is for", () => {
    expect(mailboxOf("imaps://forum:x@mail.amt.example", {}).faults).toEqual([
      expect.stringMatching(/^MAIL_IN_ADDRESS fehlt/),
    ])
  })

  it("without a password needs a client that gets tokens", () => {
    const IMAP_URL = "imaps://forum@mail.amt.example"
    const token = {
      MAIL_OAUTH_CLIENT_ID: "c",
      MAIL_OAUTH_CLIENT_SECRET: "s",
      MAIL_OAUTH_TENANT: "amt.example",
    }
    expect(() => readConfig({ ...ADDRESS, IMAP_URL })).toThrow(/^IMAP_URL hat kein Kennwort/)
    expect(readConfig({ ...ADDRESS, IMAP_URL, ...token }).mailbox).toMatchObject({ password: null })
  })

  it("never sends a password in the clear over a network", () => {
    expect(mustUpgrade({ host: "mail.amt.example", secure: false })).toEqual({ doSTARTTLS: true })
    expect(mustUpgrade({ host: "127.0.0.1.amt.example", secure: false })).toEqual({ doSTARTTLS: true })
    expect(mustUpgrade({ host: "127.0.0.1", secure: false })).toEqual({})
  })
})

describe("MAIL_IN_LISTEN", () => {
  it.each([
    ["lmtp:/run/fachforum/mail.sock", { protocol: "lmtp", at: { path: "/run/fachforum/mail.sock" } }],
    ["smtp:///run/fachforum/mail.sock", { protocol: "smtp", at: { path: "/run/fachforum/mail.sock" } }],
    ["lmtp://127.0.0.1:2424", { protocol: "lmtp", at: { host: "127.0.0.1", port: 2424 } }],
    ["smtp://[::1]:2525/", { protocol: "smtp", at: { host: "::1", port: 2525 } }],
  ])("%s", (value, expected) => expect(handOverOf(value)).toEqual({ handOver: expected, faults: [] }))

  it.each([
    "lmtp://0.0.0.0:2424",
    "lmtp://mail.amt.example:2424",
    "lmtp://127.0.0.1",
    "lmtp://127.0.0.1:70000",
    "2424",
  ])("that others could reach, or nobody, is refused: %s", (value) =>
    expect(handOverOf(value).faults).toHaveLength(1),
  )

  it("needs the address whose mails are handed over", () => {
    expect(handOverOf("lmtp://127.0.0.1:2424", {}).faults).toHaveLength(1)
  })
})
