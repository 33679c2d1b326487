import type { AssessmentView } from "../../../../server/qualification/proof.ts"
import { ActionButton, Card, LinkButton, useReader } from "../../../layout/index.ts"
import { preparationOf } from "../preparation/address.ts"
import { Released } from "./released.tsx"

/** Before the round: the learner prepares it on a page of their own, the others see what was released. */
export function Preparing({ round }: { round: AssessmentView }) {
  const { t } = useReader()
  const words = t.qualification.preparation
  const { seat, learner, released } = round
  const isOwn = seat === "learner"
  return (
    <>
      <Card title={isOwn ? words.own : words.of(learner.name)} id="vorbereitung">
        {released ? (
          <Released released={released} competences={round.competences} />
        ) : (
          <p>{isOwn ? words.notReleased : words.waiting(learner.name)}</p>
        )}
        {isOwn && (
          <div>
            <LinkButton href={preparationOf(round.cohort.id)} kind={released ? "secondary" : "primary"}>
              {words.title}
            </LinkButton>
          </div>
        )}
      </Card>
      {seat === "facilitator" && <Beginning round={round} />}
    </>
  )
}

function Beginning({ round }: { round: AssessmentView }) {
  const { t } = useReader()
  const words = t.qualification.preparation
  if (!round.can.begin) return <p class="kern-hint">{words.beginMissing}</p>
  return (
    <div>
      <ActionButton
        action={`/kompetenzbilanz/${round.id}/zeit`}
        hidden={{ control: "start" }}
        kind="primary"
        small={false}
      >
        {words.begin}
      </ActionButton>
      <p class="kern-hint">{words.beginText}</p>
    </div>
  )
}
