import { Type } from "typebox"
import { apiOf } from "../../kernel/api.ts"
import type { Config } from "../../kernel/config.ts"
import type { Db } from "../../kernel/database.ts"
import { contentDisposition } from "../../kernel/files.ts"
import type { App } from "../../kernel/http.ts"
import { ById, Choice, Closed } from "../../kernel/schemas.ts"
import { issueCertificate, releaseCertificate, revokeCertificate } from "./actions.ts"
import { deleteCertificate } from "./deletion.ts"
import { findCertificate, findCertificatePdf, listCertificates } from "./queries.ts"
import {
  CertificateRow,
  CertificateView,
  NewCertificate,
  Release,
  Revocation,
  VerificationView,
} from "./schema.ts"
import { verifyCertificate } from "./verification.ts"

type Parts = { db: Db; config: Config }

export function certificateRoutes(app: App, { db, config }: Parts): void {
  const api = apiOf(app)
  api.make(
    "/api/cohorts/:id/certificates",
    "Issue a certificate to a learner",
    NewCertificate,
    ({ actor, params, body }) => issueCertificate(db, actor, params.id, body),
  )
  api.list("/api/certificates", "List the own certificates, the latest first", CertificateRow, ({ actor }) =>
    listCertificates(db, actor),
  )
  api.read("/api/certificates/:id", "Read a certificate", CertificateView, ({ actor, params }) =>
    findCertificate(db, config, actor, params.id),
  )
  api.change(
    "DELETE /api/certificates/:id",
    "Delete the own certificate, for good",
    null,
    ({ actor, params }) => deleteCertificate(db, actor, params.id),
  )
  api.change(
    "POST /api/certificates/:id/revoke",
    "Revoke a certificate, with a reason",
    Revocation,
    ({ actor, params, body }) => revokeCertificate(db, actor, params.id, body),
  )
  api.change(
    "PUT /api/certificates/:id/release",
    "Choose what the check of the own certificate shows",
    Release,
    ({ actor, params, body }) => releaseCertificate(db, actor, params.id, body),
  )
  pdfRoute(app, { db, config })
  verificationRoute(app, { db, config })
}

function pdfRoute(app: App, { db, config }: Parts): void {
  app.get(
    "/api/certificates/:id/pdf",
    {
      config: { access: "signed-in" },
      schema: {
        summary: "Read a certificate as a tagged PDF",
        produces: ["application/pdf"],
        params: ById,
        querystring: Closed({ language: Type.Union([Choice(["de", "en"], "Locale")], { default: "de" }) }),
        response: { 200: Type.Any() },
      },
    },
    async ({ actor, params, query }, reply) => {
      const { name, content } = await findCertificatePdf(db, config, actor, params.id, query.language)
      return reply
        .type("application/pdf")
        .header("content-disposition", contentDisposition(name, true))
        .send(content)
    },
  )
}

/** By hand: strangers ask it, and their browsers are told to keep nothing of the answer. */
function verificationRoute(app: App, { db, config }: Parts): void {
  app.get(
    "/api/certificates/verification/:code",
    {
      config: { access: "public" },
      schema: {
        summary: "Check a certificate by its number",
        params: Closed({ code: Type.String({ maxLength: 100 }) }),
        response: { 200: VerificationView },
      },
    },
    async (request, reply) => {
      reply.header("x-robots-tag", "noindex").header("cache-control", "no-store")
      return verifyCertificate(db, config, request, request.params.code)
    },
  )
}
