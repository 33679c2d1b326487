import { Alert, Disclosure, useReader } from "../../../layout/index.ts"
import { Confirming } from "./confirming.tsx"
import { Observations } from "./observations.tsx"
import { Released } from "./released.tsx"
import { Result } from "./result.tsx"
import type { Props } from "./seen.ts"
import { Sentences } from "./sentences.tsx"

/** Comparing, noting what was agreed, wording it, confirming it. */
export function Agreeing({ round, tried }: Props) {
  const { t } = useReader()
  const words = t.qualification.round
  return (
    <>
      {round.phase === "confirmed" && (
        <Alert kind="success" title={words.confirmedTitle}>
          <p>{words.confirmedText}</p>
        </Alert>
      )}
      {round.reopened && (
        <Alert kind="warning">
          <p>{words.reopened}</p>
        </Alert>
      )}
      {round.released && (
        <Disclosure summary={t.qualification.preparation.of(round.learner.name)} id="vorbereitung">
          <Released released={round.released} competences={round.competences} />
        </Disclosure>
      )}
      <section aria-labelledby="vergleich" class="ff-round">
        <h2 id="vergleich">{words.compare}</h2>
        {round.ratings && <p>{words.compareText}</p>}
        {round.competences.map((competence, index) => (
          <Result
            key={competence.key}
            round={round}
            competence={competence}
            place={index + 1}
            tried={tried}
          />
        ))}
      </section>
      <Sentences round={round} tried={tried} />
      <Observations round={round} tried={tried} />
      <Confirming round={round} tried={tried} />
    </>
  )
}
