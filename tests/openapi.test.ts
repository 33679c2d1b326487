import { Ajv2020 } from "ajv/dist/2020.js"
import formats from "ajv-formats"
import { Histogram } from "prom-client"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { scopeOf } from "../server/api-scopes.ts"
import { groups } from "../server/api-tags.ts"
import { words } from "../server/api-words/index.ts"
import { refusals } from "../server/refusals.ts"
import { openWorld, type World } from "./support/world.ts"

type Parameter = {
  in: string
  name: string
  required?: boolean
  description?: string
  schema: Field
  example?: unknown
}
type Response = { description?: string; $ref?: string; content?: Record<string, { schema: object }> }
type Operation = {
  operationId: string
  summary: string
  tags: string[]
  security?: object[]
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, Response>
  "x-access": unknown
}

/** A session or a token that is good for it; where no token is, what the document says of all routes. */
function tokenSecurity(name: string): object[] | undefined {
  const [method = "", path = ""] = name.split(" ")
  const scope = scopeOf(method, path)
  return scope === null ? undefined : [{ session: [] }, { token: scope === "any" ? [] : [scope] }]
}

/** What browsers and HTTP ask beside a route, not what somebody calls. */
const BESIDE = ["HEAD", "OPTIONS"]

let world: World
let document: {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  tags: { name: string; description: string }[]
  components: {
    securitySchemes: object
    schemas: Record<string, object>
    responses: Record<string, Response>
  }
}
let operations: { name: string; path: string; operation: Operation }[]

beforeAll(async () => {
  world = await openWorld()
  const { body } = await world.nobody.get("/api/openapi.json").expect(200)
  document = body
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      return { name: `${method.toUpperCase()} ${path}`, path, operation }
    }),
  )
})
afterAll(() => world.close())

