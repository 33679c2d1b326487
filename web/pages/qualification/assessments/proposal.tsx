import { NewRounds } from "../../../../server/qualification/proof.ts"
import { choice, field, freshForm } from "../../../form-state.tsx"
import {
  Buttons,
  Card,
  DateTime,
  Field,
  Form,
  SubmitButton,
  Table,
  useReader,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import type { PlanProps } from "./planned.ts"

export const formingLabels = ({ qualification: { assessments } }: Texts) => {
  return { startsAt: assessments.startsAt, place: assessments.place }
}

/** Who would meet whom, of those who have no round yet. */
export function Proposal({ found: { plan, cohort }, tried }: PlanProps) {
  const { t } = useReader()
  const words = t.qualification.assessments
  const form = tried?.name === "forming" ? tried : freshForm(NewRounds, formingLabels(t), {})
  return (
    <Card title={words.proposal} id="vorschlag">
      <Table
        caption={words.proposal}
        columns={[words.when, words.learner, words.peer, words.facilitator]}
        rows={plan.proposal.map(({ learner, peer, facilitator, startsAt }) => ({
          key: learner.memberId,
          cells: [
            startsAt ? <DateTime value={startsAt} format="datetime" key="when" /> : "–",
            learner.name,
            peer?.name ?? words.noPeer,
            facilitator.name,
          ],
        }))}
      />
      <p class="kern-hint">{words.proposalText}</p>
      <Form action={`/lerngruppen/${cohort.id}/kompetenzbilanzen`}>
        <Field
          {...choice(form, "startsAt")}
          type="datetime-local"
          width="medium"
          {...(plan.startsAt !== null && { hint: words.startsAtHint })}
          optional={plan.startsAt !== null}
        />
        <Field {...field(form, "place")} />
        <Buttons>
          <SubmitButton>{words.form}</SubmitButton>
        </Buttons>
      </Form>
    </Card>
  )
}
