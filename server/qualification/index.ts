/** The front door of the module: routes for app.ts, and what the pages and the seed use. */

export { qualificationCatalogue } from "./catalogue.ts"
export { mayFacilitate } from "./policy.ts"
export { findCohort, hasCohort, listCohorts } from "./queries.ts"
export { qualificationRoutes } from "./routes.ts"
export type { CohortRow, CohortView, StepDate } from "./schema.ts"
