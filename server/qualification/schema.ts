import { type Static, Type } from "typebox"
import { Choice, Closed, Day, Id, Instant, Nullable } from "../kernel/schemas.ts"
import { FEATURES, PARTS, STEP_KINDS } from "./tables.ts"

/** Long texts as pages show them, by the names of their fields; an empty one has none. */
export const HtmlByField = Type.Record(Type.String({ pattern: "^[a-zA-Z]{1,40}$" }), Type.String())

/** The address of a room in the installation's own chat; empty for none. */
export const ChatLink = Closed("ChatLink", {
  link: Type.String({ maxLength: 500, pattern: "^(https?://[^\\s]*)?$" }),
})
export type ChatLink = Static<typeof ChatLink>

/** Somebody in a cohort, by what they are there. */
export const MemberName = Closed("MemberName", { memberId: Id, name: Type.String() })

export const CohortRow = Closed("CohortRow", {
  id: Id,
  name: Type.String(),
  programme: Type.String(),
  startOn: Day,
  /** The own parts in it. */
  parts: Type.Array(Choice(PARTS, "CohortPart")),
})

export const StepDate = Closed("StepDate", {
  id: Id,
  kind: Choice(STEP_KINDS, "StepKind"),
  title: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  place: Type.String(),
  link: Type.String(),
  dialIn: Type.String(),
  cancelled: Type.Boolean(),
  voluntary: Type.Boolean(),
  features: Type.Array(Choice(FEATURES, "SessionFeature")),
})
export type StepDate = Static<typeof StepDate>

const CohortPerson = Closed("CohortPerson", {
  memberId: Id,
  personId: Id,
  name: Type.String(),
  part: Choice(PARTS, "CohortPart"),
  /** Of a learner: whom they make agreements with. */
  managerId: Nullable(Id),
})

export const CohortView = Closed("Cohort", {
  id: Id,
  name: Type.String(),
  programme: Closed({ id: Id, name: Type.String(), edition: Type.Integer() }),
  mandateFrom: Type.String(),
  mandate: Type.String(),
  land: Type.String(),
  startOn: Day,
  deleteOn: Day,
  /** Where its people write to each other, in an installation with a chat of its own; empty for none. */
  chatLink: Type.String(),
  version: Type.Integer(),
  parts: Type.Array(Choice(PARTS, "CohortPart")),
  people: Type.Array(CohortPerson),
  steps: Type.Array(StepDate),
})
export type CohortView = Static<typeof CohortView>
export type CohortRow = Static<typeof CohortRow>
