/** What sees all parts: the way through a programme, who belongs to a cohort, and what goes with a person. */

export { leaveCohort } from "./leaving/actions.ts"
export { addMember, changeManagers, findCandidates, removeMember } from "./leaving/members.ts"
export { findLeaving, listDepartures } from "./leaving/queries.ts"
export { Leaving, type LeavingView } from "./leaving/schema.ts"
export { awaitsAnswer, findManaged, listManaged } from "./managers/queries.ts"
export type { ManagedRow, ManagerView } from "./managers/schema.ts"
export {
  hasCohort,
  isInCohort,
  learnedCohortIds,
  listExistingCohorts,
  listLearnedCohorts,
  listLearners,
} from "./path/belonging.ts"
export { hasFeed, readFeed, renewFeed, revokeFeed } from "./path/feed.ts"
export { type NextDate, qualificationForYou } from "./path/for-you.ts"
export { listMaterials } from "./path/materials.ts"
export { findPhase } from "./path/phases.ts"
export { courseOf } from "./path/places.ts"
export { findPathIn, findStand } from "./path/queries.ts"
export type { PathRequirement, PathStep, PathView, PhaseView, StandView } from "./path/schema.ts"
