import type { App } from "../../../../server/kernel/http.ts"
import { html } from "../../../../server/kernel/schemas.ts"
import { type CertificateRow, listCertificates } from "../../../../server/qualification/index.ts"
import { Badge, Breadcrumb, Day, EmptyState, List, Meta, PageTitle, Row } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"

/** The own certificates: also when cohort and programme are long gone. */
export function ownCertificatesPage(app: App, site: Site): void {
  const config = { access: "signed-in", page: true } as const
  app.get("/zertifikate", { config, schema: { response: html } }, async (request, reply) => {
    const certificates = await listCertificates(site.db, request.actor)
    return show(site, request, reply, (t) => ({
      title: t.qualification.certificates.ownTitle,
      current: "qualification",
      width: "reading",
      breadcrumb: <CertificateTrail t={t} />,
      children: <Own t={t} certificates={certificates} />,
    }))
  })
}

/** Qualification › own certificates › what lies below; of somebody else's there is no list in between. */
export function CertificateTrail({ t, here, isOwn = true }: { t: Texts; here?: string; isOwn?: boolean }) {
  const root = { label: t.qualification.cohorts.title, href: "/qualifizierung" }
  const own = { label: t.qualification.certificates.ownTitle }
  if (here === undefined) return <Breadcrumb trail={[root, own]} />
  if (!isOwn) return <Breadcrumb trail={[root, { label: here }]} />
  return <Breadcrumb trail={[root, { ...own, href: "/zertifikate" }, { label: here }]} />
}

function Own({ t, certificates }: { t: Texts; certificates: CertificateRow[] }) {
  const words = t.qualification.certificates
  return (
    <>
      <PageTitle lead={<p>{words.ownLead}</p>}>{words.ownTitle}</PageTitle>
      {certificates.length === 0 ? (
        <EmptyState icon="check-circle" title={words.emptyTitle}>
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <List>
          {certificates.map(({ id, programme, issuedOn, revoked }) => (
            <Row
              key={id}
              href={`/zertifikate/${id}`}
              title={programme}
              level={2}
              badges={revoked && <Badge kind="warning">{words.states.revoked}</Badge>}
              meta={
                <Meta
                  items={[
                    <span key="issued">
                      {words.issuedOn} <Day value={issuedOn} />
                    </span>,
                  ]}
                />
              }
            />
          ))}
        </List>
      )}
    </>
  )
}
