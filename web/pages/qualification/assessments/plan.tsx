import type { RoundRow } from "../../../../server/qualification/proof.ts"
import type { Ask } from "../../../form-pages.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import { EmptyState, LinkButton, PageTitle, Table, useReader } from "../../../layout/index.ts"
import type { Content } from "../../../site.tsx"
import { cohortPage } from "../cohort-page.tsx"
import type { Planned, PlanProps } from "./planned.ts"
import { Planning } from "./planning.tsx"
import { Proposal } from "./proposal.tsx"
import { RoundWhen } from "./when.tsx"

export function planPage({ t }: Pick<Ask, "t">, found: Planned, tried: FormState | null = null): Content {
  return cohortPage(
    t,
    found.cohort,
    { title: t.qualification.assessments.title },
    <Plan found={found} tried={tried} />,
  )
}

function Plan({ found, tried }: PlanProps) {
  const { t } = useReader()
  const words = t.qualification.assessments
  const { plan, cohort, planned } = found
  const own = plan.rounds.filter(({ seat }) => seat !== null)
  return (
    <>
      <PageTitle
        lead={
          <>
            <p>{words.lead}</p>
            <p>{words.appointment}</p>
          </>
        }
      >
        {words.title}
      </PageTitle>
      {tried && <Faults form={tried} />}
      {plan.rounds.length === 0 && (
        <EmptyState icon="people" title={words.emptyTitle}>
          <p>{plan.can.plan ? words.emptyFacilitator : words.emptyLearner}</p>
        </EmptyState>
      )}
      {planned && <Planning found={found} round={planned} tried={tried} />}
      {own.length > 0 && !plan.can.plan && (
        <section aria-labelledby="eigene">
          <h2 id="eigene">{words.ownRounds}</h2>
          <Rounds rounds={own} />
        </section>
      )}
      {plan.can.plan && plan.rounds.length > 0 && (
        <section aria-labelledby="alle">
          <h2 id="alle">{words.allRounds}</h2>
          <p class="kern-hint">{words.planText}</p>
          <Rounds rounds={plan.rounds} cohortId={cohort.id} />
        </section>
      )}
      {plan.proposal.length > 0 && <Proposal found={found} tried={tried} />}
    </>
  )
}

/** The name is the way to the round, for whoever sits in it; with the cohort they can be planned, too. */
function Rounds({ rounds, cohortId }: { rounds: RoundRow[]; cohortId?: string }) {
  const { t } = useReader()
  const words = t.qualification.assessments
  const columns = [words.learner, words.when, words.peer, words.facilitator]
  return (
    <Table
      caption={cohortId ? words.allRounds : words.ownRounds}
      columns={cohortId ? [...columns, words.plan] : columns}
      named
      rows={rounds.map((round) => ({
        key: round.id,
        cells: [
          round.seat ? <a href={`/kompetenzbilanz/${round.id}`}>{round.learner.name}</a> : round.learner.name,
          <RoundWhen round={round} key="when" />,
          round.peer?.name ?? words.noPeer,
          round.facilitator.name,
          ...(cohortId ? [<PlanLink key="plan" round={round} cohortId={cohortId} />] : []),
        ],
      }))}
    />
  )
}

function PlanLink({ round, cohortId }: { round: RoundRow; cohortId: string }) {
  const { t } = useReader()
  return (
    <LinkButton
      href={`/lerngruppen/${cohortId}/kompetenzbilanzen?runde=${round.id}#planen`}
      context={round.learner.name}
      kind="tertiary"
      small
    >
      {t.qualification.assessments.plan}
    </LinkButton>
  )
}
