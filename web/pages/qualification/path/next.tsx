import type { StepDate } from "../../../../server/qualification/index.ts"
import { Buttons, Card, EmptyState, Facts, LinkButton } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { When } from "../cohorts/when.tsx"
import { addressOfStep } from "./address.ts"

type Props = { t: Texts; step: StepDate | null; assessment: string }

/** The one appointment that a learner has to know about now. */
export function Next({ t, step, assessment }: Props) {
  const words = t.qualification.path
  if (!step)
    return (
      <EmptyState icon="star" title={words.overTitle}>
        <p>{words.overText}</p>
      </EmptyState>
    )
  const facts = [
    { label: words.when, value: <When step={step} /> },
    ...(step.place ? [{ label: words.where, value: step.place }] : []),
    ...(step.link
      ? [
          {
            label: words.online,
            value: (
              <a href={step.link} rel="noreferrer">
                {words.join}
              </a>
            ),
          },
        ]
      : []),
    ...(step.dialIn ? [{ label: words.dialIn, value: step.dialIn }] : []),
  ]
  const address = addressOfStep(step, assessment)
  return (
    <Card title={`${words.next}: ${step.title}`} id="als-naechstes" icon="calendar" tone="attention">
      <Facts facts={facts} />
      {!step.place && !step.link && step.kind !== "certificate" && <p>{words.noPlace}</p>}
      {address && (
        <Buttons>
          <LinkButton href={address} kind="primary" small>
            {words.open[step.kind]}
          </LinkButton>
          {step.features.includes("peer-consulting") && (
            <LinkButton href={`${address}/beratung`} kind="tertiary" small>
              {t.qualification.consulting.topics.add}
            </LinkButton>
          )}
        </Buttons>
      )}
    </Card>
  )
}
