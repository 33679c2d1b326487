import type { CertificateRow } from "../../../../server/qualification/proof.ts"
import { Badge, Day, List, Meta, Row } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

/** What the reader was issued, also in cohorts that are long gone; nothing where there is none yet. */
export function OwnCertificates({ t, certificates }: { t: Texts; certificates: CertificateRow[] }) {
  const words = t.qualification.certificates
  if (certificates.length === 0) return null
  return (
    <section class="ff-part" aria-labelledby="zertifikate">
      <h2 id="zertifikate">{words.ownTitle}</h2>
      <p class="kern-hint">{words.ownLead}</p>
      <List>
        {certificates.map(({ id, programme, issuedOn, revoked }) => (
          <Row
            key={id}
            href={`/zertifikate/${id}`}
            title={programme}
            level={3}
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
    </section>
  )
}
