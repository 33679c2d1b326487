import { Breadcrumb, type Crumb } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"

/** Qualification › cohort › what lies below it. The last crumb is the page itself. */
export function CohortTrail({
  t,
  cohort,
  below = [],
}: {
  t: Texts
  cohort: { id: string; name: string }
  below?: Crumb[]
}) {
  const root = { label: t.qualification.cohorts.title, href: "/qualifizierung" }
  const own =
    below.length > 0 ? { label: cohort.name, href: `/lerngruppen/${cohort.id}` } : { label: cohort.name }
  return <Breadcrumb trail={[root, own, ...below]} />
}
