import type { AssessmentView } from "../../../../server/qualification/proof.ts"
import { DateTime, useReader } from "../../../layout/index.ts"

/** When and where, and after a change what it was before. */
export function RoundWhen({ round }: { round: Pick<AssessmentView, "startsAt" | "place" | "former"> }) {
  const { t } = useReader()
  const words = t.qualification.assessments
  const { startsAt, place, former } = round
  const isLater = former !== null && former.startsAt !== startsAt
  const isElsewhere = former !== null && former.place !== place
  return (
    <>
      <DateTime value={startsAt} format="datetime" />
      {place && `, ${place}`}
      {(isLater || isElsewhere) && (
        <>
          <br />
          <span class="ff-muted">
            {words.before} {isLater && <DateTime value={former.startsAt} format="datetime" />}
            {isLater && isElsewhere && ", "}
            {isElsewhere && (former.place || words.noPlace)}
          </span>
        </>
      )}
    </>
  )
}
