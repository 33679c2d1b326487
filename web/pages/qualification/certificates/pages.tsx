import { Type } from "typebox"
import { forbidden } from "../../../../server/kernel/errors.ts"
import { contentDisposition } from "../../../../server/kernel/files.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, Choice, Closed } from "../../../../server/kernel/schemas.ts"
import {
  deleteCertificate,
  findCertificate,
  findCertificatePdf,
  offersProofs,
  Release,
  Revocation,
  releaseCertificate,
  revokeCertificate,
} from "../../../../server/qualification/proof.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import { type Fields, textOf } from "../../../forms.ts"
import type { Tried } from "../../../page-forms.ts"
import type { Site } from "../../../site.tsx"
import { CertificateContent, certificateLabels, releaseStart } from "./content.tsx"
import { certificatePage } from "./trail.tsx"

const PATH = "/zertifikate/:id"
type Found = Awaited<ReturnType<typeof findOne>>

/** A certificate, also when cohort and programme are long gone, with what its holder and its issuer do with it. */
export function certificatePages(app: App, site: Site): void {
  const { page, form } = pagesOf(app, site)
  page(PATH, {
    find: findOne,
    show: (ask, found) => onePage(ask, found, null),
    reads: ({ params }) => params.id,
  })
  form(PATH, {
    find: async (ask): Promise<Found> => {
      const found = await findOne(ask)
      if (!maySend(ask.request.body as Fields, found)) throw forbidden()
      return found
    },
    ...actionsOf({ release: Release, delete: NoInput, revoke: Revocation }),
    name: "certificate",
    labels: certificateLabels,
    start: ({ certificate }) => releaseStart(certificate),
    act: async ({ db, actor, params: { id } }, sent): Promise<Next> => {
      switch (sent.action) {
        case "release": {
          const { action: _, ...release } = sent
          await releaseCertificate(db, actor, id, release)
          return [`/zertifikate/${id}`, "certificate-release-saved"]
        }
        case "delete":
          await deleteCertificate(db, actor, id)
          return ["/qualifizierung", "certificate-deleted"]
        default:
          await revokeCertificate(db, actor, id, { reason: sent.reason })
          return [`/zertifikate/${id}`, "certificate-revoked"]
      }
    },
    to: (next) => next,
    again: (ask, found, form) => onePage(ask, found, { form, at: found.certificate.id }),
  })
  pdfPage(app, site)
}

async function findOne({ site, db, actor, params }: Ask) {
  const certificate = await findCertificate(db, site.config, actor, params.id)
  return { certificate, hasProof: certificate.can.badge && (await offersProofs(site.config)) }
}

/** Its holder decides what the check shows and whether it stays; whoever issued it revokes it, once. */
function maySend(fields: Fields, { certificate: { can, revoked } }: Found): boolean {
  return textOf(fields, "action") === "revoke" ? can.revoke || revoked !== null : can.release
}

const onePage = ({ t }: Pick<Ask, "t">, found: Found, tried: Tried | null) =>
  certificatePage(t, <CertificateContent t={t} {...found} tried={tried} />)

/** The document opens in the browser; from there it is saved or printed. */
function pdfPage(app: App, { db, config }: Site): void {
  const Language = Closed({ sprache: Type.Union([Choice(["de", "en"] as const)], { default: "de" }) })
  app.get(
    `${PATH}/pdf`,
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, querystring: Language, response: { 200: Type.Any() } },
    },
    async ({ actor, params, query }, reply) => {
      const pdf = await findCertificatePdf(db, config, actor, params.id, query.sprache)
      return reply
        .type("application/pdf")
        .header("content-disposition", contentDisposition(pdf.name, true))
        .send(pdf.content)
    },
  )
}
