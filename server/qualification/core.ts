/** Programmes, cohorts with their dates and people, and the frameworks of competences: what all other parts stand on. */

export { listAttendances, recordAllPresent, recordAttendance } from "./cohorts/attendance.ts"
export { linkCohortChat } from "./cohorts/chat-link.ts"
export { createCohort, proposeDates } from "./cohorts/creation.ts"
export { isPlaced } from "./cohorts/dates.ts"
export { editCohort } from "./cohorts/editing.ts"
export { findInvitations, sendInvitations } from "./cohorts/invitations.ts"
export { cancelDate, findDate, moveDate, restoreDate } from "./cohorts/moving.ts"
export {
  type Candidate,
  CandidateQuery,
  type DateView,
  EditedCohort,
  type InvitationsView,
  MovedStep,
  NewCohort,
  NewMember,
  type Proposal,
  ProposalQuery,
  StepVersion,
} from "./cohorts/schema.ts"
export {
  FEWEST_COMPETENCES,
  FOUNDATIONS,
  FRAMEWORKS,
  frameworksOn,
  keyOf,
  MOST_COMPETENCES,
  withOwnLevels,
} from "./competences/frameworks/index.ts"
export { plainNameOf } from "./competences/frameworks/plain-names.ts"
export { handIn, handOut, removeStepFile } from "./files/actions.ts"
export { accessFiledStep, accessStepFile, bringerOf } from "./files/policy.ts"
export { listStepFiles, stepFileBytes } from "./files/queries.ts"
export { type CaptionedFile, LONGEST_CAPTION } from "./files/receiving.ts"
export type { StepFilesView } from "./files/schema.ts"
export { uploadedStepFiles } from "./files/uploaded.ts"
export { mayFacilitate } from "./policy.ts"
export { isSession } from "./programmes/checks.ts"
export { copyProgramme, discardDraft, editProgramme, prepareEdition } from "./programmes/drafts.ts"
export { offerProgramme, publishProgramme, withdrawProgramme } from "./programmes/publishing.ts"
export { findProgramme, findStep, listProgrammes, listStartable } from "./programmes/queries.ts"
export { renderedProgrammes, renderedSteps } from "./programmes/rendered.ts"
export {
  AgendaLine,
  CopyOrder,
  Direction,
  EditedProgramme,
  EditedStep,
  type Fault,
  MOST_AGENDA,
  MOST_STEP_QUESTIONS,
  NewStep,
  type ProgrammeRow,
  type ProgrammeView,
  QUESTION_KINDS,
  StepQuestion,
  type StepView,
} from "./programmes/schema.ts"
export { shipProgrammes } from "./programmes/ship.ts"
export { addStep, editStep, moveStep, removeStep } from "./programmes/steps.ts"
export { findCohort, listCohorts } from "./queries.ts"
export { declineRole, grantRole, requestRole } from "./role-requests/actions.ts"
export { listLearnerRoles, listOpenRoleRequests } from "./role-requests/queries.ts"
export { DeclinedRole, NewRoleRequest, type OpenRoleRequest, type RoleRow } from "./role-requests/schema.ts"
export { ChatLink, type CohortRow, type CohortView, type StepDate } from "./schema.ts"
export { ATTENDANCE, FEATURES, type Feature, REQUIREMENTS, STEP_KINDS, type StepKind } from "./tables.ts"
