import { readFileSync } from "node:fs"
import swagger, { type FastifyDynamicSwaggerOptions } from "@fastify/swagger"
import { Type } from "typebox"
import { ANY_SCOPE, type Tokens } from "./bearer.ts"
import type { Config } from "./config.ts"
import { type Access, type App, Problem } from "./http.ts"
import { answerComponents, describeAnswers } from "./openapi-answers.ts"
import { type Components, componentOf, isJson, nameSchemas } from "./openapi-components.ts"
import { describeFields, describeParameters, type Words } from "./openapi-words.ts"

const PROJECT = readFileSync(new URL("../../package.json", import.meta.url), "utf8")
const VERSION = /"version": "([^"]+)"/.exec(PROJECT)?.[1] ?? "0"
const DESCRIPTION = `Everything that the pages can do. Sign in with \`POST /api/sign-in\` and send the cookie along; every
request that changes something carries an \`Origin\` header with the address of this installation. A program sends a
token instead, \`Authorization: Bearer fachforum_…\`, and needs no \`Origin\`: people issue it to themselves in their
profile, administrators to services, and it is good for what its scopes name. Unknown fields are refused. Every error is a problem after RFC 9457 with a stable \`code\`. Lists page by keyset: \`next\` of one page is
\`after\` of the following one.`

type Options = {
  config: Config
  cookieName: string
  /** Tags by the first part of the path below `/api`; others are tagged with that part. */
  groups: Record<string, string>
  /** What each tag is about. */
  tags: Record<string, string>
  /** What a token must be good for to call a route; null: no token is good for it. */
  scopeOf: Tokens["scopeOf"]
  /** By method and path, what a route refuses beyond what everything in front of it does. */
  refusals: Record<string, readonly number[]>
  /** What fields and parameters mean. */
  words: Words
}

/**
 * Describes all routes below `/api` that are registered after this, at `/api/openapi.json`. It is public: the source
 * is open, so the description is no secret, and whoever connects a program can read it before having an account.
 */
export async function describeApi(app: App, options: Options): Promise<void> {
  await app.register(swagger, documentOf(options))
  app.get(
    "/api/openapi.json",
    {
      config: { access: "public" },
      schema: {
        summary: "Read this description",
        response: { 200: Type.Unsafe<object>({ type: "object", additionalProperties: true }) },
      },
    },
    async () => app.swagger(),
  )
}

function documentOf({ config, cookieName, tags, ...options }: Options): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Fachforum",
        version: VERSION,
        description: DESCRIPTION,
        license: { name: "EUPL-1.2", url: "https://eupl.eu/1.2/en/" },
      },
      servers: [{ url: config.publicUrl }],
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      security: [{ session: [] }],
      components: {
        securitySchemes: {
          session: { type: "apiKey", in: "cookie", name: cookieName },
          token: { type: "http", scheme: "bearer", description: "Good for the scopes that a route names" },
        },
      },
    },
    convertConstToEnum: false,
    transform: describeRoute(options),
    transformObject: completeDocument(options),
  }
}

/** The name of the part does not matter. */
const UPLOAD = {
  title: "Upload",
  type: "object",
  properties: { file: { type: "string", contentMediaType: "application/octet-stream" } },
  required: ["file"],
  additionalProperties: false,
}

type Transform = NonNullable<FastifyDynamicSwaggerOptions["transform"]>

const describeRoute =
  ({ groups, scopeOf }: Pick<Options, "groups" | "scopeOf">): Transform =>
  ({ schema, url, route }) => {
    const access = route.config?.access
    const method = String(route.method)
    // Pages, what monitoring asks and what browsers ask by themselves are no part of the API.
    if (!url.startsWith("/api/") || route.config?.page || access === undefined || method === "OPTIONS")
      return { schema: { hide: true }, url }
    if (!schema?.summary) throw new Error(`${method} ${url} does not say what it does`)
    const segment = url.split("/")[2] ?? ""
    return {
      url,
      schema: {
        description: describeAccess(access),
        ...schema,
        ...(schema.consumes?.includes("multipart/form-data") && { body: UPLOAD }),
        tags: [groups[segment] ?? segment],
        operationId: operationIdOf(method, url),
        ...securityOf(access, scopeOf(method, url)),
        "x-access": access,
        // The WebSocket plug-in hides its route by default.
        hide: false,
      },
    }
  }

/** A session does everywhere, unless nothing is asked for; a token where it can be good for the route. */
function securityOf(access: Access, scope: string | null): { security?: Record<string, string[]>[] } {
  if (access === "public") return { security: [] }
  if (scope === null) return {}
  return { security: [{ session: [] }, { token: scope === ANY_SCOPE ? [] : [scope] }] }
}

/** `POST /api/questions/:id/hand-over` is `postQuestionsIdHandOver`. */
function operationIdOf(method: string, url: string): string {
  const words = url.split(/[^A-Za-z]+/).filter((word) => word !== "" && word !== "api")
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")
}

function describeAccess(access: Access): string {
  if (access === "public") return "For everybody, signed in or not."
  if (access === "signed-in") return "For everybody who is signed in, as far as they may see the thing."
  return `For people with one of these roles: ${access.join(", ")}.`
}

type Complete = NonNullable<FastifyDynamicSwaggerOptions["transformObject"]>

/** Every schema has its place, every status its words, and what has a default may be left out. */
const completeDocument =
  ({ refusals, words }: Pick<Options, "refusals" | "words">): Complete =>
  (document) => {
    if (!("openapiObject" in document)) throw new Error("an OpenAPI document was expected")
    const { openapiObject } = document
    const found: Components = { schemas: {}, faults: new Set() }
    componentOf(Problem, found)
    for (const [path, item] of Object.entries(openapiObject.paths ?? {})) {
      for (const [method, operation] of Object.entries(item ?? {})) {
        if (!isJson(operation)) continue
        allowDefaults(operation.requestBody)
        allowDefaultParameters(operation.parameters)
        describeParameters(operation, words, path)
        nameSchemas(operation, found)
        const route = { method: method.toUpperCase(), path }
        const name = `${route.method} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`
        describeAnswers(operation, { ...route, refusals: refusals[name] ?? [] })
      }
    }
    if (found.faults.size > 0) throw new Error([...found.faults].join("\n"))
    describeFields(found.schemas, words)
    const schemas = Object.fromEntries(
      Object.entries(found.schemas).sort(([one], [other]) => (one < other ? -1 : 1)),
    )
    Object.assign(openapiObject, {
      components: { ...openapiObject.components, schemas, responses: answerComponents },
    })
    return openapiObject
  }

function allowDefaultParameters(parameters: unknown): void {
  for (const parameter of Array.isArray(parameters) ? parameters : [])
    if ("default" in parameter.schema && parameter.in === "query") parameter.required = false
}

function allowDefaults(schema: unknown): void {
  if (typeof schema !== "object" || schema === null) return
  if ("required" in schema && Array.isArray(schema.required) && "properties" in schema)
    schema.required = schema.required.filter((name) => !hasDefault(schema.properties, name))
  for (const part of Object.values(schema)) allowDefaults(part)
}

function hasDefault(properties: unknown, name: unknown): boolean {
  const property = Object.entries(properties ?? {}).find(([key]) => key === name)?.[1]
  return typeof property === "object" && property !== null && "default" in property
}
