import type { SeedCohort } from "../../types.ts"

/** Rules and event come with the third workshop. */
export const plans: SeedCohort["plans"] = []
