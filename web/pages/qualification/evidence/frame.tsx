import type { ComponentChildren } from "preact"
import { findCohort } from "../../../../server/qualification/core.ts"
import type { Ask } from "../../../form-pages.ts"
import type { Content } from "../../../site.tsx"
import { cohortPage } from "../cohort-page.tsx"
import { preparationOf } from "../preparation/address.ts"

/** A page about a piece of evidence, below the preparation that it belongs to. */
export async function evidencePage(
  { t, db, actor }: Pick<Ask, "t" | "db" | "actor">,
  cohortId: string,
  title: string,
  children: ComponentChildren,
): Promise<Content> {
  const cohort = await findCohort(db, actor, cohortId)
  const above = [{ label: t.qualification.preparation.title, href: preparationOf(cohortId) }]
  return cohortPage(t, cohort, { title, above, width: "reading" }, children)
}
