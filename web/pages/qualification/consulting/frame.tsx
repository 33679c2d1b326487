import type { TopicsView } from "../../../../server/qualification/meet.ts"
import { type Crumb, LinkButton, useReader } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"

export const topicsPath = (sessionId: string) => `/termine/${sessionId}/beratung`
export const consultingPath = (id: string) => `/beratungen/${id}`

/** Qualification › cohort › session › peer consulting › what lies below it. */
export function ConsultingTrail({
  t,
  session,
  here,
}: {
  t: Texts
  session: TopicsView["session"]
  here?: string
}) {
  const { title } = t.qualification.consulting
  const own: Crumb[] = here
    ? [{ label: title, href: topicsPath(session.id) }, { label: here }]
    : [{ label: title }]
  const below = [{ label: session.title, href: `/termine/${session.id}` }, ...own]
  return <CohortTrail t={t} cohort={session.cohort} below={below} />
}

export function SheetLink({ sessionId }: { sessionId: string }) {
  const { t } = useReader()
  return (
    <LinkButton href={`${topicsPath(sessionId)}?ansicht=ablauf`} kind="tertiary" icon="print">
      {t.qualification.consulting.sheet}
    </LinkButton>
  )
}
