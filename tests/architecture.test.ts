import { globSync, readFileSync } from "node:fs"
import { dirname, join, normalize } from "node:path"
import { describe, expect, it } from "vitest"

/** Rows from the top; a module imports only from lower ones, through their front door. */
const ROWS: [row: number, module: string, pattern: RegExp][] = [
  [
    1,
    "process",
    /^server\/(main|cli|commands|database-source|move-files|backup-commands|backup-keys|sync-directory|stop-signal)\.ts$/,
  ],
  [1, "bundle", /^server\/bundle\//],
  [
    2,
    "app",
    /^server\/(app|announcing|conversing|catalogue|personal-data|refusals|rendered-texts|uploaded-files|api-scopes|api-tags|api-words\/[a-z-]+)\.ts$/,
  ],
  [2, "seed", /^server\/seed\//],
  [3, "web", /^web\//],
  [3, "mail-in", /^server\/mail-in\//],
  [4, "forum", /^server\/forum\//],
  [4, "announcements", /^server\/announcements\//],
  [4, "conversations", /^server\/conversations\//],
  [4, "qualification", /^server\/qualification\//],
  [4, "backup", /^server\/backup\//],
  [5, "notifications", /^server\/notifications\//],
  [5, "search", /^server\/search\//],
  [5, "rules", /^server\/rules\//],
  [5, "webhooks", /^server\/webhooks\//],
  [5, "papers", /^server\/papers\//],
  [6, "accounts", /^server\/accounts\//],
  [7, "kernel", /^server\/kernel\//],
  [7, "trial-postgres", /^server\/trial-postgres\//],
]
/** `main` and `cli` are the process; `app` and `seed` are two modules of one row that it puts together. */
const DOORS: Record<string, RegExp> = {
  app: /^server\/(app|catalogue|refusals|rendered-texts|api-tags|api-words\/[a-z-]+)\.ts$/,
  seed: /^server\/seed\/index\.ts$/,
  web: /^web\/(index|build)\.ts$/,
  "mail-in": /^server\/mail-in\/index\.ts$/,
  forum: /^server\/forum\/index\.ts$/,
  qualification: /^server\/qualification\/(index|core|work|outcome|meet|own|proof|course)\.ts$/,
  announcements: /^server\/announcements\/index\.ts$/,
  backup: /^server\/backup\/index\.ts$/,
  conversations: /^server\/conversations\/index\.ts$/,
  notifications: /^server\/notifications\/index\.ts$/,
  search: /^server\/search\/index\.ts$/,
  rules: /^server\/rules\/index\.ts$/,
  webhooks: /^server\/webhooks\/index\.ts$/,
  papers: /^server\/papers\/index\.ts$/,
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
      ["server/conversations/policy.ts", "server/qualification/course.ts"],
      ["server/qualification/policy.ts", "server/forum/index.ts"],
      ["server/forum/policy.ts", "server/accounts/sessions.ts"],
      ["web/pages/thread/index.ts", "server/forum/answers/actions.ts"],
      ["web/pages/thread/index.ts", "server/forum/recognition/personal-data.ts"],
      ["server/search/index.ts", "server/forum/index.ts"],
      ["server/search/index.ts", "server/notifications/index.ts"],
      ["server/accounts/people/actions.ts", "server/notifications/index.ts"],
      ["server/forum/telling.ts", "server/notifications/delivery.ts"],
      ["server/forum/index.ts", "server/search/postgres.ts"],
      ["server/forum/index.ts", "web/index.ts"],
      ["server/forum/index.ts", "server/mail-in/index.ts"],
      ["web/index.ts", "server/mail-in/index.ts"],
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

/**
 * The wings of the qualification, rows of its own from the top; the same for its pages. Paths are those below
 * `server/qualification/` and `web/pages/qualification/`; one that fits several wings belongs to the first.
 */
const WINGS: [row: number, wing: string, pattern: RegExp][] = [
  [1, "module", /^(index|routes|jobs|notices|live|catalogue|subjects|forget|inbox|moved)\.ts$/],
  // What sees all parts: the way through them, who belongs, what is forgotten and what is taken along.
  [2, "course", /^(path|managers|leaving|takeaway)\/|^(audit-trail|course|sections|timer-subjects)\.ts$/],
  [6, "core", /^sheets\/(address|beside|links|named|sheet)\.tsx?$/],
  [2, "course", /^sheets\//],
  [2, "course", /^cohorts\/(calendar-card|calendar-pages|cohort|everything|overview|people|plan)\.tsx?$/],
  [6, "core", /^(cohorts|files|programmes|role-requests|competences\/frameworks)\//],
  [6, "core", /^(core|policy|queries|retention|schema|section|tables)\.ts$/],
  [6, "core", /^(chat|cohort-page|framework-notes|tools|trail)\.tsx$/],
  // What a learner can, from the first self-rating to the certificate.
  [
    3,
    "proof",
    /^(assessments|badges|certificates|competences|evidence|preparation)\/|^(completion|progress|proof)\.ts$/,
  ],
  [4, "meet", /^(consulting|sessions|timers?)\/|^meet\.ts$/],
  [4, "own", /^(impulses|journal)\/|^own\.ts$/],
  [5, "work", /^(projects|starts)\/|^work\.ts$/],
  // What a group passes on: to colleagues, to managers, to later groups.
  [5, "outcome", /^(events|plans|reports|retrospectives)\/|^outcome\.ts$/],
]
const WINGED = ["server/qualification/", "web/pages/qualification/"]

function wingFaultOf(importer: string, imported: string): string | null {
  const root = WINGED.find((one) => importer.startsWith(one))
  if (!root || !imported.startsWith(root)) return null
  const from = wingOf(importer.slice(root.length))
  const to = wingOf(imported.slice(root.length))
  if (!from || !to) return `${importer} → ${imported}: one of them is in no wing`
  if (from.wing === to.wing || to.row > from.row) return null
  return `${importer} → ${imported}: ${to.row < from.row ? "upwards" : "sideways"}`
}

function wingOf(path: string): { row: number; wing: string } | null {
  const found = WINGS.find(([, , pattern]) => pattern.test(path))
  return found ? { row: found[0], wing: found[1] } : null
}

describe("the wings of the qualification", () => {
  const files = globSync(WINGED.map((root) => `${root}**/*.{ts,tsx}`))

  it("import downwards only", () => {
    expect(files.length).toBeGreaterThan(300)
    const faults = files.flatMap((file) =>
      // A file is compared with itself, so that one in no wing is found that imports nothing.
      [file, ...importsOf(file)].flatMap((imported) => wingFaultOf(file, imported) ?? []),
    )
    expect(faults).toEqual([])
  })

  it("have short front doors", () => {
    const doors = globSync("server/qualification/*.ts").filter((file) => DOORS.qualification?.test(file))
    expect(doors).toHaveLength(8)
    const lines = doors.map((file) => readFileSync(file, "utf8").split("\n").length)
    expect(Math.max(...lines)).toBeLessThanOrEqual(120)
  })

  it("would be found out if they did not", () => {
    const planted: [string, string][] = [
      ["server/qualification/cohorts/editing.ts", "server/qualification/proof.ts"],
      ["server/qualification/policy.ts", "server/qualification/projects/tables.ts"],
      ["server/qualification/cohorts/editing.ts", "server/qualification/leaving/members.ts"],
      ["server/qualification/competences/frameworks/levels.ts", "server/qualification/competences/tables.ts"],
      ["server/qualification/projects/queries.ts", "server/qualification/sessions/tables.ts"],
      ["server/qualification/plans/queries.ts", "server/qualification/projects/tables.ts"],
      ["server/qualification/journal/actions.ts", "server/qualification/sessions/tables.ts"],
      ["server/qualification/assessments/find.ts", "server/qualification/path/queries.ts"],
      ["server/qualification/path/queries.ts", "server/qualification/routes.ts"],
      ["server/qualification/path/queries.ts", "server/qualification/elsewhere/queries.ts"],
      ["web/pages/qualification/trail.tsx", "web/pages/qualification/sections.ts"],
      ["web/pages/qualification/cohorts/index.ts", "web/pages/qualification/cohorts/cohort.tsx"],
      ["web/pages/qualification/starts/page.tsx", "web/pages/qualification/reports/page.tsx"],
      ["web/pages/qualification/timer/index.ts", "web/pages/qualification/assessments/index.ts"],
    ]
    for (const [importer, imported] of planted)
      expect(wingFaultOf(importer, imported), `${importer} → ${imported}`).not.toBeNull()
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
