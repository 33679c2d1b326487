import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import type { Tx } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import type { AccountParts } from "../parts.ts"
import { type Client, identifyClient } from "./client.ts"
import { changeGroup, createGroup, deleteGroup } from "./departments/actions.ts"
import { findGroup, listGroups } from "./departments/queries.ts"
import { providerConfig, resourceTypes, schemas } from "./discovery.ts"
import { answerFault, missing, SCIM_JSON, ScimFault } from "./faults.ts"
import { ById, type Listing, ListQuery, listingOf, listOf, shaped, shapeOf, wants } from "./lists.ts"
import { changeUser, createUser, deleteUser } from "./people/actions.ts"
import { findUser, listUsers } from "./people/queries.ts"
import { groupResource, userResource } from "./resources.ts"
import { type Assignment, assignmentsOf, Body, operationsIn } from "./values.ts"
import { isKnown, requireVersion } from "./versions.ts"

const PREFIX = "/scim/v2"
/** A department with all its members is sent as one document. */
const LONGEST_BODY = 2 * 1024 * 1024

/** No cookie and no `Origin`: the token in the head is the right to it, and counts the requests. */
const config = { access: "public", anonymous: true, fromOutside: true, limitsItself: true } as const
const response = { "2xx": Type.Any(), 304: Type.Null() }

type Resource = { id: string; meta: { location: string; version?: string } }
type Check = (tx: Tx) => Promise<void>
/** What users and groups have in common, seen from HTTP. */
type Kind = {
  find: (client: Client, id: string, tx?: Tx) => Promise<Resource>
  list: (client: Client, listing: Listing) => Promise<{ total: number; resources: object[] }>
  create: (client: Client, assignments: Assignment[]) => Promise<string>
  change: (client: Client, id: string, assignments: Assignment[], check: Check) => Promise<void>
  remove: (client: Client, id: string, check: Check) => Promise<void>
}

/**
 * SCIM 2.0 (RFC 7643, 7644) for directories that bring people and departments. scimmy was tried and is not used: its
 * resources are declared for a whole process, it refuses what Entra ID sends (truth values as text, a path with a filter
 * that finds nothing yet, a manager as text), its filters mind capitals and look through all people in memory. With a
 * reading of our own in front and statements behind, nothing was left of it but the description of attributes that we
 * do not keep.
 */
export async function scimRoutes(app: App, parts: AccountParts): Promise<void> {
  await app.register(
    async (scope: App) => {
      const clients = new WeakMap<FastifyRequest, Client>()
      const clientOf = (request: FastifyRequest): Client => {
        const client = clients.get(request)
        if (!client) throw new Error("a directory was expected")
        return client
      }
      scope.addHook("onRequest", async (request) => {
        clients.set(request, await identifyClient(parts.db, parts.config, request))
      })
      scope.setErrorHandler(answerFault)
      scope.addContentTypeParser(
        "application/scim+json",
        { parseAs: "string", bodyLimit: LONGEST_BODY },
        app.getDefaultJsonParser("error", "error"),
      )
      discoveryRoutes(scope, `${parts.config.publicUrl}${PREFIX}`)
      resourceRoutes(scope, "/Users", peopleOf(parts), clientOf)
      resourceRoutes(scope, "/Groups", departmentsOf(parts), clientOf)
      unknownRoutes(scope)
    },
    { prefix: PREFIX },
  )
}

function peopleOf({ db, config: { publicUrl } }: AccountParts): Kind {
  const base = `${publicUrl}${PREFIX}`
  return {
    find: async (client, id, tx) => userResource(await findUser(tx ?? db, client, id), base),
    list: async (client, listing) => {
      const { total, rows } = await listUsers(db, client, listing)
      return { total, resources: rows.map((row) => userResource(row, base)) }
    },
    create: (client, assignments) => createUser(db, client, assignments),
    change: (client, id, assignments, check) => changeUser(db, client, id, assignments, check),
    remove: (client, id, check) => deleteUser(db, client, id, check),
  }
}

function departmentsOf({ db, config: { publicUrl } }: AccountParts): Kind {
  const base = `${publicUrl}${PREFIX}`
  return {
    find: async (client, id, tx) => groupResource(await findGroup(tx ?? db, client, id), base),
    list: async (client, listing) => {
      const { total, rows } = await listGroups(db, client, listing, wants(listing.shape, "members"))
      return { total, resources: rows.map((row) => groupResource(row, base)) }
    },
    create: (client, assignments) => createGroup(db, client, assignments),
    change: (client, id, assignments, check) => changeGroup(db, client, id, assignments, check),
    remove: (client, id, check) => deleteGroup(db, client, id, check),
  }
}