describe("The description of the API", () => {
  test("is OpenAPI 3.1, and says how to sign in", () => {
    expect(document.openapi).toBe("3.1.0")
    expect(document.info).toMatchObject({ title: "Fachforum", version: expect.stringMatching(/^\d/) })
    expect(document.components.securitySchemes).toEqual({
      session: { type: "apiKey", in: "cookie", name: world.parts.sessions.cookieName },
      token: { type: "http", scheme: "bearer", description: expect.any(String) },
    })
  })

  test("has every route of the API and no page", () => {
    const routes = world.routes
      .filter(({ method, url }) => url.startsWith("/api/") && !BESIDE.includes(method) && url !== "/api/docs")
      .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, "{$1}")}`)
    expect(operations.map(({ name }) => name).sort()).toEqual([...new Set(routes)].sort())
    expect(routes.length).toBeGreaterThan(70)
  })

  test("says of each who may call it, as the route declares it", () => {
    for (const { name, operation } of operations) {
      const route = world.routes.find(
        ({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, "{$1}")}` === name,
      )
      expect({ name, access: operation["x-access"] }).toEqual({ name, access: route?.access })
      expect({ name, security: operation.security }).toEqual({
        name,
        security: route?.access === "public" ? [] : tokenSecurity(name),
      })
    }
  })

  test("declares every parameter of a path, and no other", () => {
    for (const { name, path, operation } of operations) {
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === "path")
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      expect({ name, names: declared.map((parameter) => parameter.name) }).toEqual({ name, names: inPath })
      expect(declared.every((parameter) => parameter.required === true)).toBe(true)
    }
  })

  test("gives each a name of its own, a line of words, a group and what it answers", () => {
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { name, operation } of operations) {
      expect({ name, summary: operation.summary }).toEqual({
        name,
        summary: expect.stringMatching(/^[A-Z].{3,}/),
      })
      expect(operation.tags).toHaveLength(1)
      const statuses = Object.keys(operation.responses)
      expect({ name, statuses }).toEqual({ name, statuses: expect.arrayContaining(["default"]) })
      expect(statuses.length).toBeGreaterThan(1)
      for (const [status, response] of Object.entries(operation.responses))
        expect({ name, status, described: Boolean(response.description ?? response.$ref) }).toEqual({
          name,
          status,
          described: true,
        })
    }
  })

  test("holds schemas only that JSON Schema 2020-12 understands", () => {
    const ajv = new Ajv2020({ strict: false, code: { optimize: false } })
    formats.default(ajv)
    ajv.addFormat("idn-email", true)
    ajv.addSchema(document, "description")
    for (const pointer of pointersTo("schemas"))
      expect(() => ajv.compile({ $ref: `description${pointer}` })).not.toThrow()
    const parameters = operations.flatMap(({ operation }) => operation.parameters ?? [])
    for (const { schema } of parameters.filter(
      (parameter) => !JSON.stringify(parameter.schema).includes("$ref"),
    ))
      expect(() => ajv.compile(schema)).not.toThrow()
  })

  test("asks for no field and no parameter that has a default", () => {
    const asked = requestSchemas().flatMap((schema) => withDefault(schema))
    expect(asked.length).toBeGreaterThan(20)
    expect(asked.filter(({ isRequired }) => isRequired)).toEqual([])
    const parameters = operations.flatMap(({ operation }) => operation.parameters ?? [])
    const defaulted = parameters.filter(({ schema }) => "default" in schema)
    expect(defaulted.length).toBeGreaterThan(3)
    expect(defaulted.filter(({ required }) => required)).toEqual([])
  })

  test.each([
    ["/api/certificates/{id}/badge", "application/vc+jwt"],
    ["/api/certificates/{id}/badge.json", "application/vc+ld+json"],
    ["/api/certificates/{id}/badge.png", "image/png"],
    ["/api/certificates/{id}/badge.svg", "image/svg+xml"],
    ["/api/certificates/{id}/pdf", "application/pdf"],
    ["/api/me/data/archive", "application/zip"],
    ["/api/badges/did.json", "application/did+ld+json"],
    ["/api/badges/status", "application/vc+jwt"],
    ["/api/badges/status-list", "application/vc+ld+json"],
    ["/api/questions/{id}", "application/json"],
  ])("says that %s is %s", (path, media) => {
    expect(Object.keys(document.paths[path]?.get?.responses["200"]?.content ?? {})).toEqual([media])
  })

  test("points to what exists, and at everything that it names", () => {
    const used = [...JSON.stringify(document).matchAll(/"\$ref":"(#[^"]+)"/g)].map((found) => found[1])
    const named = [...pointersTo("schemas"), ...pointersTo("responses")]
    expect([...new Set(used)].sort()).toEqual(named.sort())
  })

  test("declares what each heading is about, and uses each", () => {
    const used = new Set(operations.flatMap(({ operation }) => operation.tags))
    expect(document.tags.map(({ name }) => name).sort()).toEqual([...used].sort())
    for (const { description } of document.tags) expect(description).toMatch(/^[A-Z].{10,}/)
  })
})

