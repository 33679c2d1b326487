import type { Ask } from "../../../form-pages.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import { PageTitle, useReader } from "../../../layout/index.ts"
import type { Content } from "../../../site.tsx"
import { cohortPage } from "../cohort-page.tsx"
import { ratingForm } from "../competences/rating.tsx"
import { Timer } from "../timer/index.ts"
import { Agreeing } from "./agreeing.tsx"
import { RoundHead } from "./head.tsx"
import { Preparing } from "./preparing.tsx"
import { RatingPhase } from "./rating.tsx"
import { placed } from "./result.tsx"
import type { Props, Seen } from "./seen.ts"

/** The one screen of a round, the same for its three but for what each may do. `tried` is the form that came back. */
export function roundPage({ t }: Pick<Ask, "t">, round: Seen, tried: FormState | null = null): Content {
  const words = t.qualification.assessments
  const above = [{ label: words.title, href: `/lerngruppen/${round.cohort.id}/kompetenzbilanzen` }]
  const form = tried && placed(round, ratingForm(tried))
  return cohortPage(
    t,
    round.cohort,
    { title: words.roundOf(round.learner.name), above },
    <Round round={round} tried={form} />,
  )
}

function Round({ round, tried }: Props) {
  const { t } = useReader()
  return (
    <>
      <PageTitle>{t.qualification.assessments.roundOf(round.learner.name)}</PageTitle>
      {tried && <Faults form={tried} />}
      <div class="ff-round" id="runde" data-live={`assessment:${round.id}`}>
        <RoundHead round={round} />
        {round.timer && round.phase !== "confirmed" && (
          <Timer
            view={round.timer}
            {...(round.seat === "facilitator" && { action: `/kompetenzbilanz/${round.id}/zeit` })}
          />
        )}
        {round.phase === "preparing" ? (
          <Preparing round={round} />
        ) : round.phase === "rating" ? (
          <RatingPhase round={round} tried={tried} />
        ) : (
          <Agreeing round={round} tried={tried} />
        )}
      </div>
    </>
  )
}
