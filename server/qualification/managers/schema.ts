import { type Static, Type } from "typebox"
import { Choice, Closed, Day, Id, Instant, Nullable } from "../../kernel/schemas.ts"
import { ANSWERS } from "../projects/tables.ts"

const Workshop = Closed("Workshop", {
  id: Id,
  title: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  place: Type.String(),
  cancelled: Type.Boolean(),
  /** Afterwards learners submit their project to them. */
  agreement: Type.Boolean(),
  /** When they come in themselves. */
  comesIn: Nullable(Closed({ startsAt: Instant, endsAt: Instant })),
})
export type ManagedWorkshop = Static<typeof Workshop>

/** A cohort as one of its managers sees it: its dates and what was released to them, and nothing about its people. */
export const ManagerView = Closed("Manager", {
  id: Id,
  name: Type.String(),
  mandateFrom: Type.String(),
  mandate: Type.String(),
  startOn: Day,
  deleteOn: Day,
  facilitators: Type.Array(Type.String()),
  /** The learners who make their agreements with this manager. */
  learners: Type.Array(Type.String()),
  workshops: Type.Array(Workshop),
  /** What was submitted to this manager; first what waits. */
  agreements: Type.Array(
    Closed({
      id: Id,
      title: Type.String(),
      step: Type.String(),
      people: Type.Array(Type.String()),
      answer: Choice(ANSWERS, "AgreementState"),
      submittedOn: Day,
      talkOn: Nullable(Day),
      answeredOn: Nullable(Day),
      outdated: Type.Boolean(),
    }),
  ),
  /** Null as long as none can be read. */
  report: Nullable(Closed({ releasedOn: Day, expiresOn: Day })),
  /** The decided plan of the roll-out, which they support. Null as long as none is decided. */
  rollout: Nullable(Closed({ decidedOn: Day, startOn: Nullable(Day) })),
  minutes: Type.Array(Closed({ sessionId: Id, title: Type.String(), releasedOn: Day })),
})
export type ManagerView = Static<typeof ManagerView>

export const ManagedRow = Closed("ManagedRow", {
  id: Id,
  /** Agreements that wait for an answer of this manager. */
  waiting: Type.Integer(),
  hasReport: Type.Boolean(),
  next: Nullable(Closed({ title: Type.String(), startsAt: Instant, endsAt: Instant })),
})
export type ManagedRow = Static<typeof ManagedRow>
