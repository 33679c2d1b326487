import { Type } from "typebox"
import { forbidden, notFound } from "../../../../server/kernel/errors.ts"
import { contentDisposition } from "../../../../server/kernel/files.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, Choice, Closed } from "../../../../server/kernel/schemas.ts"
import {
  type CertificateView,
  deleteCertificate,
  findCertificate,
  findCertificatePdf,
  listCertificates,
  offersProofs,
  Release,
  Revocation,
  releaseCertificate,
  revokeCertificate,
} from "../../../../server/qualification/index.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import type { FormState } from "../../../form-state.tsx"
import type { Site } from "../../../site.tsx"
import { OpenBadge } from "./badge.tsx"
import { CertificateContent, releaseLabels, releaseStart, revocationLabels } from "./content.tsx"
import { FORMS } from "./forms.ts"
import { Own } from "./own.tsx"
import { certificatePage } from "./trail.tsx"

type Pages = ReturnType<typeof pagesOf>

/** The own certificates, also when cohort and programme are long gone; each with what is done with it. */
export function certificatePages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page("/zertifikate", {
    find: ({ db, actor }) => listCertificates(db, actor),
    show: ({ t }, certificates) => certificatePage(t, {}, <Own t={t} certificates={certificates} />),
  })
  pages.page("/zertifikate/:id", { find: findOne, show: (ask, found) => onePage(ask, found) })
  holderForm(pages)
  revocationForm(pages)
  badgePage(pages)
  pdfPage(app, site)
}

const findOne = ({ site, db, actor, params }: Ask) => findCertificate(db, site.config, actor, params.id)

const onePage = ({ t }: Pick<Ask, "t">, certificate: CertificateView, tried: FormState | null = null) =>
  certificatePage(
    t,
    { here: t.qualification.certificates.one.title, isOwn: certificate.release !== null },
    <CertificateContent t={t} certificate={certificate} tried={tried} />,
  )

/** What its holder decides: what the check shows, and whether it stays. */
function holderForm(pages: Pages): void {
  pages.form("/zertifikate/:id", {
    find: async (ask: Ask) => {
      const certificate = await findOne(ask)
      if (!certificate.can.release) throw forbidden()
      return certificate
    },
    ...actionsOf({ release: Release, delete: NoInput }),
    name: FORMS.release,
    labels: releaseLabels,
    start: releaseStart,
    act: async ({ db, actor, params }, value) => {
      if (value.action === "delete") await deleteCertificate(db, actor, params.id)
      else {
        const { action: _, ...release } = value
        await releaseCertificate(db, actor, params.id, release)
      }
      return value.action === "delete"
    },
    to: (isGone, { id }) =>
      isGone ? ["/zertifikate", "certificate-deleted"] : [`/zertifikate/${id}`, "certificate-release-saved"],
    again: onePage,
  })
}

function revocationForm(pages: Pages): void {
  pages.form("/zertifikate/:id/widerruf", {
    find: async (ask: Ask) => {
      const certificate = await findOne(ask)
      if (!certificate.can.revoke && !certificate.revoked) throw forbidden()
      return certificate
    },
    input: Revocation,
    name: FORMS.revocation,
    labels: revocationLabels,
    act: ({ db, actor, params }, value) => revokeCertificate(db, actor, params.id, value),
    to: (_, { id }) => [`/zertifikate/${id}`, "certificate-revoked"],
    again: onePage,
  })
}

/** The badge in every form, and what its holder can do with each. */
function badgePage(pages: Pages): void {
  pages.page("/zertifikate/:id/open-badge", {
    find: async (ask: Ask) => {
      const certificate = await findOne(ask)
      if (!certificate.release) throw forbidden()
      if (!certificate.can.badge) throw notFound()
      return { certificate, hasProof: await offersProofs(ask.site.config) }
    },
    show: ({ t }, found) =>
      certificatePage(t, { here: t.qualification.certificates.badge.title }, <OpenBadge t={t} {...found} />),
  })
}

/** The document opens in the browser; from there it is saved or printed. */
function pdfPage(app: App, { db, config }: Site): void {
  const Language = Closed({ sprache: Type.Union([Choice(["de", "en"] as const)], { default: "de" }) })
  app.get(
    "/zertifikate/:id/pdf",
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
