import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { bareAddress, senderOf, trustOf } from "../../server/kernel/sender.ts"

describe("An address that a proxy wrote down", () => {
  test.each([
    ["203.0.113.7", "203.0.113.7"],
    [" 203.0.113.7 ", "203.0.113.7"],
    ["203.0.113.7:51234", "203.0.113.7"],
    ["[203.0.113.7]:51234", "203.0.113.7"],
    ["203.0.113.7%eth0", "203.0.113.7"],
    ["2001:db8::1", "2001:db8::1"],
    ["[2001:db8::1]", "2001:db8::1"],
    ["[2001:db8::1]:443", "2001:db8::1"],
    ['"[2001:db8::1]:443"', "2001:db8::1"],
    ["[fe80::1%eth0]:443", "fe80::1"],
    ["fe80::1%eth0", "fe80::1"],
    ["fe80::1%25eth0", "fe80::1"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["[::FFFF:203.0.113.7]:80", "203.0.113.7"],
    ["::ffff:cb00:7107", "203.0.113.7"],
    ["::7", "::7"],
    ...["", "unknown", "_hidden", "proxy.example", "203.0.113", "203.0.113.7:", "203.0.113.7:123456"].map(
      none,
    ),
    ...["[2001:db8::1", "2001:db8::1]", "[]", "[]:80", "203.0.113.007", "[[::1]]", "for=::1", "\0"].map(none),
  ])("%j is %j", (written, address) => expect(bareAddress(written)).toBe(address))
})

describe("The sender of a request", () => {
  const isTrusted = trustOf(["10.0.0.0/8", "::ffff:192.0.2.1", "2001:db8:ff::/48"])
  test.each([
    ["198.51.100.1", "203.0.113.7", "198.51.100.1"],
    ["10.0.0.1", undefined, "10.0.0.1"],
    ["::ffff:10.0.0.1", "203.0.113.7:4711", "203.0.113.7"],
    ["192.0.2.1", "203.0.113.7", "203.0.113.7"],
    ["2001:db8:ff::1%eth0", "[2001:db8::7]:80", "2001:db8::7"],
    ["10.0.0.1", "203.0.113.7, 10.0.0.2:8080", "203.0.113.7"],
    ["10.0.0.1", "203.0.113.7, 198.51.100.1, 10.0.0.2", "198.51.100.1"],
    ["10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"],
    ["10.0.0.1", "203.0.113.7, unknown", "10.0.0.1"],
    ["10.0.0.1", "203.0.113.7, unknown, 10.0.0.2", "10.0.0.2"],
    ["10.0.0.1", "203.0.113.7,", "10.0.0.1"],
    [undefined, "203.0.113.7", "unknown"],
  ])("at %s with %s is %s", (socketAddress, forwarded, sender) =>
    expect(senderOf({ socketAddress, forwarded }, isTrusted)).toBe(sender),
  )

  test("is what every module asks for: nothing reads the address of the connection", () => {
    const files = ["server", "web"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
    )
    const sources = files.filter((name) => /\.tsx?$/.test(name))
    expect(sources.length).toBeGreaterThan(300)
    expect(sources.filter((name) => /\brequest\.ips?\b/.test(readFileSync(name, "utf8")))).toEqual([])
  })
})

function none(written: string): [string, null] {
  return [written, null]
}
