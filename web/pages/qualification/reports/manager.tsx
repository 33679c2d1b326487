import type { ReleasedView } from "../../../../server/qualification/outcome.ts"
import { Day, EmptyState, LinkButton, Meta, PageTitle } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { ReportFields } from "./fields.tsx"
import { reportOf } from "./places.ts"

type Props = { t: Texts; cohortId: string; released: ReleasedView | null }

/** What the group has released, as its managers read it. */
export function ForManager({ t, cohortId, released }: Props) {
  const words = t.qualification.reports
  if (!released)
    return (
      <>
        <PageTitle>{words.managerTitle}</PageTitle>
        <EmptyState icon="mail" title={words.managerNoneTitle}>
          <p>{words.managerNone}</p>
        </EmptyState>
      </>
    )
  const pdf = (
    <LinkButton href={`${reportOf(cohortId)}/pdf`} icon="download">
      {words.pdf}
    </LinkButton>
  )
  return (
    <>
      <PageTitle
        actions={pdf}
        lead={
          <Meta
            items={[
              words.behalf(released.composer),
              <span key="on">
                {words.releasedOn} <Day value={released.releasedOn} />
              </span>,
              <span key="until">
                {words.expiresOn} <Day value={released.expiresOn} />
              </span>,
            ]}
          />
        }
      >
        {words.managerTitle}
      </PageTitle>
      <ReportFields t={t} fields={released.fields} level={2} />
    </>
  )
}
