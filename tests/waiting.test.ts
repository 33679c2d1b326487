import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, it } from "vitest"

/**
 * Tests wait for what they wait for: an answer, an output, a condition. A fixed pause is too short on a busy machine and
 * too long on every other; "nothing came" is proved by something that comes after it. How long a wait may last at most
 * stands in `support/patience.ts` alone.
 */
const RULES: [fault: string, pattern: RegExp][] = [
  ["pauses", /\bwaitForTimeout\(|\bsetTimeout\(|["'](node:)?timers\/promises["']/],
  ["has a patience of its own", /\btimeout: *\d|\bsetDefault(Navigation)?Timeout\(|^\s*\}, *\d[\d_]{3,}\)/],
]

/** What is slow by its nature, and why. */
const ALLOWED: Record<string, string> = {
  "browser/support.ts": "hands the one patience to the browser",
  "kernel/patience.test.ts": "sends bytes slowly, to see who waits for them",
  "waiting.test.ts": "holds the faults that are planted here",
}

function faultsIn(source: string): string[] {
  return RULES.flatMap(([fault, pattern]) =>
    source.split("\n").flatMap((line, at) => (pattern.test(line) ? [`line ${at + 1} ${fault}`] : [])),
  )
}

it("no test pauses for a fixed time, and none has a patience of its own", async () => {
  const root = import.meta.dirname
  const files = (await readdir(root, { recursive: true })).filter((name) => /\.tsx?$/.test(name))
  expect(files.length).toBeGreaterThan(100)
  const found: string[] = []
  for (const name of files) {
    const faults = faultsIn(await readFile(join(root, name), "utf8"))
    if (name in ALLOWED) expect(faults, `${name} needs no exception any more`).not.toEqual([])
    else found.push(...faults.map((fault) => `${name}: ${fault}`))
  }
  expect(found).toEqual([])
})

it.each([
  ["await page.waitForTimeout(500)", ["line 1 pauses"]],
  ["const pause = () =>\n  new Promise((resolve) => setTimeout(resolve, 400))", ["line 2 pauses"]],
  ['import { setTimeout as pause } from "node:timers/promises"', ["line 1 pauses"]],
  ["await link.waitFor({ timeout: 30_000 })", ["line 1 has a patience of its own"]],
  ["  }, 60_000)", ["line 1 has a patience of its own"]],
  ["context.setDefaultTimeout(10_000)", ["line 1 has a patience of its own"]],
  ["await expect.poll(() => messages.length).toBe(1)", []],
  ["await page.clock.runFor(900)", []],
])("%s", (source, faults) => expect(faultsIn(source)).toEqual(faults))
