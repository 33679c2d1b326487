import { Type } from "typebox"
import type { Config } from "../../kernel/config.ts"
import type { Db } from "../../kernel/database.ts"
import { contentDisposition } from "../../kernel/files.ts"
import type { App } from "../../kernel/http.ts"
import { ById, Choice, Closed, Created, ListOf, Nothing } from "../../kernel/schemas.ts"
import { issueCertificate, releaseCertificate, revokeCertificate } from "./actions.ts"
import { deleteCertificate } from "./deletion.ts"
import { findCertificate, findCertificatePdf, listCertificates, listCohortCertificates } from "./queries.ts"
import {
  CertificateRow,
  CertificateView,
  CohortCertificate,
  NewCertificate,
  Release,
  Revocation,
  VerificationView,
} from "./schema.ts"
import { verifyCertificate } from "./verification.ts"

const config = { access: "signed-in" } as const
type Parts = { db: Db; config: Config }

export function certificateRoutes(app: App, parts: Parts): void {
  cohortRoutes(app, parts)
  readingRoutes(app, parts)
  changingRoutes(app, parts)
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
      return verifyCertificate(parts.db, parts.config, request, request.params.code)
    },
  )
}

function cohortRoutes(app: App, { db }: Parts): void {
  app.get(
    "/api/cohorts/:id/certificates",
    {
      config,
      schema: {
        summary: "List the learners of a cohort with what is owed and what was issued",
        params: ById,
        response: { 200: ListOf(CohortCertificate) },
      },
    },
    async ({ actor, params }) => ({ items: await listCohortCertificates(db, actor, params.id) }),
  )
  app.post(
    "/api/cohorts/:id/certificates",
    {
      config,
      schema: {
        summary: "Issue a certificate to a learner",
        params: ById,
        body: NewCertificate,
        response: { 201: Created },
      },
    },
    async ({ actor, params, body }, reply) =>
      reply.code(201).send(await issueCertificate(db, actor, params.id, body)),
  )
}

function readingRoutes(app: App, { db, config: settings }: Parts): void {
  app.get(
    "/api/certificates",
    {
      config,
      schema: {
        summary: "List the own certificates, the latest first",
        response: { 200: ListOf(CertificateRow) },
      },
    },
    async ({ actor }) => ({ items: await listCertificates(db, actor) }),
  )
  app.get(
    "/api/certificates/:id",
    { config, schema: { summary: "Read a certificate", params: ById, response: { 200: CertificateView } } },
    async ({ actor, params }) => findCertificate(db, settings, actor, params.id),
  )
  app.get(
    "/api/certificates/:id/pdf",
    {
      config,
      schema: {
        summary: "Read a certificate as a tagged PDF",
        produces: ["application/pdf"],
        params: ById,
        querystring: Closed({ language: Type.Union([Choice(["de", "en"], "Locale")], { default: "de" }) }),
        response: { 200: Type.Any() },
      },
    },
    async ({ actor, params, query }, reply) => {
      const { name, content } = await findCertificatePdf(db, settings, actor, params.id, query.language)
      return reply
        .type("application/pdf")
        .header("content-disposition", contentDisposition(name, true))
        .send(content)
    },
  )
}

function changingRoutes(app: App, { db }: Parts): void {
  app.delete(
    "/api/certificates/:id",
    {
      config,
      schema: { summary: "Delete the own certificate, for good", params: ById, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await deleteCertificate(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/certificates/:id/revoke",
    {
      config,
      schema: {
        summary: "Revoke a certificate, with a reason",
        params: ById,
        body: Revocation,
        response: { 204: Nothing },
      },
    },
    async ({ actor, params, body }, reply) => {
      await revokeCertificate(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  app.put(
    "/api/certificates/:id/release",
    {
      config,
      schema: {
        summary: "Choose what the check of the own certificate shows",
        params: ById,
        body: Release,
        response: { 204: Nothing },
      },
    },
    async ({ actor, params, body }, reply) => {
      await releaseCertificate(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
}
