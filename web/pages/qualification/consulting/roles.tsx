import type { ConsultingView } from "../../../../server/qualification/meet.ts"
import { ActionButton, Facts, useReader } from "../../../layout/index.ts"
import { consultingPath } from "./frame.tsx"

export const SEATS = ["case-giver", "moderator", "adviser"] as const

/** What the phase asks of the own role, and below it of the others, with their names. */
export function Instructions({ consulting }: { consulting: ConsultingView }) {
  const { t } = useReader()
  const words = t.qualification.consulting
  const { id, phase, seat, can } = consulting
  const names = namesOf(consulting, words.roles.nobody)
  const does = phase && words.does[phase]
  return (
    <>
      <div class="ff-consulting-own">
        <h3>
          {words.phase.yours}: {words.roles[seat]}
        </h3>
        <p>{does ? does[seat] : words.phase.pause}</p>
      </div>
      <h3>{words.phase.others}</h3>
      <Facts
        facts={SEATS.map((one) => ({
          label: words.roles[one],
          value: (
            <>
              <strong>{names[one]}</strong>
              {does && one !== seat && <br />}
              {does && one !== seat && does[one]}
            </>
          ),
        }))}
      />
      {can.moderate && (
        <ActionButton action={consultingPath(id)} name="action" value="moderate">
          {words.roles.take}
        </ActionButton>
      )}
    </>
  )
}

const namesOf = ({ caseGiver, moderator, advisers }: ConsultingView, nobody: string) => ({
  "case-giver": caseGiver,
  moderator: moderator ?? nobody,
  adviser: advisers.join(", ") || nobody,
})
