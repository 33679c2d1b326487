import { NewSentences } from "../../../../server/qualification/proof.ts"
import { field, freshForm, Newer, versionOf } from "../../../form-state.tsx"
import { Buttons, Card, Disclosure, Field, Form, SubmitButton, useReader } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { triedIn } from "./forms.ts"
import type { Props, Seen } from "./seen.ts"

export const sentenceLabels = ({ qualification }: Texts) => ({
  sentences: qualification.round.sentencesField,
})

/** What the certificate will say. The learner words it, the others see it. */
export function Sentences({ round, tried }: Props) {
  const { t } = useReader()
  const words = t.qualification.round
  const isEarly = round.proposedSentences === "" && round.sentences === ""
  return (
    <Card title={words.sentences} id="saetze">
      {(round.phase !== "confirmed" || round.can.word) && <p>{words.sentencesText}</p>}
      {isEarly ? (
        <p class="kern-hint">{words.sentencesEarly}</p>
      ) : round.can.word ? (
        <SentencesForm round={round} tried={tried} />
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

function SentencesForm({ round, tried }: Props) {
  const { t } = useReader()
  const words = t.qualification.round
  const { sentences, proposedSentences, version } = round
  const form =
    triedIn(tried, "sentences") ??
    freshForm(NewSentences, sentenceLabels(t), {
      sentences: sentences || proposedSentences,
      version: String(version),
    })
  return (
    <>
      <Newer form={form} text={words.stale} level={3} />
      {sentences && <Proposal round={round} />}
      {round.phase === "confirmed" && <p class="kern-hint">{words.changeAnywayText}</p>}
      <Form
        action={`/kompetenzbilanz/${round.id}/saetze#saetze`}
        hidden={{ version: versionOf(form) }}
        keep={`kompetenzbilanz/${round.id}/saetze`}
        outbox={{ owner: round.ownerId, replaces: true, label: words.sentences }}
      >
        <Field {...field(form, "sentences")} type="textarea" rows={6} hint={words.sentencesHint} />
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
