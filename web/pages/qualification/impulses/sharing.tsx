import { type ImpulseView, type OwnAnswer, SHARED_WITH } from "../../../../server/qualification/own.ts"
import { ActionButton, Button, Buttons, Card, Disclosure, Facts, Form } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

export const SHARE = "teilen"

type Props = { t: Texts; impulse: ImpulseView }

/** Of the learner's own answer: to whom it goes, what of it the others read, and how to take it back. */
export function Sharing({ t, impulse, own }: Props & { own: OwnAnswer }) {
  const words = t.qualification.impulses
  if (own.answers.every((answer) => answer.trim() === "") && !own.sharedWith) return null
  const path = `/lernimpulse/${impulse.id}`
  const isOlder = own.sharedAnswers?.join("\n") !== own.answers.join("\n")
  return (
    <Card title={words.share} id={SHARE} icon="share" tone="quiet">
      {own.sharedWith ? (
        <>
          <p>{words.sharedText[own.sharedWith]}</p>
          {isOlder && (
            <>
              <p>{words.sharedOlder}</p>
              <Disclosure summary={words.sharedCopy} quiet>
                <AnswerFacts t={t} impulse={impulse} answers={own.sharedAnswers ?? []} />
              </Disclosure>
            </>
          )}
        </>
      ) : (
        <p>{words.shareText}</p>
      )}
      <Buttons>
        <Form action={path} hidden={{ action: "share", version: own.version }}>
          <Buttons>
            {SHARED_WITH.filter((audience) => isOlder || audience !== own.sharedWith).map((audience) => (
              <Button key={audience} name="with" value={audience} small>
                {audience === own.sharedWith ? words.shareAgain : words.shareWith[audience]}
              </Button>
            ))}
          </Buttons>
        </Form>
        {own.sharedWith && (
          <ActionButton action={path} name="action" value="unshare">
            {words.unshare}
          </ActionButton>
        )}
      </Buttons>
    </Card>
  )
}

/** What others shared with whoever reads. */
export function SharedAnswers({ t, impulse }: Props) {
  const words = t.qualification.impulses
  if (impulse.shared.length === 0) return null
  return (
    <section aria-labelledby="geteilt">
      <h2 id="geteilt">{words.sharedTitle}</h2>
      {impulse.shared.map(({ name, answers }, index) => (
        <Card key={index} title={name} level={3}>
          <AnswerFacts t={t} impulse={impulse} answers={answers} />
        </Card>
      ))}
    </section>
  )
}

function AnswerFacts({ t, impulse, answers }: Props & { answers: string[] }) {
  const written = answers
    .map((answer, place) => ({ answer, place }))
    .filter(({ answer }) => answer.trim() !== "")
  if (impulse.questions.length === 0) return <p class="ff-written">{answers[0]}</p>
  return (
    <Facts
      facts={written.map(({ answer, place }) => ({
        label: impulse.questions[place]?.label ?? t.qualification.impulses.answer,
        value: <span class="ff-written">{answer}</span>,
      }))}
    />
  )
}
