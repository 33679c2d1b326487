import { desc, eq } from "drizzle-orm"
import type { FastifyReply } from "fastify"
import { Type } from "typebox"
import { readInstallation } from "../../accounts/index.ts"
import type { Config } from "../../kernel/config.ts"
import type { Db } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import type { App } from "../../kernel/http.ts"
import { ById, Closed } from "../../kernel/schemas.ts"
import { certificates } from "../certificates/tables.ts"
import { findCompetence } from "../competences/frameworks/index.ts"
import { achievementOf, CONTEXTS, issuerProfile, keyAddress } from "./credential.ts"
import type { BadgeKeys } from "./keys.ts"
import { signBadge, signStatusList } from "./signing.ts"

type Parts = { db: Db; config: Config; keys: BadgeKeys | null }

const Key = Closed({
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

/** What verifiers ask for, whoever they are; all of it 404 where badges are off. None of it is about a person. */
export function badgeRoutes(app: App, parts: Parts): void {
  const { db, config, keys } = parts
  app.get(
    "/api/certificates/:id/badge",
    {
      config: { access: "signed-in" },
      schema: {
        summary: "Read the own certificate as a signed Open Badge 3.0",
        params: ById,
        response: { 200: Type.String() },
      },
    },
    async ({ actor, params }, reply) => {
      const badge = await signBadge(db, config, keys, actor, params.id)
      reply.header("content-disposition", 'attachment; filename="open-badge.jwt"')
      return reply.type("application/vc+jwt").header("cache-control", "private, no-store").send(badge)
    },
  )
  keyRoutes(app, parts)
  documentRoutes(app, parts)
}

const open = (reply: FastifyReply) =>
  reply
    .header("access-control-allow-origin", "*")
    .header("cross-origin-resource-policy", "cross-origin")
    .header("cache-control", "public, max-age=300")

function keyRoutes(app: App, { config, keys }: Parts): void {
  const named = () =>
    (keys ?? missing()).published.map((key) => ({ ...key, kid: keyAddress(config.publicUrl, key.kid) }))
  app.get(
    "/api/badges/keys",
    {
      config: access,
      schema: {
        summary: "List the public keys of badges as a JWKS",
        response: { 200: Closed({ keys: Type.Array(Key) }) },
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

function documentRoutes(app: App, { db, config, keys }: Parts): void {
  app.get(
    "/api/badges/issuer",
    {
      config: access,
      schema: { summary: "Read the profile of the issuer of badges", response: { 200: Document } },
    },
    async (_request, reply) => {
      if (!keys) throw notFound()
      const { name } = await readInstallation(db)
      return open(reply).send({ "@context": CONTEXTS, ...issuerProfile(config.publicUrl, name) })
    },
  )
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
      const [latest] = await db
        .select({ content: certificates.content })
        .from(certificates)
        .where(eq(certificates.programmeId, params.id))
        .orderBy(desc(certificates.id))
        .limit(1)
      const asked = query.competences.split(",").filter((key) => key !== "")
      if (!latest || asked.some((key) => !findCompetence(key))) throw notFound()
      const { publicUrl } = config
      const { programme, description } = latest.content
      const achieved = { publicUrl, programmeId: params.id, keys: asked, programme, description }
      return open(reply).send({ "@context": CONTEXTS, ...achievementOf(achieved) })
    },
  )
  app.get(
    "/api/badges/status",
    {
      config: access,
      schema: {
        summary: "Read which badges are revoked, as a signed Bitstring Status List",
        response: { 200: Type.String() },
      },
    },
    async (_request, reply) => {
      if (!keys) throw notFound()
      return open(reply)
        .type("application/vc+jwt")
        .send(await signStatusList(db, config, keys))
    },
  )
}

function missing(): never {
  throw notFound()
}
