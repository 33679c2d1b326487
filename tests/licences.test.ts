import { readFileSync } from "node:fs"
import { join } from "node:path"
import satisfies from "spdx-satisfies"
import { describe, expect, it } from "vitest"
import { INSIDE } from "../server/bundle/inside.ts"
import { isReadByHand, READ_BY_HAND, readLock } from "../server/bundle/packages.ts"

const root = join(import.meta.dirname, "..")
const { packages } = readLock(root)

/** What may be shipped together with a program under the EUPL 1.2, as it is: permissive, or bound to its own files alone. */
const SHIPPED = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "EUPL-1.2",
  "ISC",
  "LGPL-3.0-or-later",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]
/** What is not passed on may be under more. */
const USED = [...SHIPPED, "CC-BY-3.0", "W3C"]
/** Names that SPDX has given up. */
const RENAMED: Record<string, string> = { "LGPL-3.0": "LGPL-3.0-or-later", "(MIT OR EUPL-1.1+)": "MIT" }

/** Each part of an "AND" has to be allowed, and one of an "OR". */
const isAllowed = (license: string, allowed: string[]) => satisfies(RENAMED[license] ?? license, allowed)

describe("Every licence", () => {
  it.each([
    ["shipped", false, SHIPPED],
    ["used for development", true, USED],
  ] as const)("of what is %s is on the list", (_, isForDevelopment, allowed) => {
    const own = packages.filter((one) => one.isForDevelopment === isForDevelopment)
    expect(own.length).toBeGreaterThan(200)
    const others = own.filter(({ license }) => license === "" || !isAllowed(license, [...allowed]))
    expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([])
  })

  it("that is not would be found out", () => {
    expect(isAllowed("AGPL-3.0-only", SHIPPED)).toBe(false)
    expect(isAllowed("MIT AND AGPL-3.0-only", SHIPPED)).toBe(false)
    expect(isAllowed("(MIT OR GPL-2.0-only)", SHIPPED)).toBe(true)
  })

  it("that was read by hand is still one that a package names in a text alone", () => {
    const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"))
    const silent = Object.entries<{ license?: string }>(lock.packages)
      .filter(([path, { license }]) => path !== "" && isReadByHand(license))
      .map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length))
    expect([...new Set(silent)].toSorted()).toEqual(Object.keys(READ_BY_HAND).toSorted())
  })

  it("of what lies in packages is one of those, or one of a known few", () => {
    const licences = new Set(INSIDE.map(({ license }) => license).filter((one) => !SHIPPED.includes(one)))
    expect([...licences].toSorted()).toEqual([
      "Bitstream-Vera",
      "ICU",
      "LicenseRef-scancode-public-domain",
      "OpenSSL",
      "PostgreSQL",
    ])
  })
})
