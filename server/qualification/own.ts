/** Learning impulses and the journal. */

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
export { tellReleasedImpulses } from "./impulses/telling.ts"
export { deleteEntry, editEntryOfJournal, shareEntry, unshareEntry, writeEntry } from "./journal/actions.ts"
export { accessJournal } from "./journal/policy.ts"
export { findOwnEntry, listEntries, listSharedEntries, listSubjects } from "./journal/queries.ts"
export { rotateJournal, tellRotation } from "./journal/rotation.ts"
export {
  EditedJournalEntry,
  type JournalEntryView,
  NewJournalEntry,
  type SharedEntries,
  SharedJournalEntry,
} from "./journal/schema.ts"
export { AUDIENCES } from "./journal/tables.ts"
