import { textOf } from "../../../forms.ts"
import {
  ActionButton,
  Buttons,
  Card,
  errorFor,
  Field,
  Form,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { type Seen, type Tried, triedIn } from "./show-round.tsx"

/** What the peer saw; whoever wrote one can take it back. */
export function Observations({ round, tried }: { round: Seen; tried?: Tried }) {
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
                <ActionButton
                  action={`/kompetenzbilanz/${round.id}/beobachtungen/entfernen`}
                  hidden={{ observationId: id }}
                  context={text.slice(0, 60)}
                >
                  {words.removeObservation}
                </ActionButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {round.can.observe && <NewObservation round={round} {...(tried && { tried })} />}
    </Card>
  )
}

function NewObservation({ round, tried }: { round: Seen; tried?: Tried }) {
  const { t } = useReader()
  const words = t.qualification.round
  const own = triedIn(tried, "observation")
  const fields = own?.fields ?? {}
  const errors = own?.errors ?? []
  return (
    <Form
      action={`/kompetenzbilanz/${round.id}/beobachtungen`}
      keep={`kompetenzbilanz/${round.id}/beobachtung`}
      outbox={{ owner: round.ownerId, text: "text" }}
    >
      <Field
        type="select"
        name="competence"
        label={words.about}
        value={textOf(fields, "competence")}
        placeholder={words.aboutAll}
        options={round.competences.map(({ key, name }) => ({ value: key, label: name }))}
        optional
        {...errorFor(errors, "competence")}
      />
      <Field
        type="textarea"
        rows={3}
        name="text"
        label={words.observation}
        hint={words.observationHint}
        value={textOf(fields, "text")}
        maxlength={1500}
        {...errorFor(errors, "text")}
      />
      <Buttons>
        <SubmitButton>{words.addObservation}</SubmitButton>
      </Buttons>
    </Form>
  )
}
