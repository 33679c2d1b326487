import type { AssessmentView } from "../../../../server/qualification/proof.ts"
import { Alert, Badge, Card, Facts, formatDay, useReader } from "../../../layout/index.ts"
import { RoundWhen } from "./when.tsx"

/** Who does what, when, and what becomes of it. */
export function RoundHead({ round }: { round: AssessmentView }) {
  const { t, locale } = useReader()
  const words = t.qualification.assessments
  const seats = (["learner", "peer", "facilitator"] as const).flatMap((seat) => {
    const person = round[seat]
    return person ? [{ seat, name: person.name }] : []
  })
  return (
    <>
      <Alert kind="info">
        <p>
          {round.notesDeleted ? words.notesGone : words.confidential(formatDay(round.notesUntil, locale))}
        </p>
      </Alert>
      <Card title={words.roles} id="rollen" tone="quiet">
        <Facts
          facts={[
            ...seats.map(({ seat, name }) => ({
              label: round.seat === seat ? `${name} (${words.you})` : name,
              value: words.roleOf[seat],
            })),
            {
              label: words.when,
              value: <RoundWhen round={round} />,
            },
            { label: words.phase, value: <Badge kind="info">{words.phases[round.phase]}</Badge> },
          ]}
        />
      </Card>
    </>
  )
}
