import type { StepDate } from "../../../../server/qualification/core.ts"
import { Buttons, Card, EmptyState, Facts, LinkButton } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { When } from "../cohorts/when.tsx"
import { addressOfStep, type Closing } from "./address.ts"

type Props = {
  t: Texts
  step: StepDate | null
  closing: Closing
  facilitates: boolean
  /** The reader has theirs. */
  isCertified: boolean
}

/** The one appointment that everybody has to know about now. */
export function Next({ t, step, closing, facilitates, isCertified }: Props) {
  const words = t.qualification.path
  if (!step)
    return (
      <EmptyState icon="star" title={facilitates ? words.overTitleFacilitator : words.overTitle}>
        <p>{facilitates ? words.overTextFacilitator : words[isCertified ? "overCertified" : "overText"]}</p>
      </EmptyState>
    )
  return (
    <Card title={`${words.next}: ${step.title}`} id="als-naechstes" icon="calendar" tone="attention">
      <Facts facts={factsOf(t, step)} />
      {!step.place && !step.link && step.kind !== "certificate" && (
        <p>{facilitates ? words.noPlaceFacilitator : words.noPlace}</p>
      )}
      <Buttons>
        <LinkButton href={addressOfStep(step, closing)} kind="primary" small>
          {words.open[step.kind]}
        </LinkButton>
        {facilitates && (
          <LinkButton href={`/termine/${step.id}/aendern`} icon="edit" small>
            {t.qualification.cohortDates.moving.changeHere}
          </LinkButton>
        )}
        {step.features.includes("peer-consulting") && (
          <LinkButton href={`/termine/${step.id}/beratung`} kind="tertiary" small>
            {t.qualification.consulting.topics.add}
          </LinkButton>
        )}
      </Buttons>
    </Card>
  )
}

function factsOf(t: Texts, step: StepDate) {
  const words = t.qualification.path
  const join = (
    <a href={step.link} rel="noreferrer">
      {words.join}
    </a>
  )
  return [
    { label: words.when, value: <When step={step} /> },
    ...(step.place ? [{ label: words.where, value: step.place }] : []),
    ...(step.link ? [{ label: words.online, value: join }] : []),
    ...(step.dialIn ? [{ label: words.dialIn, value: step.dialIn }] : []),
  ]
}
