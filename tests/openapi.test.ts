import { Ajv2020 } from "ajv/dist/2020.js"
import formats from "ajv-formats"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { summaryOf } from "../server/kernel/openapi-summary.ts"
import { groups, summaries } from "../server/summaries.ts"
import { openWorld, type World } from "./support/world.ts"

type Parameter = { in: string; name: string; required?: boolean; schema: object }
type Operation = {
  operationId: string
  summary: string
  tags: string[]
  security?: object[]
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<
    string,
    { description?: string; $ref?: string; content?: Record<string, { schema: object }> }
  >
  "x-access": unknown
}

/** What browsers and HTTP ask beside a route, not what somebody calls. */
const BESIDE = ["HEAD", "OPTIONS"]

let world: World
let document: {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: object; schemas: Record<string, object>; responses: object }
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
        security: route?.access === "public" ? [] : undefined,
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
    const ajv = new Ajv2020({ strict: false })
    formats.default(ajv)
    const schemas = operations.flatMap(({ operation }) => [
      ...(operation.parameters ?? []).map((parameter) => parameter.schema),
      ...[operation.requestBody, ...Object.values(operation.responses)]
        .flatMap((part) => Object.values(part?.content ?? {}))
        .map((media) => media.schema),
    ])
    for (const schema of [...schemas, ...Object.values(document.components.schemas)])
      expect(() => ajv.compile(schema)).not.toThrow()
  })

  test("asks for no field that has a default", () => {
    const body = document.paths["/api/announcements"]?.post?.requestBody?.content["application/json"]?.schema
    expect(body).toMatchObject({ required: ["title", "body", "audience", "showUntil"] })
  })

  test("points to what exists", () => {
    const text = JSON.stringify(document)
    const pointers = new Set(
      [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)].map((found) => found[0]),
    )
    expect(pointers.size).toBe((text.match(/"\$ref"/g) ?? []).length > 0 ? 2 : 0)
    expect(document.components.schemas).toHaveProperty("Problem")
    expect(document.components.responses).toHaveProperty("Problem")
  })
})

describe("A route's line of words", () => {
  test("that is written by hand belongs to a route that exists", () => {
    const names = new Set(world.routes.map(({ method, url }) => `${method} ${url}`))
    expect(Object.keys(summaries).filter((name) => !names.has(name))).toEqual([])
  })

  test("and its group, too", () => {
    const segments = new Set(world.routes.map(({ url }) => url.split("/")[2]))
    expect(Object.keys(groups).filter((segment) => !segments.has(segment))).toEqual([])
  })

  test.each([
    ["GET", "/api/questions", "List questions"],
    ["GET", "/api/categories/:id", "Read a category"],
    ["POST", "/api/people", "Create a person"],
    ["POST", "/api/posts/:id/hide", "Hide a post"],
    ["POST", "/api/sign-in", "Sign in"],
    ["PUT", "/api/answers/:id", "Change an answer"],
    ["DELETE", "/api/posts/:id/marks/:kind", "Remove a mark of a post"],
    ["GET", "/api/departments/:id/colleagues", "List colleagues of a department"],
  ])("is made from %s %s", (method, path, words) => {
    expect(summaryOf(method, path)).toBe(words)
  })
})
