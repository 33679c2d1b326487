import { desc, eq } from "drizzle-orm"
import type { FastifyReply } from "fastify"
import { Type } from "typebox"
import { readInstallation } from "../../accounts/index.ts"
import type { Config } from "../../kernel/config.ts"
import type { Db } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import type { App } from "../../kernel/http.ts"
import { ById, Closed, Nothing } from "../../kernel/schemas.ts"
import { certificates } from "../certificates/tables.ts"
import { findCompetence, type Known } from "../competences/frameworks/index.ts"
import { achievementDocument, describeAchievement } from "./achievement.ts"
import { achievementAddress, formerAchievementAddress, issuerAddress, keyAddress } from "./addresses.ts"
import { issuerProfile } from "./credential.ts"
import { IMAGE_TYPES, IMAGES } from "./image.ts"
import type { BadgeKeys } from "./keys.ts"
import { CONTEXTS, controllerDocument } from "./proofs.ts"
import { proveStatusList, signStatusList } from "./signing.ts"

type Parts = { db: Db; config: Config; keys: BadgeKeys | null }

const Key = Closed("PublicKey", {
  kid: Type.String(),
  kty: Type.String(),
  alg: Type.String(),
  use: Type.String(),
  n: Type.String(),
  e: Type.String(),
})
const access = { access: "public" } as const
/** Documents of other people's specifications: their form is theirs, not ours. */
const Document = Type.Any()
const WITH_BADGE_CONTEXT = { "@context": [CONTEXTS.credential, CONTEXTS.badge] }

/** What verifiers ask for, whoever they are, from their own pages too. None of it is about a person. */
export function publicRoutes(app: App, parts: Parts): void {
  app.register(async (scope: App) => {
    // Refusals as well: a page elsewhere may not even read that something is missing without it.
    scope.addHook("onRequest", async (_request, reply) => {
      reply.header("access-control-allow-origin", "*").header("cross-origin-resource-policy", "cross-origin")
    })
    preflightRoute(scope, parts)
    keyRoutes(scope, parts)
    issuerRoutes(scope, parts)
    achievementRoute(scope, parts)
    statusRoutes(scope, parts)
    imageRoutes(scope, parts)
  })
}

/** What Open Badges 3.0 asks for, and its validators know; W3C calls the same `application/vc` by now. */
export const PROVEN_TYPE = "application/vc+ld+json"

const FIVE_MINUTES = 300
const DAY = 86_400
const open = (reply: FastifyReply, seconds = FIVE_MINUTES) =>
  reply.header("cache-control", `public, max-age=${seconds}`)

/** Verifiers that run in a page send headers of their own (`Cache-Control`), and the browser asks first. */
function preflightRoute(app: App, { keys }: Parts): void {
  app.options(
    "/api/badges/*",
    {
      config: access,
      schema: { response: { 204: Nothing } },
    },
    async (_request, reply) => {
      if (!keys) throw notFound()
      return reply
        .code(204)
        .header("access-control-allow-methods", "GET, HEAD, OPTIONS")
        .header("access-control-allow-headers", "*")
        .header("access-control-max-age", String(DAY))
        .send(null)
    },
  )
}

function keyRoutes(app: App, { config, keys }: Parts): void {
  const named = () =>
    (keys ?? missing()).published.map((key) => ({ ...key, kid: keyAddress(config.publicUrl, key.kid) }))
  app.get(
    "/api/badges/keys",
    {
      config: access,
      schema: {
        summary: "List the public keys of badges as a JWKS",
        response: { 200: Closed("PublicKeys", { keys: Type.Array(Key) }) },
      },
    },
    async (_request, reply) => open(reply).send({ keys: named() }),
  )
  app.get(
    "/api/badges/keys/:kid",
    {
      config: access,
      schema: {
        summary: "Read a public key of badges as a JWK",
        params: Closed({ kid: Type.String({ maxLength: 100 }) }),
        response: { 200: Key },
      },
    },
    async ({ params }, reply) => {
      const key = named().find(({ kid }) => kid === keyAddress(config.publicUrl, params.kid))
      return open(reply).send(key ?? missing())
    },
  )
}

