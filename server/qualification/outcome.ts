/** What a group passes on: plans, the report for managers, and the lessons of its retrospective. */

export {
  answerEvent,
  cancelEvent,
  createEvent,
  editEvent,
  inviteToEvent,
} from "./events/actions.ts"
export { describeEventInbox } from "./events/inbox.ts"
export {
  enterObjections,
  markObjection,
  raiseObjection,
  removeObjection,
  supportObjection,
} from "./events/objections.ts"
export { findEvent, listCohortEvents, listEvents } from "./events/queries.ts"
export { findObjection, listChanged, listObjections } from "./events/register.ts"
export { renderedEvents } from "./events/rendered.ts"
export {
  EditedEvent,
  EnteredObjections,
  EventAnswer,
  type EventRow,
  type EventView,
  MarkedObjection,
  NewEvent,
  NewObjection,
  type ObjectionView,
  SupportedObjection,
} from "./events/schema.ts"
export { MARKS, OBJECTION_KINDS } from "./events/tables.ts"
export { decidePlan, reopenPlan, savePlan } from "./plans/actions.ts"
export { announcingCohorts, findRollOutPlan, listManagerIds } from "./plans/announcing.ts"
export { listCards } from "./plans/cards.ts"
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
export { findPlan, findPlanEdition, listDataProtection, listPlanIds, listPlans } from "./plans/queries.ts"
export { renderedPlans } from "./plans/rendered.ts"
export { showRules } from "./plans/rules.ts"
export { type DataProtectionView, DecidedPlan, type PlanView, planValues } from "./plans/schema.ts"
export type { PlanContent, PlanHtml } from "./plans/tables.ts"
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
export { findCard, findCardGroup, findRetrospective } from "./retrospectives/board.ts"
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