describe("What is described by name", () => {
  test("is every field and parameter, with what null means", () => {
    // What has a component of its own and nothing more to say is described there.
    const wordless = fields().filter(({ field }) => !/^[A-Z].{4,}/.test(String(descriptionOf(field))))
    expect(wordless.map(({ name }) => name)).toEqual([])
    const nullable = fields().filter(({ field }) => isNullable(field))
    expect(nullable.length).toBeGreaterThan(100)
    const silent = nullable.filter(({ field }) => !String(field.description).includes("Null: "))
    expect(silent.map(({ name }) => name)).toEqual([])
    const parameters = operations.flatMap(({ name, operation }) =>
      (operation.parameters ?? []).map((parameter) => ({ ...parameter, name: `${name} ${parameter.name}` })),
    )
    const known = parameters.map(({ name, description }) => ({
      name,
      described: /^[A-Z`].{4,}/.test(`${description}`),
    }))
    expect(known.filter(({ described }) => !described)).toEqual([])
    expect(parameters.find(({ name }) => name === "GET /api/questions/{id} id")).toMatchObject({
      description: "Which question, by its id",
    })
  })

  test("has an example wherever a text or a number is free, and one that fits", () => {
    const ajv = new Ajv2020({ strict: false, code: { optimize: false } })
    formats.default(ajv)
    ajv.addFormat("idn-email", true)
    const free = fields().filter(({ field }) => isFree(field))
    expect(free.filter(({ field }) => !field.examples).map(({ name }) => name)).toEqual([])
    const parameters = operations.flatMap(({ operation }) => operation.parameters ?? [])
    const unshown = parameters.filter(({ schema, example }) => isFree(schema) && example === undefined)
    expect(unshown.map(({ name }) => name)).toEqual([])
    const unfit = free.filter(
      ({ field }) => !field.examples?.every((example) => ajv.validate(field, example)),
    )
    expect(unfit.map(({ name }) => name)).toEqual([])
  })

  test("exists, and is described once", () => {
    const known = new Set([
      ...fields().flatMap(({ name }) => [name, name.split(".")[1] ?? ""]),
      ...Object.keys(document.components.schemas),
      ...operations.flatMap(({ name, operation }) =>
        (operation.parameters ?? []).flatMap((one) => [
          `${one.in} ${one.name}`,
          `path ${name.split(`/{${one.name}}`)[0]?.split("/").at(-1)}/${one.name}`,
        ]),
      ),
    ])
    expect(Object.keys(words).filter((name) => !known.has(name))).toEqual([])
  })
})

describe("A schema of the API", () => {
  test("has a name wherever it is an object, and stands in one place", () => {
    const inline = [
      ...Object.values(document.components.schemas).flatMap((schema) => objectsIn(schema).slice(1)),
      ...operations.flatMap(({ operation }) => objectsIn(operation)),
    ]
    expect(inline).toEqual([])
  })

  test("is one where one thing is meant", () => {
    const byContent = Map.groupBy(Object.entries(document.components.schemas), ([, schema]) =>
      JSON.stringify(schema, (key, value) =>
        key === "description" || key === "examples" ? undefined : value,
      ),
    )
    // Rights are named after whose they are, although many say the same.
    const isRights = ([name]: [string, object]) => name.endsWith("Can")
    const same = [...byContent.values()].filter((named) => named.length > 1 && !named.every(isRights))
    expect(same.map((named) => named.map(([name]) => name))).toEqual([])
  })

  test("has a name where the same words can be chosen in several places", () => {
    const choices = [
      ...Object.entries(document.components.schemas),
      ...Object.entries(document.paths),
    ].flatMap(([name, part]) => choicesIn(part).map((words) => ({ name, words })))
    const byWords = Map.groupBy(choices, ({ words }) => words)
    expect([...byWords.values()].filter((places) => places.length > 1)).toEqual([])
  })
})

describe("A refusal of the API", () => {
  test("is a problem, whatever its status", () => {
    const { responses } = document.components
    const statuses = operations.flatMap(({ name, operation }) =>
      Object.entries(operation.responses)
        .filter(([status]) => status === "default" || Number(status) >= 400)
        .map(([status, response]) => ({ name, status, content: contentOf(response, responses) })),
    )
    // The WebSocket says so without words.
    const others = statuses.filter(({ status, content }) => status !== "426" && content !== PROBLEM)
    expect(others).toEqual([])
  })

  test("is named for what stands in front of every route", () => {
    for (const { name, path, operation } of operations) {
      const statuses = Object.keys(operation.responses)
      const changes = !name.startsWith("GET ")
      expect({ name, signedIn: statuses.includes("401") || isPublic(operation) }).toEqual({
        name,
        signedIn: true,
      })
      expect({ name, found: statuses.includes("404") || !path.includes("{") }).toEqual({ name, found: true })
      expect({ name, origin: statuses.includes("403") || !changes }).toEqual({ name, origin: true })
      expect({ name, often: statuses.includes("429") || !changes }).toEqual({ name, often: true })
      const takes = operation.requestBody !== undefined
      expect({ name, size: statuses.includes("413"), media: statuses.includes("415") }).toMatchObject(
        takes ? { name, size: true, media: true } : { name },
      )
    }
  })

  test("of its own belongs to a route that exists", () => {
    const names = new Set(world.routes.map(({ method, url }) => `${method} ${url}`))
    expect(Object.keys(refusals).filter((name) => !names.has(name))).toEqual([])
  })

  test("that a test meets must be described", async () => {
    const other = await openWorld()
    await other.nobody.get("/api/me").expect(401)
    const [duration] = other.metrics.getMetricsAsArray()
    if (duration instanceof Histogram)
      duration.observe({ method: "GET", route: "/api/me", status: "409" }, 0.1)
    await expect(other.close()).rejects.toThrow("GET /api/me answered 409")
  })
})

describe("A request without a body", () => {
  test("may name JSON all the same", async () => {
    const { agent } = await world.person("Sabine Müller", ["admin"])
    const other = await world.person("Tobias Huber", ["clerk"])
    const empty = (test: ReturnType<typeof agent.post>) =>
      test.set("content-type", "application/json").send("")
    await empty(agent.post(`/api/people/${other.id}/deactivate`)).expect(204)
    await empty(agent.post(`/api/people/${other.id}/reactivate`)).expect(204)
    await empty(agent.delete("/api/sessions")).expect(204)
    const { body } = await empty(agent.post("/api/departments")).expect(400)
    expect(body.code).toBe("invalid")
    await agent.post("/api/departments").set("content-type", "application/json").send("{").expect(400)
  })
})

type Field = {
  $ref?: string
  description?: string
  examples?: unknown[]
  type?: unknown
  anyOf?: object[]
  enum?: unknown
  contentMediaType?: string
}

function fields(): { name: string; field: Field }[] {
  return Object.entries(document.components.schemas).flatMap(([component, schema]) =>
    Object.entries<Field>(Object(schema).properties ?? {}).map(([name, field]) => ({
      name: `${component}.${name}`,
      field,
    })),
  )
}

function descriptionOf({ description, $ref = "" }: Field): string | undefined {
  const component = document.components.schemas[$ref.replace("#/components/schemas/", "")]
  return description ?? (component as Field | undefined)?.description
}

const isNullable = ({ type, anyOf = [] }: Field) =>
  [type].flat().includes("null") || anyOf.some((option) => "type" in option && option.type === "null")

/** What is chosen from words or described elsewhere shows by itself what it looks like. */
const isFree = ({ type, enum: words, contentMediaType }: Field) =>
  !words &&
  !contentMediaType &&
  [type].flat().some((one) => one === "string" || one === "integer" || one === "number")

const PROBLEM = "application/problem+json #/components/schemas/Problem"

const isPublic = ({ security }: Operation) => security?.length === 0

const pointersTo = (kind: "schemas" | "responses") =>
  Object.keys(document.components[kind]).map((name) => `#/components/${kind}/${name}`)

function contentOf(response: Response, responses: Record<string, Response>): string {
  const found = response.$ref ? responses[response.$ref.split("/").at(-1) ?? ""] : response
  return Object.entries(found?.content ?? {})
    .map(([media, { schema }]) => `${media} ${"$ref" in schema ? schema.$ref : "inline"}`)
    .join(", ")
}

/** Every object with properties in it, itself included. */
function objectsIn(part: unknown): object[] {
  if (typeof part !== "object" || part === null) return []
  const inside = Object.values(part).flatMap(objectsIn)
  return "type" in part && part.type === "object" && "properties" in part ? [part, ...inside] : inside
}

function choicesIn(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return []
  return "enum" in part ? [JSON.stringify(part.enum)] : Object.values(part).flatMap(choicesIn)
}

function requestSchemas(): unknown[] {
  return operations.flatMap(({ operation }) =>
    Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) => reached(schema)),
  )
}

/** The component that is referred to, and those that it refers to. */
function reached(schema: unknown): unknown[] {
  const text = JSON.stringify(schema)
  const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((found) => found[1] ?? "")
  return names.flatMap((name) => [
    document.components.schemas[name],
    ...reached(document.components.schemas[name]),
  ])
}

function withDefault(schema: unknown): { name: string; isRequired: boolean }[] {
  const { properties = {}, required = [] } = Object(schema)
  return Object.entries(properties)
    .filter(([, property]) => "default" in Object(property))
    .map(([name]) => ({ name, isRequired: required.includes(name) }))
}

test("Each group of routes belongs to one that exists", () => {
  const segments = new Set(world.routes.map(({ url }) => url.split("/")[2]))
  expect(Object.keys(groups).filter((segment) => !segments.has(segment))).toEqual([])
})
