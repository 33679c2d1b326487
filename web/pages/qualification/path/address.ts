import type { StepDate } from "../../../../server/qualification/index.ts"

/**
 * Where something of a step is done; null where it takes place without a page of its own.
 * @param assessment where the rounds of the reader's assessment are found
 */
export function addressOfStep(
  { id, kind }: Pick<StepDate, "id" | "kind">,
  assessment: string | null = null,
): string | null {
  if (kind === "assessment") return assessment
  if (kind === "impulse") return `/lernimpulse/${id}`
  if (kind === "practice") return `/praxisphasen/${id}`
  if (kind === "workshop" || kind === "meeting") return `/termine/${id}`
  if (kind === "certificate") return "/zertifikate"
  return null
}

/** The own round, or the list where it will appear. */
export const addressOfAssessment = (cohortId: string, round: string | null = null) =>
  round ? `/kompetenzbilanz/${round}` : `/lerngruppen/${cohortId}/kompetenzbilanzen`

/** Of a step in the list of the path. */
export const anchorOf = (stepId: string) => `schritt-${stepId}`
