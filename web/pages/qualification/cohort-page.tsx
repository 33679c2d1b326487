import type { ComponentChildren } from "preact"
import type { Crumb } from "../../layout/index.ts"
import type { Content } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { CohortTrail } from "./trail.tsx"

type Place = {
  title: string
  /** Between the cohort and the page. */
  above?: Crumb[]
  width?: Content["width"]
}

/** A page below a cohort: its trail and its place in the menu. */
export function cohortPage(
  t: Texts,
  cohort: { id: string; name: string },
  { title, above = [], width }: Place,
  children: ComponentChildren,
): Content {
  return {
    title,
    current: "qualification",
    ...(width && { width }),
    breadcrumb: <CohortTrail t={t} cohort={cohort} below={[...above, { label: title }]} />,
    children,
  }
}
