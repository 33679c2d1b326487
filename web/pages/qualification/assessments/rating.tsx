import { NewRating } from "../../../../server/qualification/proof.ts"
import { freshForm, Newer, versionOf } from "../../../form-state.tsx"
import {
  Alert,
  Badge,
  Button,
  Buttons,
  Card,
  Disclosure,
  Form,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { RatingFields, ratingFields, ratingLabels, ratingWords } from "../competences/rating.tsx"
import { Beside } from "./beside.tsx"
import { triedIn } from "./forms.ts"
import { Observations } from "./observations.tsx"
import { Released } from "./released.tsx"
import type { Props, Seen } from "./seen.ts"

/** Telling and rating: each of the two for themselves, the peer asks and observes. */
export function RatingPhase({ round, tried }: Props) {
  const { t } = useReader()
  const words = t.qualification.round
  return (
    <>
      {round.released && (
        <Disclosure summary={t.qualification.preparation.of(round.learner.name)} open id="vorbereitung">
          <Released released={round.released} competences={round.competences} />
        </Disclosure>
      )}
      <p class="ff-states">
        {(["learner", "facilitator"] as const).map((seat) => {
          const { name } = round[seat]
          return round.submitted[seat] ? (
            <Badge kind="success" icon="check-circle" key={seat}>
              {words.submitted(name)}
            </Badge>
          ) : (
            <Badge key={seat}>{words.pending(name)}</Badge>
          )
        })}
      </p>
      {round.seat === "peer" ? (
        <Alert kind="info">
          <p>{words.peerWaits}</p>
        </Alert>
      ) : (
        <RatingForm round={round} tried={tried} />
      )}
      <Observations round={round} tried={tried} />
    </>
  )
}

export const ratingStart = ({ competences, ownRating }: Seen) => ({
  ...ratingFields(competences, ownRating?.ratings ?? []),
  version: String(ownRating?.version ?? 0),
})

function RatingForm({ round, tried }: Props) {
  const { t } = useReader()
  const words = t.qualification.round
  const { competences, ownRating } = round
  const form =
    triedIn(tried, "rating") ?? freshForm(NewRating, ratingLabels(competences, words), ratingStart(round))
  return (
    <Card title={words.ratingTitle} id="einschaetzung">
      <p>{round.seat === "learner" ? words.ratingLearner : words.ratingFacilitator(round.learner.name)}</p>
      {ownRating?.submitted && (
        <Alert kind="success">
          <p>{words.submittedOwn}</p>
        </Alert>
      )}
      <Newer
        form={form}
        text={t.qualification.selfRating.conflict}
        words={ratingWords(t, competences)}
        level={3}
      />
      <Form
        action={`/kompetenzbilanz/${round.id}/einschaetzung`}
        hidden={{ version: versionOf(form) }}
        keep={`kompetenzbilanz/${round.id}/einschaetzung`}
        outbox={{ owner: round.ownerId, replaces: true, label: words.ratingTitle }}
      >
        <RatingFields
          competences={competences}
          form={form}
          words={words}
          beside={(competence) => <Beside round={round} competence={competence} />}
        />
        <Buttons>
          <SubmitButton name="submit" value="true">
            {words.submit}
          </SubmitButton>
          {!ownRating?.submitted && (
            <Button name="submit" value="false">
              {words.keep}
            </Button>
          )}
        </Buttons>
      </Form>
    </Card>
  )
}
