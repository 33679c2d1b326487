import { describe, expect, it } from "vitest"
import { addressKey, isAddress, isMailable, mailAddress } from "../../server/kernel/addresses.ts"

describe("An e-mail address", () => {
  it.each([
    "info@müller-köln.de",
    "info@xn--mller-kln-67a3d.de",
    "INFO@MÜLLER.DE",
    "o'neill+forum@straße.gov.de",
    "poststelle@bürgerdienste.münchen.de",
    "jörg@example.org",
    "info@δήμος.gr",
  ])("may have umlauts: %s", (address) => expect(isAddress(address)).toBe(true))

  it.each([
    "müller-köln.de",
    "info@köln",
    "info@-köln.de",
    "info@kö ln.de",
    "info@köln..de",
    "info@köln.de.",
    "info@k/öln.de",
    "info@ex%41mple.de",
    "info@köln_amt.de",
    "info@mül\u00adler.de",
    "info@müller。de",
    `info@${"ü".repeat(70)}.de`,
    "a b@müller.de",
    ".a@müller.de",
    "a@b@müller.de",
    "Info <info@müller.de>",
    "info@müller.de, zwei@müller.de",
  ])("is none with a domain or a name that no server has: %s", (address) =>
    expect(isAddress(address)).toBe(false),
  )

  it("is sent with the domain in the letters of mail servers", () => {
    expect(mailAddress("Info@Müller-Köln.de")).toBe("Info@xn--mller-kln-67a3d.de")
    expect(mailAddress("info@straße.de")).toBe("info@xn--strae-oqa.de")
    expect(mailAddress("info@example.org")).toBe("info@example.org")
  })

  it("is the same however it is written", () => {
    const spellings = ["info@müller.de", " INFO@MÜLLER.de", "info@xn--mller-kva.de", "info@mu\u0308ller.de"]
    expect(new Set(spellings.map(addressKey))).toEqual(new Set(["info@xn--mller-kva.de"]))
  })

  it("can be written to only if the part before the @ has plain letters", () => {
    expect(isMailable("o'neill+forum@müller.de")).toBe(true)
    expect(isMailable("jörg@example.org")).toBe(false)
  })
})
