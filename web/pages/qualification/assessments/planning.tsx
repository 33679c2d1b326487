import { EditedRound, type RoundPlan } from "../../../../server/qualification/proof.ts"
import { momentIn, wordsOf } from "../../../compared.ts"
import { choice, type FormState, field, freshForm, Newer } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import {
  Alert,
  Buttons,
  Card,
  Field,
  Form,
  LinkButton,
  SubmitButton,
  TwoSteps,
  useReader,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { localTimeOf } from "../../announcements/moment.ts"
import type { Planned, PlannedRound, PlanProps } from "./planned.ts"

export const planLabels = ({ qualification: { assessments } }: Texts) => {
  const { when, place, peer, facilitator } = assessments
  return { startsAt: when, place, peerId: peer, facilitatorId: facilitator }
}

export const planStart = ({ planned }: Planned): Fields =>
  planned
    ? {
        peerId: planned.peer?.memberId ?? "",
        facilitatorId: planned.facilitator.memberId,
        startsAt: localTimeOf(planned.startsAt),
        place: planned.place,
        planVersion: String(planned.planVersion),
      }
    : {}

const optionsOf = (members: RoundPlan["learners"]) =>
  members.map(({ memberId, name }) => ({ value: memberId, label: name }))

type Props = PlanProps & { round: PlannedRound }

/** One round: who, when and where, as long as it has not begun. */
export function Planning({ found, round, tried }: Props) {
  const { t } = useReader()
  const words = t.qualification.assessments
  const own = tried?.name === "planning" ? tried : null
  const form = { ...(own ?? freshForm(null, planLabels(t), planStart(found))), input: EditedRound }
  return (
    <Card title={words.planTitle(round.learner.name)} id="planen">
      {round.hasBegun && !own ? (
        <Alert kind="info">
          <p>{words.begunNote}</p>
        </Alert>
      ) : (
        <>
          <PlanForm found={found} round={round} form={form} />
          <TwoSteps
            summary={words.remove}
            text={words.removeText}
            now={words.removeNow}
            action={`/kompetenzbilanz/${round.id}/planen`}
            hidden={{ action: "remove" }}
          />
        </>
      )}
    </Card>
  )
}

function PlanForm({ found, round, form }: Omit<Props, "tried"> & { form: FormState }) {
  const { t, locale } = useReader()
  const words = t.qualification.assessments
  const { plan, cohort } = found
  const peers = optionsOf(plan.learners)
  const facilitators = optionsOf(plan.facilitators)
  return (
    <>
      <Newer
        form={form}
        text={words.changed}
        words={{ startsAt: momentIn(locale), peerId: wordsOf(peers), facilitatorId: wordsOf(facilitators) }}
        level={3}
      />
      <Form
        action={`/kompetenzbilanz/${round.id}/planen`}
        hidden={{ action: "save", planVersion: textOf(form.newer ?? form.fields, "planVersion") }}
      >
        <Field {...choice(form, "startsAt")} type="datetime-local" width="medium" />
        <Field {...field(form, "place")} />
        <Field
          {...choice(form, "peerId")}
          type="select"
          placeholder={words.noPeer}
          options={peers.filter(({ value }) => value !== round.learner.memberId)}
        />
        <Field {...choice(form, "facilitatorId")} type="select" placeholder={false} options={facilitators} />
        <p class="kern-hint">{words.planHint}</p>
        <p class="kern-hint">{words.toldHint}</p>
        <Buttons>
          <SubmitButton>{words.save}</SubmitButton>
          <LinkButton href={`/lerngruppen/${cohort.id}/kompetenzbilanzen`} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