function issuerRoutes(app: App, { db, config, keys }: Parts): void {
  app.get(
    "/api/badges/issuer",
    {
      config: access,
      schema: { summary: "Read the profile of the issuer of badges", response: { 200: Document } },
    },
    async (_request, reply) => {
      if (!keys) throw notFound()
      const { name } = await readInstallation(db)
      return open(reply).send({ ...WITH_BADGE_CONTEXT, ...issuerProfile(config.publicUrl, name) })
    },
  )
  app.get(
    "/api/badges/did.json",
    {
      config: access,
      schema: {
        summary: "Read the DID document of the issuer: the keys of embedded proofs",
        produces: ["application/did+ld+json"],
        response: { 200: Document },
      },
    },
    async (_request, reply) => {
      if (!keys || keys.provable.length === 0) throw notFound()
      const { publicUrl } = config
      const document = controllerDocument(publicUrl, issuerAddress(publicUrl), keys.provable)
      return open(reply).type("application/did+ld+json").send(JSON.stringify(document))
    },
  )
}

function achievementRoute(app: App, { db, config, keys }: Parts): void {
  app.get(
    "/api/badges/achievements/:id",
    {
      config: access,
      schema: {
        summary: "Read what a badge is given for",
        params: ById,
        querystring: Closed({ competences: Type.String({ maxLength: 400, default: "" }) }),
        response: { 200: Document },
      },
    },
    async ({ params, query }, reply) => {
      if (!keys) throw notFound()
      const { publicUrl } = config
      const document =
        (await keptAchievement(db, publicUrl, params.id)) ??
        (await formerAchievement(db, publicUrl, params.id, query.competences))
      return open(reply).send({ ...WITH_BADGE_CONTEXT, ...(document ?? missing()) })
    },
  )
}

async function keptAchievement(db: Db, publicUrl: string, id: string) {
  const [kept] = await db
    .select({ achievement: certificates.achievement })
    .from(certificates)
    .where(eq(certificates.achievementId, id))
    .limit(1)
  return kept?.achievement
    ? achievementDocument(publicUrl, achievementAddress(publicUrl, id), kept.achievement)
    : null
}

/** The address in badges of earlier versions: a programme and the competences. */
async function formerAchievement(db: Db, publicUrl: string, programmeId: string, competences: string) {
  const [latest] = await db
    .select({ content: certificates.content })
    .from(certificates)
    .where(eq(certificates.programmeId, programmeId))
    .orderBy(desc(certificates.id))
    .limit(1)
  const keys = competences.split(",").filter((key) => key !== "")
  const known = keys.flatMap((key) => findCompetence(key) ?? [])
  if (!latest || known.length < keys.length) return null
  const id = formerAchievementAddress(publicUrl, programmeId, keys)
  // With the steps that those badges were given with.
  const { programme, description } = latest.content
  const content = describeAchievement({ programme, description }, known.map(described))
  return achievementDocument(publicUrl, id, content)
}

const described = ({ key, framework, competence: { id, name } }: Known) => {
  return { key, framework: framework.id, version: framework.version, id, name }
}

function statusRoutes(app: App, { db, config, keys }: Parts): void {
  app.get(
    "/api/badges/status",
    {
      config: access,
      schema: {
        summary: "Read which badges are revoked, as a signed Bitstring Status List (JWT)",
        produces: ["application/vc+jwt"],
        response: { 200: Type.String() },
      },
    },
    async (_request, reply) => {
      if (!keys) throw notFound()
      const list = await signStatusList(db, config, keys)
      return open(reply).type("application/vc+jwt").send(list)
    },
  )
  app.get(
    "/api/badges/status-list",
    {
      config: access,
      schema: {
        summary: "Read which badges are revoked, as a Bitstring Status List with an embedded proof",
        produces: [PROVEN_TYPE],
        response: { 200: Document },
      },
    },
    async (_request, reply) => {
      if (!keys) throw notFound()
      const list = await proveStatusList(db, config, keys)
      return open(reply).type(PROVEN_TYPE).send(list)
    },
  )
}

function imageRoutes(app: App, { keys }: Parts): void {
  for (const format of ["png", "svg"] as const)
    app.get(
      `/api/badges/image.${format}`,
      {
        config: access,
        schema: {
          summary: `Read the picture that all badges have (${format.toUpperCase()})`,
          produces: [IMAGE_TYPES[format]],
          response: { 200: Document },
        },
      },
      async (_request, reply) => {
        if (!keys) throw notFound()
        return open(reply, DAY).type(IMAGE_TYPES[format]).send(IMAGES[format])
      },
    )
}

function missing(): never {
  throw notFound()
}
