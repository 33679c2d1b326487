import { type Static, Type } from "typebox"
import {
  AtVersion,
  Choice,
  Closed,
  Day,
  Id,
  Instant,
  Key,
  Line,
  Named,
  Nullable,
  Text,
} from "../../kernel/schemas.ts"
import { LANDS } from "../../kernel/workdays.ts"
import { ATTENDANCE, PARTS, STEP_KINDS } from "../tables.ts"

/** Within a span in which the public holidays are known. */
const StartDay = Type.String({ format: "date", pattern: "^20" })

const start = {
  programmeId: Id,
  land: Choice(LANDS, "Land"),
  startOn: StartDay,
  /** When sessions begin, in Germany: `09:00`. */
  time: Type.String({ maxLength: 5, pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" }),
}

/** Where people meet: in a room, online, by telephone. */
const places = {
  place: Line(300, 0),
  /** Where people meet online. */
  link: Type.String({ maxLength: 500, pattern: "^(https?://[^\\s]*)?$" }),
  dialIn: Line(200, 0),
}

export const ProposalQuery = Closed(start)
export type ProposalQuery = Static<typeof ProposalQuery>

const ProposedDate = Closed("ProposedDate", {
  stepId: Id,
  kind: Choice(STEP_KINDS, "StepKind"),
  title: Type.String(),
  minutes: Type.Integer(),
  startsAt: Instant,
  endsAt: Instant,
})

/** In the order of the programme. */
export const Proposal = Closed("Proposal", { deleteOn: Day, dates: Type.Array(ProposedDate) })
export type Proposal = Static<typeof Proposal>

export const NewCohort = Closed("NewCohort", {
  ...start,
  key: Type.Optional(Key),
  name: Line(160),
  mandateFrom: Line(200),
  mandate: Text(4000),
  deleteOn: StartDay,
  /** Once for all dates: the place for workshops and assessment, link and dial-in for meetings; alone, for all. */
  place: Type.Optional(places.place),
  link: Type.Optional(places.link),
  dialIn: Type.Optional(places.dialIn),
  /** Where the person wants another date than the proposed one; practice phases and impulses follow. */
  dates: Type.Optional(Type.Array(Closed({ stepId: Id, startsAt: Instant }), { maxItems: 200 })),
})
export type NewCohort = Static<typeof NewCohort>

export const EditedCohort = Closed("EditedCohort", {
  version: Type.Integer({ minimum: 1 }),
  name: Line(160),
  mandateFrom: Line(200),
  mandate: Text(4000),
})
export type EditedCohort = Static<typeof EditedCohort>

export const CandidateQuery = Closed({ name: Line(80, 2) })
export const Candidate = Closed("Candidate", {
  id: Id,
  name: Type.String(),
  departments: Type.Array(Type.String()),
})
export type Candidate = Static<typeof Candidate>

export const NewMember = Closed("NewMember", {
  personId: Id,
  part: Choice(PARTS, "CohortPart"),
  /** Of a learner: a person who is a manager of this cohort. */
  managerId: Type.Optional(Nullable(Id)),
})
export type NewMember = Static<typeof NewMember>

export const ByMember = Closed({ id: Id, memberId: Id })
export const ChangedMember = Closed("ChangedMember", { managerId: Nullable(Id) })

export const MovedStep = Closed("MovedStep", {
  version: Type.Integer({ minimum: 1 }),
  startsAt: Instant,
  minutes: Type.Integer({ minimum: 0, maximum: 24 * 60 }),
  ...places,
})
export type MovedStep = Static<typeof MovedStep>
/** A dated step as its facilitators change it. */
export const DateView = Closed("CohortDate", {
  id: Id,
  cohort: Named,
  kind: Choice(STEP_KINDS, "StepKind"),
  title: Type.String(),
  startsAt: Instant,
  minutes: Type.Integer(),
  place: Type.String(),
  link: Type.String(),
  dialIn: Type.String(),
  cancelled: Type.Boolean(),
  version: Type.Integer(),
})
export type DateView = Static<typeof DateView>
export const StepVersion = AtVersion

export const AttendanceState = Closed("AttendanceState", {
  state: Nullable(Choice(ATTENDANCE, "Attendance")),
})
export const AttendanceRow = Closed("AttendanceRow", {
  stepId: Id,
  memberId: Id,
  state: Choice(ATTENDANCE, "Attendance"),
})
export type AttendanceRow = Static<typeof AttendanceRow>

const InvitationRow = Closed("InvitationRow", {
  personId: Id,
  name: Type.String(),
  /** Has them already, and is told every change. */
  invited: Type.Boolean(),
  /** Has an active account. */
  reachable: Type.Boolean(),
  /** Of how many sessions ahead: learners and facilitators of all, managers of what they come in for. */
  sessions: Type.Integer(),
})
export const InvitationsView = Closed("Invitations", {
  sessions: Type.Integer(),
  people: Type.Array(InvitationRow),
})
export type InvitationsView = Static<typeof InvitationsView>

export const FeedView = Closed("CalendarFeed", { exists: Type.Boolean() })
export const NewFeed = Closed("NewFeed", { address: Type.String() })
