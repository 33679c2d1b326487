/** Sessions, their clocks, and peer consulting. */

export { tellBallots } from "./consulting/ballots.ts"
export { MINUTES as CONSULTING_MINUTES, PHASE_TITLES, PHASES, type Phase } from "./consulting/phases.ts"
export { findConsulting, findTopic, findTopics, listConsultings } from "./consulting/queries.ts"
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
export { findBoard } from "./sessions/board.ts"
export { findAgenda, resetAgenda, saveAgenda } from "./sessions/day-agenda.ts"
export { editEntry, findEntry, recordEntry, removeEntry, settleTask } from "./sessions/entries.ts"
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
export { uploadedPhotos } from "./sessions/uploaded.ts"
export { TIMER_CONTROLS, TimerControl, type TimerView } from "./timers/schema.ts"
