import { cohorts } from "./cohorts.ts"

/** The qualification, one file per part of it. */
export const qualification = {
  cohorts,
}
