import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Ajv } from "ajv"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { parse, parseAllDocuments } from "yaml"
import { serveMetrics } from "../server/kernel/operation.ts"
import { openWorld, type World } from "./support/world.ts"

const deploy = join(import.meta.dirname, "..", "deploy")
const read = (name: string) => readFileSync(join(deploy, name), "utf8")

describe("Alarms and the dashboard", () => {
  let world: World
  let names: Set<string>
  beforeAll(async () => {
    world = await openWorld()
    const server = await serveMetrics(world.metrics, "127.0.0.1", 0)
    const { body } = await server.inject("/metrics")
    await server.close()
    names = new Set([...body.matchAll(/^# HELP (\w+)/gm)].map(([, name]) => name ?? ""))
  })
  afterAll(() => world.close())

  /** Of the monitoring itself. */
  const OF_PROMETHEUS = new Set(["up"])
  const unknownIn = (expression: string) =>
    namesIn(expression).filter(
      (name) => !OF_PROMETHEUS.has(name) && !names.has(name.replace(/_(bucket|count|sum)$/, "")),
    )

  it("ask for nothing that the program does not measure", () => {
    const rules = parse(read("monitoring/alerts.yaml")).groups[0].rules as { alert: string; expr: string }[]
    const { panels } = JSON.parse(read("monitoring/dashboard.json")) as {
      panels: { targets: { expr: string }[] }[]
    }
    const expressions = [
      ...rules.map(({ expr }) => expr),
      ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ]
    expect(expressions.length).toBeGreaterThan(20)
    expect(expressions.flatMap(unknownIn)).toEqual([])
    expect(unknownIn("max by (queue) (jobs_lost) > 0")).toEqual(["jobs_lost"])
  })

  it("leave nothing of ours unwatched", () => {
    const watching = `${read("monitoring/alerts.yaml")} ${read("monitoring/dashboard.json")}`
    const ours = [...names].filter((name) => !/^(nodejs|process)_/.test(name))
    const unwatched = ours.filter((name) => !watching.includes(name))
    expect(unwatched).toEqual([])
    const described = readFileSync(join(deploy, "..", "docs", "operation.md"), "utf8")
    expect(ours.filter((name) => !described.includes(`\`${name}\``))).toEqual([])
  })
})

/** Names of measurements: with an underscore, and neither a label nor a function. */
function namesIn(expression: string): string[] {
  const bare = expression.replace(/\{[^}]*\}/g, "").replace(/\bby \([^)]*\)/g, "")
  const words = bare.matchAll(/\b([a-z]+(?:_[a-z0-9]+)+|up)\b(?!\()/g)
  return [...words].map(([, name]) => name ?? "")
}

describe("The chart", () => {
  const values = parse(read("chart/values.yaml"))
  const validate = new Ajv({ strict: false, allErrors: true }).compile(
    JSON.parse(read("chart/values.schema.json")),
  )

  it("has values that its own schema takes, and knows no others", () => {
    expect(validate(values), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ ...values, replica: 2 })).toBe(false)
    expect(validate({ ...values, publicUrl: "forum" })).toBe(false)
    expect(validate({ ...values, image: { ...values.image, digest: "sha256:12" } })).toBe(false)
  })

  it("uses every value, and none that is not there", () => {
    const templates = readdirSync(join(deploy, "chart/templates")).map((name) =>
      read(`chart/templates/${name}`),
    )
    const used = new Set(
      templates.flatMap((text) => [...text.matchAll(/\.Values\.(\w+)/g)].map(([, name]) => name)),
    )
    expect([...used].toSorted()).toEqual(Object.keys(values).toSorted())
  })

  it("reaches the database in the job of migrations as in the pods, and stops them no sooner than they end", () => {
    const job = read("chart/templates/migrations.yaml")
    for (const wanted of [
      ".Values.database.secretName",
      ".Values.settings.DATABASE_DIRECT_URL",
      ".Values.secretSettings.DATABASE_DIRECT_URL",
      "value: /run/ca/{{ .Values.certificateAuthority.key }}",
      "{ name: ca, mountPath: /run/ca, readOnly: true }",
      "configMap: { name: {{ .Values.certificateAuthority.configMapName }} }",
    ])
      expect(job).toContain(wanted)
    expect(read("chart/templates/deployment.yaml")).toMatch(
      /terminationGracePeriodSeconds: \{\{ add .*STOP_DELAY.* 35 \}\}/,
    )
  })

  it("runs nothing with more rights than it needs", () => {
    const deployment = read("chart/templates/deployment.yaml")
    for (const wanted of [
      "runAsNonRoot: true",
      "readOnlyRootFilesystem: true",
      "allowPrivilegeEscalation: false",
      "capabilities: { drop: [ALL] }",
      "seccompProfile: { type: RuntimeDefault }",
      "automountServiceAccountToken: false",
    ])
      expect(deployment).toContain(wanted)
  })
})

describe("The compose file", () => {
  it("knows the settings of the chart, and drops all rights, too", () => {
    const [document] = parseAllDocuments(readFileSync(join(deploy, "..", "docker-compose.yml"), "utf8"))
    const { services } = document?.toJS() ?? {}
    expect(services.app).toMatchObject({ read_only: true, cap_drop: ["ALL"] })
    const { settings } = parse(read("chart/values.yaml"))
    for (const name of ["DATABASE_URL", "PUBLIC_URL", "TRUSTED_PROXIES", "LOG_FORMAT"])
      expect(Object.keys({ ...services.app.environment })).toContain(name)
    expect(settings.LOG_FORMAT).toBe(services.app.environment.LOG_FORMAT)
  })
})
