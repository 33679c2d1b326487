import { type Static, Type } from "typebox"
import { Closed, Day, Id, Named } from "../../kernel/schemas.ts"

/** What goes when the person leaves a cohort now. */
export const LeavingView = Closed("Leaving", {
  cohort: Named,
  journal: Closed({
    entries: Type.Integer(),
    /** All of it, because the person learns in no other cohort. */
    whole: Type.Boolean(),
  }),
  selfRatings: Type.Integer(),
  evidence: Type.Integer(),
  impulses: Type.Integer(),
  /** Photos of sheets that were filled in on paper. */
  sheets: Type.Integer(),
  hasRound: Type.Boolean(),
  /** Titles of projects that are nobody else's. */
  projects: Type.Array(Type.String()),
  certificates: Type.Array(Closed({ id: Id, programme: Type.String() })),
})
export type LeavingView = Static<typeof LeavingView>

export const Leaving = Closed("LeavingOrder", { deleteCertificates: Type.Boolean() })
export type Leaving = Static<typeof Leaving>

/** A cohort that the person was taken out of, and when their own things of it are deleted. */
export const DepartureRow = Closed("DepartureRow", { cohort: Type.String(), dueOn: Day })
export type DepartureRow = Static<typeof DepartureRow>
