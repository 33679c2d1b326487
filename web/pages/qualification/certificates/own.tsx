import type { CertificateRow } from "../../../../server/qualification/index.ts"
import { Badge, Day, EmptyState, List, Meta, PageTitle, Row } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

export function Own({ t, certificates }: { t: Texts; certificates: CertificateRow[] }) {
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
