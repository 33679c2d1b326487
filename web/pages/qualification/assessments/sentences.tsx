import { compared } from "../../../compared.ts"
import { textOf } from "../../../forms.ts"
import {
  Buttons,
  Card,
  Disclosure,
  errorFor,
  Field,
  Form,
  NewerVersion,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { type Seen, type Tried, triedIn } from "./show-round.tsx"

/** What the certificate will say. The learner words it, the others see it. */
export function Sentences({ round, tried }: { round: Seen; tried?: Tried }) {
  const { t } = useReader()
  const words = t.qualification.round
  const isEarly = round.proposedSentences === "" && round.sentences === ""
  return (
    <Card title={words.sentences} id="saetze">
      {(round.phase !== "confirmed" || round.can.word) && <p>{words.sentencesText}</p>}
      {isEarly ? (
        <p class="kern-hint">{words.sentencesEarly}</p>
      ) : round.can.word ? (
        <SentencesForm round={round} {...(tried && { tried })} />
      ) : (
        <>
          {round.sentences ? (
            <p class="ff-plain">{round.sentences}</p>
          ) : (
            <p class="kern-hint">{words.noSentences}</p>
          )}
          {round.phase !== "confirmed" && <Proposal round={round} />}
        </>
      )}
    </Card>
  )
}

function SentencesForm({ round, tried }: { round: Seen; tried?: Tried }) {
  const { t } = useReader()
  const words = t.qualification.round
  const own = triedIn(tried, "sentences")
  const isStale = own?.status === 409 && textOf(own.fields, "version") !== String(round.version)
  const errors = isStale ? [] : (own?.errors ?? [])
  return (
    <>
      {isStale && (
        <NewerVersion
          text={words.stale}
          fields={compared({ sentences: words.sentencesField }, { sentences: round.sentences }, own.fields)}
          level={3}
        />
      )}
      {round.sentences && <Proposal round={round} />}
      {round.phase === "confirmed" && <p class="kern-hint">{words.changeAnywayText}</p>}
      <Form
        action={`/kompetenzbilanz/${round.id}/saetze#saetze`}
        hidden={{ version: round.version }}
        keep={`kompetenzbilanz/${round.id}/saetze`}
        outbox={{ owner: round.ownerId, replaces: true, label: words.sentences }}
      >
        <Field
          type="textarea"
          rows={6}
          name="sentences"
          label={words.sentencesField}
          hint={words.sentencesHint}
          value={own ? textOf(own.fields, "sentences") : round.sentences || round.proposedSentences}
          maxlength={4000}
          {...errorFor(errors, "sentences")}
        />
        <Buttons>
          <SubmitButton>{words.saveSentences}</SubmitButton>
        </Buttons>
      </Form>
    </>
  )
}

function Proposal({ round }: { round: Seen }) {
  const { t } = useReader()
  if (!round.proposedSentences || round.proposedSentences === round.sentences) return null
  return (
    <Disclosure summary={t.qualification.round.proposal} quiet>
      <p class="ff-plain">{round.proposedSentences}</p>
    </Disclosure>
  )
}
