/** The front door of the module: routes for app.ts, and what the pages and the seed use. */

export { addObservation, removeObservation, saveResult, saveSentences } from "./assessments/agreeing.ts"
export { findConfirmedAssessment } from "./assessments/confirmed.ts"
export { confirmRound, thinkOver } from "./assessments/confirming.ts"
export { findRound } from "./assessments/find.ts"
export { findRoundPlan } from "./assessments/plan.ts"
export { accessPlanned, changeRound, formRounds, removeRound } from "./assessments/planning.ts"
export {
  releasePreparation,
  releaseWritten,
  savePreparation,
  withdrawPreparation,
} from "./assessments/preparing.ts"
export { beginRound, saveRating } from "./assessments/rating.ts"
export {
  type AssessmentView,
  EditedPreparation,
  EditedRound,
  MOST_SITUATIONS,
  NewConfirmation,
  NewObservation,
  NewRating,
  NewRelease,
  NewResult,
  NewRounds,
  NewSentences,
  NewThought,
  type RoundPlan,
  type RoundRow,
  Situation,
} from "./assessments/schema.ts"
export { sweepAssessments } from "./assessments/sweep.ts"
export { restartRoundTimer, timeRound } from "./assessments/timing.ts"
export { offersProofs, rotateBadgeKey } from "./badges/keys.ts"
export { qualificationCatalogue } from "./catalogue.ts"
export { issueCertificate, releaseCertificate, revokeCertificate } from "./certificates/actions.ts"
export { groupedCode, readCode } from "./certificates/code.ts"
export { deleteCertificate } from "./certificates/deletion.ts"
export {
  findCertificate,
  findCertificatePdf,
  hasCertificate,
  listCertificates,
} from "./certificates/queries.ts"
export {
  type CertificateRow,
  type CertificateView,
  NewCertificate,
  Release,
  Revocation,
  type VerificationView,
} from "./certificates/schema.ts"
export { offersVerification, verifyCertificate } from "./certificates/verification.ts"
export { listAttendances, recordAllPresent, recordAttendance } from "./cohorts/attendance.ts"
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
export { chooseCompetences, saveSelfRating } from "./competences/actions.ts"
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
export { findChoice, listSelfRatings } from "./competences/queries.ts"
export {
  type ChoiceView,
  type CompetenceView,
  NewChoice,
  NewSelfRating,
  RatingOf,
  type SelfRatingsView,
} from "./competences/schema.ts"
export { POINTS, type Point } from "./competences/tables.ts"
export { MINUTES as CONSULTING_MINUTES, PHASE_TITLES, PHASES, type Phase } from "./consulting/phases.ts"
export {
  findConsulting,
  findTopic,
  findTopics,
  listConsultings,
} from "./consulting/queries.ts"
export { addLine, removeLine, saveDecision, shareResult } from "./consulting/result.ts"
export {
  discardConsulting,
  reopenConsulting,
  restartConsulting,
  startConsulting,
  takeModeration,
  timeConsulting,
} from "./consulting/running.ts"
export {
  type ConsultingRow,
  type ConsultingView,
  Decision,
  EditedTopic,
  NewConsulting,
  NewLine,
  NewTopic,
  type TopicsView,
  type TopicView,
} from "./consulting/schema.ts"
export { FORMS as CONSULTING_FORMS, LINE_KINDS, type LineKind } from "./consulting/tables.ts"
export {
  addTopic,
  closeBallot,
  editTopic,
  reopenBallot,
  TOPIC_VOTES_EACH,
  voteForTopic,
  withdrawTopic,
} from "./consulting/topics.ts"
export { attachEvidence, editEvidence, removeEvidence } from "./evidence/actions.ts"
export { findEvidence, listEvidence, listProposals, type OwnPosts } from "./evidence/queries.ts"
export {
  EditedEvidence,
  type EvidenceList,
  type EvidenceView,
  NewEvidence,
  Source,
  type Sources,
  type SourceView,
  TakenEvidence,
} from "./evidence/schema.ts"
export { findSource, listSources, takeEvidence } from "./evidence/taking.ts"
export { handIn, handOut, removeStepFile } from "./files/actions.ts"
export { accessFiledStep, accessStepFile, bringerOf } from "./files/policy.ts"
export { listStepFiles, stepFileBytes } from "./files/queries.ts"
export { type CaptionedFile, LONGEST_CAPTION } from "./files/receiving.ts"
export type { StepFilesView } from "./files/schema.ts"
export { saveImpulse, shareImpulse, unshareImpulse } from "./impulses/actions.ts"
export { findImpulse, listImpulseDates, listImpulses, type OpenQuestions } from "./impulses/queries.ts"
export {
  type ImpulseRow,
  type ImpulseView,
  LONGEST_ANSWER,
  MOST_QUESTIONS,
  type OwnAnswer,
  SavedImpulse,
  SharedImpulse,
} from "./impulses/schema.ts"
export { type ImpulseState, SHARED_WITH } from "./impulses/tables.ts"
export { qualificationJobs } from "./jobs.ts"
export {
  deleteEntry,
  editEntryOfJournal,
  shareEntry,
  unshareEntry,
  writeEntry,
} from "./journal/actions.ts"
export { accessJournal } from "./journal/policy.ts"
export {
  findOwnEntry,
  listEntries,
  listSharedEntries,
  listSubjects,
} from "./journal/queries.ts"
export { rotateJournal, tellRotation } from "./journal/rotation.ts"
export {
  EditedJournalEntry,
  type JournalEntryView,
  NewJournalEntry,
  type SharedEntries,
  SharedJournalEntry,
} from "./journal/schema.ts"
export { AUDIENCES } from "./journal/tables.ts"
export { leaveCohort } from "./leaving/actions.ts"
export { addMember, changeManagers, findCandidates, removeMember } from "./leaving/members.ts"
export { findLeaving, listDepartures } from "./leaving/queries.ts"
export { Leaving, type LeavingView } from "./leaving/schema.ts"

