import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import { forbidden, Refusal } from "../../../../server/kernel/errors.ts"
import { contentDisposition } from "../../../../server/kernel/files.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, Choice, Closed, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  findCertificate,
  findCertificatePdf,
  Release,
  Revocation,
  releaseCertificate,
  revokeCertificate,
} from "../../../../server/qualification/index.ts"
import { FormOf, fieldErrors, refusalErrors, textOf } from "../../../forms.ts"
import type { FieldError } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { CertificateContent } from "./content.tsx"
import { CertificateTrail } from "./own.tsx"

const config = { access: "signed-in", page: true } as const

export function certificatePages(app: App, site: Site): void {
  app.get("/zertifikate/:id", { config, schema: { params: ById, response: html } }, async (request, reply) =>
    showOne(site, request, reply, request.params.id, { errors: [], reason: "" }),
  )
  pdfPage(app, site)
  releasePage(app, site)
  revocationPage(app, site)
}

/** The document opens in the browser; from there it is saved or printed. */
function pdfPage(app: App, site: Site): void {
  const Language = Closed({ sprache: Type.Union([Choice(["de", "en"] as const)], { default: "de" }) })
  app.get(
    "/zertifikate/:id/pdf",
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, querystring: Language, response: { 200: Type.Any() } },
    },
    async ({ actor, params, query }, reply) => {
      const pdf = await findCertificatePdf(site.db, site.config, actor, params.id, query.sprache)
      return reply
        .type("application/pdf")
        .header("content-disposition", contentDisposition(pdf.name, true))
        .send(pdf.content)
    },
  )
}

function releasePage(app: App, site: Site): void {
  app.post(
    "/zertifikate/:id/freigabe",
    {
      config,
      schema: { params: ById, body: FormOf("showsName", "showsCompetences", "version"), response: html },
    },
    async (request, reply) => {
      const { params, body, actor } = request
      const t = texts(request.locale)
      const { value, faults } = checkInput(Release, {
        showsName: textOf(body, "showsName") === "true",
        showsCompetences: textOf(body, "showsCompetences") === "true",
        version: Number(textOf(body, "version")) || 0,
      })
      const again = (errors: FieldError[], status: number) =>
        showOne(site, request, reply, params.id, { errors, reason: "" }, status)
      const { can } = await findCertificate(site.db, site.config, actor, params.id)
      if (!can.release) throw forbidden()
      if (!value) return again(fieldErrors(t, faults), 422)
      try {
        await releaseCertificate(site.db, actor, params.id, value)
        return goTo(reply, `/zertifikate/${params.id}`, "certificate-release-saved")
      } catch (error) {
        return again(refusalErrors(t, error), 409)
      }
    },
  )
}

function revocationPage(app: App, site: Site): void {
  app.post(
    "/zertifikate/:id/widerruf",
    { config, schema: { params: ById, body: FormOf("reason"), response: html } },
    async (request, reply) => {
      const { params, body, actor } = request
      const t = texts(request.locale)
      const reason = textOf(body, "reason")
      const again = (errors: FieldError[], status: number) =>
        showOne(site, request, reply, params.id, { errors, reason }, status)
      const { value, faults } = checkInput(Revocation, { reason })
      const { can } = await findCertificate(site.db, site.config, actor, params.id)
      if (!value && can.revoke) return again(fieldErrors(t, faults), 422)
      try {
        await revokeCertificate(site.db, actor, params.id, { reason })
        return goTo(reply, `/zertifikate/${params.id}`, "certificate-revoked")
      } catch (error) {
        if (error instanceof Refusal && error.status === 403) throw error
        return again(refusalErrors(t, error), 409)
      }
    },
  )
}

type Tried = { errors: FieldError[]; reason: string }

async function showOne(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  tried: Tried,
  status = 200,
) {
  const certificate = await findCertificate(site.db, site.config, request.actor, id)
  const { title } = texts(request.locale).qualification.certificates.one
  return show(
    site,
    request,
    reply,
    (t) => ({
      title: tried.errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
      current: "qualification",
      width: "reading",
      breadcrumb: <CertificateTrail t={t} here={title} isOwn={certificate.release !== null} />,
      children: <CertificateContent t={t} certificate={certificate} {...tried} />,
    }),
    status,
  )
}
