import type { StepDate } from "../../../../server/qualification/index.ts"

/** Where something of a step is done; null where it takes place without a page of its own. */
export function addressOfStep({ id, kind }: Pick<StepDate, "id" | "kind">): string | null {
  if (kind === "impulse") return `/lernimpulse/${id}`
  if (kind === "practice") return `/praxisphasen/${id}`
  if (kind === "workshop" || kind === "meeting") return `/termine/${id}`
  if (kind === "certificate") return "/zertifikate"
  return null
}

/** Of a step in the list of the path. */
export const anchorOf = (stepId: string) => `schritt-${stepId}`
