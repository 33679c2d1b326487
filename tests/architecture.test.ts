import { globSync, readFileSync } from "node:fs"
import { dirname, join, normalize } from "node:path"
import { describe, expect, it } from "vitest"

/** Rows from the top; a module imports only from lower ones, through their front door. */
const ROWS: [row: number, module: string, pattern: RegExp][] = [
  [1, "process", /^server\/(main|cli|database-source)\.ts$/],
  [1, "bundle", /^server\/bundle\//],
  [2, "app", /^server\/(app|catalogue|refusals|rendered-texts|api-tags|api-words\/[a-z-]+)\.ts$/],
  [2, "seed", /^server\/seed\//],
  [3, "web", /^web\//],
  [4, "forum", /^server\/forum\//],
  [4, "announcements", /^server\/announcements\//],
  [4, "qualification", /^server\/qualification\//],
  [5, "search", /^server\/search\//],
  [6, "accounts", /^server\/accounts\//],
  [7, "kernel", /^server\/kernel\//],
  [7, "trial-postgres", /^server\/trial-postgres\//],
]
/** `main` and `cli` are the process; `app` and `seed` are two modules of one row that it puts together. */
const DOORS: Record<string, RegExp> = {
  app: /^server\/(app|catalogue|refusals|rendered-texts|api-tags|api-words\/[a-z-]+)\.ts$/,
  seed: /^server\/seed\/index\.ts$/,
  web: /^web\/(index|build)\.ts$/,
  forum: /^server\/forum\/index\.ts$/,
  qualification: /^server\/qualification\/index\.ts$/,
  announcements: /^server\/announcements\/index\.ts$/,
  search: /^server\/search\/index\.ts$/,
  accounts: /^server\/accounts\/index\.ts$/,
  "trial-postgres": /^server\/trial-postgres\/index\.ts$/,
  // Every kernel file is a door of its own; a folder has one.
  kernel: /^server\/kernel\/([a-z0-9-]+\.ts|[a-z-]+\/index\.ts)$/,
}

/** What runs in the browser may use pure functions of the modules directly: a front door would bring the server along. */
const PURE = /^server\/forum\/recognition\/(pasted-mail|personal-data)\.ts$/

function faultOf(importer: string, imported: string): string | null {
  const from = placeOf(importer)
  const to = placeOf(imported)
  if (!from || !to) return `${importer} → ${imported}: one of them has no place in the rows`
  if (from.module === to.module) return null
  if (from.module === "web" && importer.startsWith("web/elements/") && PURE.test(imported)) return null
  if (to.row < from.row) return `${importer} → ${imported}: upwards`
  if (to.row === from.row) return `${importer} → ${imported}: sideways`
  if (!DOORS[to.module]?.test(imported)) return `${importer} → ${imported}: past the front door`
  return null
}

function placeOf(file: string): { row: number; module: string } | null {
  const found = ROWS.find(([, , pattern]) => pattern.test(file))
  return found ? { row: found[0], module: found[1] } : null
}

function importsOf(file: string): string[] {
  const source = readFileSync(file, "utf8")
  const specifiers = [...source.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)].map(
    (match) => match[1] ?? "",
  )
  return specifiers.map((specifier) => normalize(join(dirname(file), specifier)))
}

describe("imports", () => {
  const files = globSync(["server/**/*.{ts,tsx}", "web/**/*.{ts,tsx}"])

  it("go downwards only, and through the front doors", () => {
    expect(files.length).toBeGreaterThan(100)
    const faults = files.flatMap((file) =>
      importsOf(file).flatMap((imported) => faultOf(file, imported) ?? []),
    )
    expect(faults).toEqual([])
  })

  it("would be found out if they did not", () => {
    const planted: [string, string][] = [
      ["server/kernel/jobs.ts", "server/forum/index.ts"],
      ["server/accounts/people/actions.ts", "server/forum/index.ts"],
      ["server/forum/policy.ts", "server/announcements/index.ts"],
      ["server/qualification/policy.ts", "server/forum/index.ts"],
      ["server/forum/policy.ts", "server/accounts/sessions.ts"],
      ["web/pages/thread/index.ts", "server/forum/answers/actions.ts"],
      ["web/pages/thread/index.ts", "server/forum/recognition/personal-data.ts"],
      ["server/search/index.ts", "server/forum/index.ts"],
      ["server/forum/index.ts", "server/search/postgres.ts"],
      ["server/forum/index.ts", "web/index.ts"],
      ["server/announcements/index.ts", "server/trial-postgres/lock.ts"],
      ["server/forum/index.ts", "server/elsewhere/index.ts"],
    ]
    for (const [importer, imported] of planted)
      expect(faultOf(importer, imported), `${importer} → ${imported}`).not.toBeNull()
  })

  it("name Lucia in one file", () => {
    const users = files.filter((file) => /from "lucia"/.test(readFileSync(file, "utf8")))
    expect(users).toEqual(["server/accounts/sessions.ts"])
  })
})

it("nothing asks the system for the present but the one clock", () => {
  const allowed = ["server/kernel/time.ts", "server/database-source.ts"]
  const files = globSync("server/**/*.ts").filter(
    (file) => !allowed.includes(file) && !file.startsWith("server/trial-postgres/"),
  )
  const users = files.filter((file) => /new Date\(\)|Date\.now\(\)/.test(readFileSync(file, "utf8")))
  expect(users).toEqual([])
})

/** What is made inside a function is made at every call. */
const formattersMadeAgain = (source: string) =>
  source
    .split("\n")
    .filter((line) => /\bnew Intl\./.test(line) && !/^(?:const \w+ = | {2}\w+: )new Intl\./.test(line))

it("formatters of Intl are made once, never at every use", () => {
  const files = globSync(["server/**/*.{ts,tsx}", "web/**/*.{ts,tsx}"]).filter(
    (file) => !file.startsWith("web/elements/"),
  )
  expect(files.flatMap((file) => formattersMadeAgain(readFileSync(file, "utf8")))).toEqual([])
  expect(formattersMadeAgain('  return new Intl.DateTimeFormat("de").format(day)')).toHaveLength(1)
  expect(formattersMadeAgain('  const day = new Intl.DateTimeFormat("de")')).toHaveLength(1)
})
