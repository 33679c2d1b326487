import type { Feature, StepKind } from "../../../server/qualification/core.ts"

/** A part of the cohort with pages of its own, as the cohort's page links to it. */
export type Section = {
  href: string
  label: string
  text: string
  /** What kind of step, or which tool of a step, brings it along. */
  from?: StepKind | Feature
}
