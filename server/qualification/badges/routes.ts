import type { FastifyReply } from "fastify"
import { Type } from "typebox"
import type { Actor } from "../../kernel/actor.ts"
import type { Config } from "../../kernel/config.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { ById } from "../../kernel/schemas.ts"
import { PROVEN_TYPE, publicRoutes } from "./documents.ts"
import { baked, IMAGE_TYPES, type ImageFormat } from "./image.ts"
import type { BadgeKeys } from "./keys.ts"
import { badgeForImage, proveBadge, signBadge } from "./signing.ts"

type Parts = { db: Db; config: Config; keys: BadgeKeys | null }

/** The own badge in every form, and what verifiers ask for; all of it 404 where badges are off. */
export function badgeRoutes(app: App, parts: Parts): void {
  if (parts.keys && !parts.keys.proving) app.log.warn(WITHOUT_PROOFS)
  ownRoute(app, {
    path: "badge",
    summary: "Read the own certificate as a signed Open Badge 3.0 (JWT)",
    name: "open-badge.jwt",
    type: "application/vc+jwt",
    make: (actor, id) => signBadge(parts, actor, id),
  })
  ownRoute(app, {
    path: "badge.json",
    summary: "Read the own certificate as an Open Badge 3.0 with an embedded proof",
    name: "open-badge.json",
    type: PROVEN_TYPE,
    make: (actor, id) => proveBadge(parts, actor, id),
  })
  for (const format of ["png", "svg"] as const) bakedRoute(app, parts, format)
  publicRoutes(app, parts)
}

const WITHOUT_PROOFS =
  "BADGE_KEY_FILE: Der Datei fehlt der Schlüssel für eingebettete Signaturen. Ergänzen Sie ihn mit npm run cli -- badge-key --file PFAD, und starten Sie neu."

type OwnFile = {
  path: string
  summary: string
  name: string
  type: string
  make: (actor: Actor, id: string) => Promise<string | Buffer>
}

function ownRoute(app: App, { path, summary, name, type, make }: OwnFile): void {
  app.get(
    `/api/certificates/:id/${path}`,
    {
      config: { access: "signed-in" },
      schema: { summary, produces: [type], params: ById, response: { 200: Type.Any() } },
    },
    async ({ actor, params }, reply) => download(reply, name, type).send(await make(actor, params.id)),
  )
}

function bakedRoute(app: App, parts: Parts, format: ImageFormat): void {
  ownRoute(app, {
    path: `badge.${format}`,
    summary: `Read the own badge baked into a picture (${format.toUpperCase()})`,
    name: `open-badge.${format}`,
    type: IMAGE_TYPES[format],
    make: async (actor, id) => baked(format, await badgeForImage(parts, actor, id)),
  })
}

const download = (reply: FastifyReply, name: string, type: string) =>
  reply.type(type).header("content-disposition", `attachment; filename="${name}"`)
