import { type Static, Type } from "typebox"
import { Choice, Closed, Day, Id, Instant, Named, Nullable, Titled } from "../../kernel/schemas.ts"
import { CertificateHead } from "../certificates/schema.ts"
import { ImpulseRow } from "../impulses/schema.ts"
import { PROJECT_STATES } from "../projects/tables.ts"
import { HtmlByField, StepDate } from "../schema.ts"
import { ATTENDANCE, FEATURES, REQUIREMENTS } from "../tables.ts"

const PLACES = ["past", "now", "next", "later"] as const
export type Place = (typeof PLACES)[number]

const PathStep = Closed("PathStep", {
  step: StepDate,
  place: Choice(PLACES),
  /** Null where nothing is recorded, or there is nothing to record. */
  attendance: Nullable(Choice(ATTENDANCE, "Attendance")),
})
export type PathStep = Static<typeof PathStep>

const PathRequirement = Closed("PathRequirement", {
  requirement: Choice(REQUIREMENTS, "Requirement"),
  fulfilled: Type.Boolean(),
  /** Null where it cannot be judged yet. */
  items: Nullable(Type.Array(Closed({ stepId: Nullable(Id), title: Type.String(), done: Type.Boolean() }))),
})
export type PathRequirement = Static<typeof PathRequirement>

export const PathView = Closed("LearningPath", {
  /** The appointment that is running or comes next; null when the half-year is over. */
  next: Nullable(StepDate),
  /** What is to be done until then, as Markdown, by the step that gave it. */
  tasks: Type.Array(Closed({ title: Type.String(), tasks: Type.String(), html: Type.String() })),
  /** What the learner took on in workshops and meetings and has not settled yet. */
  ownTasks: Type.Array(
    Closed({
      id: Id,
      body: Type.String(),
      dueOn: Nullable(Day),
      session: Titled,
    }),
  ),
  /** The learning projects that the learner takes part in. */
  projects: Type.Array(
    Closed("PathProject", { id: Id, title: Type.String(), state: Choice(PROJECT_STATES, "ProjectState") }),
  ),
  /** Everything but the impulses, in the order of the dates. */
  steps: Type.Array(PathStep),
  /** Released, and neither done nor passed over. */
  impulses: Type.Array(ImpulseRow),
  requirements: Type.Array(PathRequirement),
  /** The own round of the assessment, as soon as it is planned. */
  round: Nullable(Id),
  /** The own certificate of this cohort, once it is issued and as long as it is valid. */
  certificate: Nullable(Id),
})
export type PathView = Static<typeof PathView>

/** Learners find in it the impulses that are released, facilitators also what is planned. */
export const PhaseView = Closed("PracticePhase", {
  id: Id,
  cohort: Named,
  title: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  cancelled: Type.Boolean(),
  contents: Type.String(),
  /** How to accompany it; null for whoever does not facilitate. */
  guidance: Nullable(Type.String()),
  materials: Type.String(),
  tasks: Type.String(),
  html: HtmlByField,
  features: Type.Array(Choice(FEATURES, "SessionFeature")),
  impulses: Type.Array(ImpulseRow),
})
export type PhaseView = Static<typeof PhaseView>

/** For each learner, in the order of their names, only whether something is fulfilled. */
export const StandView = Closed("Stand", {
  requirements: Type.Array(Choice(REQUIREMENTS, "Requirement")),
  learners: Type.Array(
    Closed({
      memberId: Id,
      name: Type.String(),
      /** Empty: the certificate can be issued, or is. */
      outstanding: Type.Array(Choice(REQUIREMENTS, "Requirement")),
      /** The valid one, otherwise the last that was revoked. */
      certificate: Nullable(CertificateHead),
    }),
  ),
})
export type StandView = Static<typeof StandView>