function discoveryRoutes(app: App, base: string): void {
  const schema = { response }
  const all = (resources: object[]) =>
    listOf(
      resources.length,
      { filter: null, startIndex: 1, count: resources.length, shape: shapeOf({}) },
      resources,
    )
  const answer = (url: string, find: (id: string) => object | undefined) =>
    app.get(
      url,
      { config, schema: { ...schema, ...(url.includes(":id") && { params: ById }) } },
      async (request, reply) => {
        const { id = "" } = Object(request.params)
        const found = find(String(id))
        if (!found) throw missing()
        return reply.type(SCIM_JSON).send(found)
      },
    )
  answer("/ServiceProviderConfig", () => providerConfig(base))
  answer("/ResourceTypes", () => all(resourceTypes(base)))
  answer("/ResourceTypes/:id", (id) => resourceTypes(base).find((one) => one.id === id))
  answer("/Schemas", () => all(schemas(base)))
  answer("/Schemas/:id", (id) => schemas(base).find((one) => one.id === id))
}

function resourceRoutes(
  app: App,
  url: string,
  kind: Kind,
  clientOf: (request: FastifyRequest) => Client,
): void {
  const one = `${url}/:id`
  const schema = { querystring: ListQuery, response }
  const byId = { ...schema, params: ById }
  const withBody = { body: Body }
  const checkOf =
    (request: FastifyRequest, id: string): Check =>
    async (tx) => {
      const ifMatch = request.headers["if-match"]
      if (ifMatch === undefined) return
      const { meta } = await kind.find(clientOf(request), id, tx)
      requireVersion(ifMatch, meta.version ?? "")
    }
  const send = (request: FastifyRequest, reply: FastifyReply, resource: Resource) => {
    const { version = "" } = resource.meta
    reply.header("etag", version).type(SCIM_JSON)
    return reply.send(shaped(resource, shapeOf(Object(request.query))))
  }

  app.get(url, { config, schema }, async (request, reply) => {
    const listing = listingOf(request.query)
    const { total, resources } = await kind.list(clientOf(request), listing)
    const shown = resources.map((resource) => shaped(resource, listing.shape))
    return reply.type(SCIM_JSON).send(listOf(total, listing, shown))
  })

  app.get(one, { config, schema: byId }, async (request, reply) => {
    const resource = await kind.find(clientOf(request), request.params.id)
    if (!isKnown(request, resource.meta.version ?? "")) return send(request, reply, resource)
    return reply.code(304).header("etag", resource.meta.version).send(null)
  })

  app.post(
    url,
    { config, bodyLimit: LONGEST_BODY, schema: { ...schema, ...withBody } },
    async (request, reply) => {
      const client = clientOf(request)
      const resource = await kind.find(client, await kind.create(client, assignmentsOf(request.body)))
      reply.code(201).header("location", resource.meta.location)
      return send(request, reply, resource)
    },
  )

  for (const [method, read] of [
    ["PUT", assignmentsOf],
    ["PATCH", operationsIn],
  ] as const)
    app.route({
      method,
      url: one,
      config,
      bodyLimit: LONGEST_BODY,
      schema: { ...byId, ...withBody },
      handler: async (request, reply) => {
        const client = clientOf(request)
        const { id } = request.params
        await kind.change(client, id, read(request.body), checkOf(request, id))
        return send(request, reply, await kind.find(client, id))
      },
    })

  app.delete(one, { config, schema: { ...byId, response: { 204: Type.Null() } } }, async (request, reply) => {
    const { id } = request.params
    await kind.remove(clientOf(request), id, checkOf(request, id))
    return reply.code(204).send(null)
  })
}

/** What the standard knows and we do not offer: many things at once, and "me", which is nobody here. */
function unknownRoutes(app: App): void {
  const schema = { response: { 501: Type.Any() } }
  const refuse = async () => {
    throw new ScimFault(501, undefined, "This is not offered; see ServiceProviderConfig.")
  }
  app.post("/Bulk", { config, schema }, refuse)
  app.get("/Me", { config, schema }, refuse)
  app.get("/*", { config, schema: { response: { 404: Type.Any() } } }, async () => {
    throw missing()
  })
}
