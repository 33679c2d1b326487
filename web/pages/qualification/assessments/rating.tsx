import { textOf } from "../../../forms.ts"
import {
  Alert,
  Badge,
  Button,
  Buttons,
  Card,
  Disclosure,
  Form,
  NewerVersion,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { comparedRatings, RatingFields, ratingFields } from "../competences/rating.tsx"
import { Beside } from "./beside.tsx"
import { Observations } from "./observations.tsx"
import { Released } from "./released.tsx"
import { type Seen, type Tried, triedIn } from "./show-round.tsx"

/** Telling and rating: each of the two for themselves, the peer asks and observes. */
export function RatingPhase({ round, tried }: { round: Seen; tried?: Tried }) {
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
        <RatingForm round={round} {...(tried && { tried })} />
      )}
      <Observations round={round} {...(tried && { tried })} />
    </>
  )
}

function RatingForm({ round, tried }: { round: Seen; tried?: Tried }) {
  const { t } = useReader()
  const words = t.qualification.round
  const own = triedIn(tried, "rating")
  const rating = round.ownRating
  if (!rating) return null
  const isStale = own?.status === 409 && textOf(own.fields, "version") !== String(rating.version)
  return (
    <Card title={words.ratingTitle} id="einschaetzung">
      <p>{round.seat === "learner" ? words.ratingLearner : words.ratingFacilitator(round.learner.name)}</p>
      {rating.submitted && (
        <Alert kind="success">
          <p>{words.submittedOwn}</p>
        </Alert>
      )}
      {isStale && (
        <NewerVersion
          text={t.qualification.selfRating.conflict}
          fields={comparedRatings(t, round.competences, rating.ratings, own.fields)}
          level={3}
        />
      )}
      <Form
        action={`/kompetenzbilanz/${round.id}/einschaetzung`}
        hidden={{ version: rating.version }}
        keep={`kompetenzbilanz/${round.id}/einschaetzung`}
        outbox={{ owner: round.ownerId, replaces: true, label: words.ratingTitle }}
      >
        <RatingFields
          competences={round.competences}
          fields={own?.fields ?? ratingFields(round.competences, rating.ratings)}
          errors={own?.errors ?? []}
          words={words}
          beside={(competence) => <Beside round={round} competence={competence} />}
        />
        <Buttons>
          <SubmitButton name="submit" value="true">
            {words.submit}
          </SubmitButton>
          {!rating.submitted && (
            <Button name="submit" value="false">
              {words.keep}
            </Button>
          )}
        </Buttons>
      </Form>
    </Card>
  )
}
