import { type Static, Type } from "typebox"
import { Choice, Closed, Day, Id, Instant, Key, Line, Nullable, Text, Titled } from "../../kernel/schemas.ts"
import { MemberName } from "../schema.ts"
import { ANSWERS, ITEM_KINDS, PROJECT_STATES } from "./tables.ts"

const LONG = 4000
const fields = {
  title: Line(160, 3),
  goal: Text(LONG),
  reason: Text(LONG, 0),
  concerned: Text(LONG, 0),
  risks: Text(LONG, 0),
  state: Choice(PROJECT_STATES, "ProjectState"),
}

export const NewProject = Closed("NewProject", {
  ...fields,
  /** The work process of the cohort that it takes over. */
  workProcessId: Type.Optional(Nullable(Id)),
  key: Type.Optional(Key),
})
export type NewProject = Static<typeof NewProject>
export const EditedProject = Closed("EditedProject", { ...fields, version: Type.Integer({ minimum: 1 }) })
export type EditedProject = Static<typeof EditedProject>

export const NewItem = Closed("NewItem", {
  kind: Choice(ITEM_KINDS, "ProjectItemKind"),
  title: Line(300),
  day: Nullable(Day),
  /** Of a task: the learner who does it. */
  memberId: Nullable(Id),
  key: Type.Optional(Key),
})
export type NewItem = Static<typeof NewItem>
export const DoneItem = Closed("DoneItem", { done: Type.Boolean() })

export const NewDecision = Closed("NewDecision", { day: Day, body: Text(LONG), key: Type.Optional(Key) })
export type NewDecision = Static<typeof NewDecision>

export const NewProjectComment = Closed("NewProjectComment", { body: Text(LONG), key: Type.Optional(Key) })
export type NewProjectComment = Static<typeof NewProjectComment>
export const EditedProjectComment = Closed("EditedProjectComment", {
  body: Text(LONG),
  version: Type.Integer({ minimum: 1 }),
})
export type EditedProjectComment = Static<typeof EditedProjectComment>

export const ProjectPerson = Closed("ChosenMember", { memberId: Id })
export const NewSubmission = Closed("NewSubmission", {
  cohortStepId: Id,
  message: Text(LONG, 0),
  version: Type.Integer({ minimum: 1 }),
})
export type NewSubmission = Static<typeof NewSubmission>

export const Answered = Closed("Answered", {
  answer: Choice(["agreed", "commented", "talk"] as const),
  comment: Text(LONG, 0),
  talkOn: Nullable(Day),
  version: Type.Integer({ minimum: 1 }),
})
export type Answered = Static<typeof Answered>

const shown = {
  title: Type.String(),
  goal: Type.String(),
  reason: Type.String(),
  concerned: Type.String(),
  risks: Type.String(),
  state: Choice(PROJECT_STATES, "ProjectState"),
}
const Item = Closed("ProjectItem", {
  id: Id,
  kind: Choice(ITEM_KINDS, "ProjectItemKind"),
  title: Type.String(),
  day: Nullable(Day),
  who: Nullable(Type.String()),
  done: Type.Boolean(),
})
const AnswerView = Closed("AgreementAnswer", {
  manager: Type.String(),
  answer: Choice(ANSWERS, "AgreementState"),
  comment: Type.String(),
  talkOn: Nullable(Day),
  answeredOn: Nullable(Day),
})
const SubmissionView = Closed("Submission", {
  id: Id,
  step: Type.String(),
  number: Type.Integer(),
  submittedOn: Day,
  answers: Type.Array(AnswerView),
})

export const ProjectRow = Closed("ProjectRow", {
  id: Id,
  title: Type.String(),
  goal: Type.String(),
  state: Choice(PROJECT_STATES, "ProjectState"),
  people: Type.Array(Type.String()),
  isOwn: Type.Boolean(),
  canOpen: Type.Boolean(),
})
export type ProjectRow = Static<typeof ProjectRow>

export const ProjectView = Closed("Project", {
  id: Id,
  cohortId: Id,
  ...shown,
  /** Where its people write to each other, in an installation with a chat of its own; empty for none. */
  chatLink: Type.String(),
  version: Type.Integer(),
  people: Type.Array(MemberName),
  /** Learners of the cohort who could take part. */
  others: Type.Array(MemberName),
  items: Type.Array(Item),
  decisions: Type.Array(Closed({ id: Id, day: Day, body: Type.String() })),
  comments: Type.Array(
    Closed({
      id: Id,
      /** Null: a learner who has left. */
      author: Nullable(Type.String()),
      body: Type.String(),
      createdAt: Instant,
      version: Type.Integer(),
      isOwn: Type.Boolean(),
    }),
  ),
  /** The work process that it came from. */
  workProcess: Nullable(Titled),
  /** What its people wrote about it for the rounds of the meetings, the latest meeting first. */
  lines: Type.Array(
    Closed({
      cohortStepId: Id,
      step: Type.String(),
      startsAt: Instant,
      name: Type.String(),
      state: Type.String(),
      hurdle: Type.String(),
      request: Type.String(),
    }),
  ),
  submissions: Type.Array(SubmissionView),
  /** Steps after which the manager is asked. */
  agreementSteps: Type.Array(Titled),
  /** Whom a submission goes to; nobody: the facilitator has to name a manager first. */
  managers: Type.Array(Type.String()),
  can: Closed({ edit: Type.Boolean(), comment: Type.Boolean() }),
})
export type ProjectView = Static<typeof ProjectView>

const Content = Closed("SubmittedProject", {
  ...shown,
  people: Type.Array(Type.String()),
  milestones: Type.Array(Closed({ title: Type.String(), day: Nullable(Day), done: Type.Boolean() })),
  tasks: Type.Array(
    Closed({ title: Type.String(), day: Nullable(Day), done: Type.Boolean(), who: Type.String() }),
  ),
  message: Type.String(),
})

/** What waits for a manager, or was answered. */
export const AgreementRow = Closed("AgreementRow", {
  id: Id,
  cohort: Type.String(),
  step: Type.String(),
  title: Type.String(),
  people: Type.Array(Type.String()),
  answer: Choice(ANSWERS, "AgreementState"),
  submittedOn: Day,
  talkOn: Nullable(Day),
  answeredOn: Nullable(Day),
  /** A newer version of the project was submitted for the same step. */
  outdated: Type.Boolean(),
})
export type AgreementRow = Static<typeof AgreementRow>
export const AgreementView = Closed("Agreement", {
  id: Id,
  cohort: Type.String(),
  step: Type.String(),
  number: Type.Integer(),
  content: Content,
  answer: Choice(ANSWERS, "AgreementState"),
  comment: Type.String(),
  submittedOn: Day,
  talkOn: Nullable(Day),
  answeredOn: Nullable(Day),
  version: Type.Integer(),
  outdated: Type.Boolean(),
})
export type AgreementView = Static<typeof AgreementView>
