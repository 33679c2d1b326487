/** From the first self-rating over evidence and assessment to the certificate. */

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
export { listBadgeKeys, needsNewBadgeKey, offersProofs, rotateBadgeKey } from "./badges/keys.ts"
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
export { chooseCompetences, saveSelfRating } from "./competences/actions.ts"
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