export { qualificationChannels } from "./live.ts"
export { awaitsAnswer, findManaged, listManaged } from "./managers/queries.ts"
export type { ManagedRow, ManagerView } from "./managers/schema.ts"
export { qualificationNotices } from "./notices.ts"
export { hasCohort } from "./path/belonging.ts"
export { hasFeed, readFeed, renewFeed, revokeFeed } from "./path/feed.ts"
export { listMaterials } from "./path/materials.ts"
export { findPhase } from "./path/phases.ts"
export { courseOf } from "./path/places.ts"
export { findPathIn, findStand } from "./path/queries.ts"
export type { PathRequirement, PathStep, PathView, PhaseView, StandView } from "./path/schema.ts"
export { decidePlan, reopenPlan, savePlan } from "./plans/actions.ts"
export {
  CHECKS,
  choicesOf,
  type FieldKind,
  longTexts,
  MOST_LINES,
  noteOn,
  PLANS,
  type PlanKind,
  type PlanNames,
} from "./plans/kinds.ts"
export { findPlan, findPlanEdition, listDataProtection, listPlans } from "./plans/queries.ts"
export { renderedPlans } from "./plans/rendered.ts"
export { type DataProtectionView, DecidedPlan, type PlanView, planValues } from "./plans/schema.ts"
export type { PlanContent, PlanHtml } from "./plans/tables.ts"
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
export {
  addItem,
  addToProject,
  commentProject,
  createProject,
  editProject,
  editProjectComment,
  leaveProject,
  markItem,
  recordDecision,
  removeItem,
  removeProjectComment,
} from "./projects/actions.ts"
export {
  answerAgreement,
  findAgreement,
  listAgreements,
  previewSubmission,
  submitProject,
} from "./projects/agreements.ts"
export { findProject, findProjectComment, findProjectItem, listProjects } from "./projects/queries.ts"
export {
  type AgreementRow,
  type AgreementView,
  Answered,
  EditedProject,
  EditedProjectComment,
  NewDecision,
  NewItem,
  NewProject,
  NewProjectComment,
  NewSubmission,
  ProjectPerson,
  type ProjectRow,
  type ProjectView,
} from "./projects/schema.ts"
export { PROJECT_STATES, type Submitted } from "./projects/tables.ts"
export { findCohort, listCohorts } from "./queries.ts"
export {
  approveReport,
  composeReport,
  contribute,
  releaseReport,
  saveReport,
  withdrawReport,
} from "./reports/actions.ts"
export { visibleFields } from "./reports/policy.ts"
export { findReleased, findReport } from "./reports/queries.ts"
export {
  ApprovedReport,
  Contributions,
  ReleasedReport,
  type ReleasedView,
  type ReportView,
  SavedReport,
} from "./reports/schema.ts"
export { EVERY_PROMPT, PROMPTS, type Prompt, perPrompt } from "./reports/tables.ts"
export {
  findCard,
  findCardGroup,
  findRetrospective,
} from "./retrospectives/board.ts"
export {
  addCard,
  dissolveCardGroup,
  editCard,
  groupCard,
  placeCard,
  removeCard,
  renameCardGroup,
} from "./retrospectives/cards.ts"
export {
  findLesson,
  lessonsForSession,
  listEarlierLessons,
  listLessons,
  listReleasedLessons,
} from "./retrospectives/lesson-queries.ts"
export {
  editLesson,
  releaseLesson,
  removeLesson,
  removeOrphan,
  takeOverCard,
  takeOverCardGroup,
  withdrawLesson,
  writeLesson,
} from "./retrospectives/lessons.ts"
export {
  type CardGroupView,
  CardVersion,
  type CardView,
  type EarlierLesson,
  EditedCard,
  EditedCardGroup,
  EditedLesson,
  LessonVersion,
  type LessonView,
  type ListedLesson,
  NewCard,
  NewCardGroup,
  NewLesson,
  NewStage,
  type RetrospectiveView,
  TakenOver,
} from "./retrospectives/schema.ts"
export { HEADINGS, type Heading, VOTES_EACH } from "./retrospectives/tables.ts"
export { changeStage, vote } from "./retrospectives/votes.ts"
export { declineRole, grantRole, requestRole } from "./role-requests/actions.ts"
export { listLearnerRoles, listOpenRoleRequests } from "./role-requests/queries.ts"
export {
  DeclinedRole,
  NewRoleRequest,
  type OpenRoleRequest,
  type RoleRow,
} from "./role-requests/schema.ts"
export { qualificationRoutes } from "./routes.ts"
export type { CohortRow, CohortView, StepDate } from "./schema.ts"
export { findBoard } from "./sessions/board.ts"
export { findAgenda, resetAgenda, saveAgenda } from "./sessions/day-agenda.ts"
export {
  editEntry,
  findEntry,
  recordEntry,
  removeEntry,
  settleTask,
} from "./sessions/entries.ts"
export { findMinutes, findReleasedMinutes, releaseMinutes, saveMinutes } from "./sessions/minutes.ts"
export { findNotes, saveNotes, saveRound } from "./sessions/notes.ts"
export { accessPhoto, addPhoto, listPrintedPhotos, photoBytes, removePhoto } from "./sessions/photos.ts"
export { findSession } from "./sessions/queries.ts"
export { renderedMinutes } from "./sessions/rendered.ts"
export {
  type AgendaView,
  type BoardView,
  EditedEntry,
  type EntryView,
  type MinutesView,
  NewEntry,
  Notes,
  ReleasedMinutes,
  RoundLine,
  SavedAgenda,
  SavedMinutes,
  type SessionView,
  SettledTask,
} from "./sessions/schema.ts"
export { ENTRY_KINDS } from "./sessions/tables.ts"
export { resetSession, startSession, timeSession } from "./sessions/timing.ts"
export { findExperiences, saveExperience } from "./starts/experiences.ts"
export {
  addWorkProcess,
  editWorkProcess,
  findWorkProcess,
  listWorkProcesses,
  removeWorkProcess,
} from "./starts/processes.ts"
export {
  EditedWorkProcess,
  type ExperienceView,
  NewWorkProcess,
  OwnExperience,
  WorkProcessVersion,
  type WorkProcessView,
} from "./starts/schema.ts"
export { EXPERIENCE_QUESTIONS, MEDIA } from "./starts/tables.ts"
export { describeQualificationSubjects } from "./subjects.ts"
export { ATTENDANCE, FEATURES, type Feature, REQUIREMENTS, STEP_KINDS, type StepKind } from "./tables.ts"
export { TIMER_DEEDS, TimerDeed, type TimerView } from "./timers/schema.ts"
