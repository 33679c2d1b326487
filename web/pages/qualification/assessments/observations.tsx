import { NewObservation } from "../../../../server/qualification/proof.ts"
import { choice, field, freshForm } from "../../../form-state.tsx"
import { Buttons, Card, Field, Form, SubmitButton, TwoSteps, useReader } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { triedIn } from "./forms.ts"
import type { Props } from "./seen.ts"

export const observationLabels = ({ qualification: { round } }: Texts) => {
  return { competence: round.about, text: round.observation }
}

/** What the peer saw; whoever wrote one can take it back. */
export function Observations({ round, tried }: Props) {
  const { t } = useReader()
  const words = t.qualification.round
  if (round.notesDeleted) return null
  const nameOf = (key: string | null) =>
    round.competences.find((one) => one.key === key)?.name ?? words.aboutAll
  return (
    <Card title={words.observations} id="beobachtungen">
      {round.observations.length === 0 && <p class="kern-hint">{words.noObservations}</p>}
      {round.observations.length > 0 && (
        <ul class="ff-evidence">
          {round.observations.map(({ id, text, by, competence, isMine }) => (
            <li key={id}>
              <p class="ff-plain">{text}</p>
              <p class="kern-hint">
                {nameOf(competence)}, {words.by(by ?? t.qualification.leaving.former)}
              </p>
              {isMine && (
                <TwoSteps
                  summary={words.removeObservation}
                  text={words.removeObservationText}
                  action={`/kompetenzbilanz/${round.id}/beobachtungen`}
                  hidden={{ action: "remove", observationId: id }}
                  now={words.removeObservationNow}
                  small
                  context={text.slice(0, 60)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {round.can.observe && <Observing round={round} tried={tried} />}
    </Card>
  )
}

function Observing({ round, tried }: Props) {
  const { t } = useReader()
  const words = t.qualification.round
  const own = triedIn(tried, "observation") ?? freshForm(NewObservation, observationLabels(t), {})
  const form = { ...own, input: NewObservation }
  return (
    <Form
      action={`/kompetenzbilanz/${round.id}/beobachtungen`}
      hidden={{ action: "add" }}
      keep={`kompetenzbilanz/${round.id}/beobachtung`}
      outbox={{ owner: round.ownerId, text: "text" }}
    >
      <Field
        {...choice(form, "competence")}
        type="select"
        placeholder={words.aboutAll}
        options={round.competences.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <Field {...field(form, "text")} type="textarea" rows={3} hint={words.observationHint} />
      <Buttons>
        <SubmitButton>{words.addObservation}</SubmitButton>
      </Buttons>
    </Form>
  )
}
