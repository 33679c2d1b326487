import type { StepDate } from "../../../../server/qualification/core.ts"

/** What at the end has an address of its own for each reader: the assessment and the certificate. */
export type Closing = { assessment: string; certificate: string }

/** Where something of a step is done. */
export function addressOfStep({ id, kind }: Pick<StepDate, "id" | "kind">, closing: Closing): string {
  if (kind === "assessment") return closing.assessment
  if (kind === "certificate") return closing.certificate
  if (kind === "impulse") return `/lernimpulse/${id}`
  if (kind === "practice") return `/praxisphasen/${id}`
  return `/termine/${id}`
}

/** The own round, or the list where it will appear. */
export const addressOfAssessment = (cohortId: string, round: string | null = null) =>
  round ? `/kompetenzbilanz/${round}` : `/lerngruppen/${cohortId}/kompetenzbilanzen`

/** Of a step in the list of the path. */
export const anchorOf = (stepId: string) => `schritt-${stepId}`
