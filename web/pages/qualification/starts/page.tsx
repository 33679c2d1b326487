import { findCohort } from "../../../../server/qualification/core.ts"
import { findExperiences, listWorkProcesses } from "../../../../server/qualification/work.ts"
import type { Ask } from "../../../form-pages.ts"
import { ErrorSummary, PageTitle } from "../../../layout/index.ts"
import { errorsOf, type Tried } from "../../../page-forms.ts"
import { cohortPage } from "../cohort-page.tsx"
import { Experiences } from "./experiences.tsx"
import { Processes } from "./processes.tsx"

/** Everything as it is now; with what was refused where it was sent from. */
export async function showStart({ db, actor, t }: Ask, cohortId: string, tried: Tried | null) {
  const view = await findExperiences(db, actor, cohortId)
  const items = await listWorkProcesses(db, actor, cohortId)
  const cohort = await findCohort(db, actor, cohortId)
  const { title, lead } = t.qualification.starts
  const learns = cohort.parts.includes("learner")
  return cohortPage(
    t,
    cohort,
    { title, width: "reading" },
    <>
      <PageTitle lead={<p>{lead}</p>}>{title}</PageTitle>
      <ErrorSummary errors={errorsOf(tried)} />
      <Experiences t={t} cohortId={cohortId} view={view} tried={tried} />
      <Processes t={t} cohortId={cohortId} items={items} learns={learns} tried={tried} />
    </>,
  )
}
