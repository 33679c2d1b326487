import type { FastifyReply, FastifyRequest } from "fastify"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  findCohort,
  findRoundPlan,
  formRounds,
  NewRounds,
  type RoundPlan,
  type RoundRow,
} from "../../../../server/qualification/index.ts"
import { type Fields, FormOf, fieldErrors, refusalErrors, textOf } from "../../../forms.ts"
import {
  Buttons,
  Card,
  DateTime,
  EmptyState,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  Table,
  useReader,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { instantOf } from "../../announcements/moment.ts"
import { CohortTrail } from "../trail.tsx"
import { RoundWhen } from "./when.tsx"

type Tried = { fields: Fields; errors: FieldError[]; status: number }

export function planPages(app: App, site: Site): void {
  const config = { access: "signed-in", page: true } as const
  app.get(
    "/lerngruppen/:id/kompetenzbilanzen",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => showPlan(site, request, reply, request.params.id),
  )
  app.post(
    "/lerngruppen/:id/kompetenzbilanzen",
    { config, schema: { params: ById, body: FormOf("startsAt", "place"), response: html } },
    async (request, reply) => {
      const { body: fields, params, actor } = request
      const t = texts(request.locale)
      const again = (errors: FieldError[], status: number) =>
        showPlan(site, request, reply, params.id, { fields, errors, status })
      const { can } = await findRoundPlan(site.db, actor, params.id)
      if (!can.plan) throw new Refusal(403, "forbidden")
      const startsAt = instantOf(textOf(fields, "startsAt")) || null
      const { value, faults } = checkInput(NewRounds, { startsAt, place: textOf(fields, "place") })
      if (!value) return again(fieldErrors(t, faults), 422)
      try {
        await formRounds(site.db, actor, params.id, value)
        return goTo(reply, `/lerngruppen/${params.id}/kompetenzbilanzen`, "rounds-formed")
      } catch (error) {
        return again(refusalErrors(t, error), error instanceof Refusal ? error.status : 422)
      }
    },
  )
}

async function showPlan(site: Site, request: FastifyRequest, reply: FastifyReply, id: string, tried?: Tried) {
  const plan = await findRoundPlan(site.db, request.actor, id)
  const cohort = await findCohort(site.db, request.actor, id)
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.assessments
      return {
        title: tried ? t.shell.form.errorPageTitle(words.title) : words.title,
        current: "qualification",
        breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: words.title }]} />,
        children: <Plan plan={plan} cohortId={id} {...(tried && { tried })} />,
      }
    },
    tried?.status,
  )
}

function Plan({ plan, cohortId, tried }: { plan: RoundPlan; cohortId: string; tried?: Tried }) {
  const { t } = useReader()
  const words = t.qualification.assessments
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
      <ErrorSummary errors={tried?.errors ?? []} />
      {plan.rounds.length === 0 && (
        <EmptyState icon="people" title={words.emptyTitle}>
          <p>{plan.can.plan ? words.emptyFacilitator : words.emptyLearner}</p>
        </EmptyState>
      )}
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
          <Rounds rounds={plan.rounds} plans />
        </section>
      )}
      {plan.proposal.length > 0 && <Proposal plan={plan} cohortId={cohortId} {...(tried && { tried })} />}
    </>
  )
}

function Rounds({ rounds, plans }: { rounds: RoundRow[]; plans?: boolean }) {
  const { t } = useReader()
  const words = t.qualification.assessments
  return (
    <Table
      caption={plans ? words.allRounds : words.ownRounds}
      columns={[words.when, words.learner, words.peer, words.facilitator, ...(plans ? [words.toDo] : [])]}
      rows={rounds.map((round) => ({
        key: round.id,
        cells: [
          <RoundWhen round={round} key="when" />,
          round.seat ? (
            <a href={`/kompetenzbilanz/${round.id}`} key="round">
              {round.learner.name}
            </a>
          ) : (
            round.learner.name
          ),
          round.peer?.name ?? words.noPeer,
          round.facilitator.name,
          ...(plans ? [<PlanLink round={round} key="plan" />] : []),
        ],
      }))}
    />
  )
}

function PlanLink({ round }: { round: RoundRow }) {
  const { t } = useReader()
  return (
    <LinkButton
      href={`/kompetenzbilanz/${round.id}/planen`}
      context={round.learner.name}
      kind="tertiary"
      small
    >
      {t.qualification.assessments.plan}
    </LinkButton>
  )
}

function Proposal({ plan, cohortId, tried }: { plan: RoundPlan; cohortId: string; tried?: Tried }) {
  const { t } = useReader()
  const words = t.qualification.assessments
  const fields = tried?.fields ?? {}
  const errors = tried?.errors ?? []
  return (
    <Card title={words.proposal} id="vorschlag">
      <Table
        caption={words.proposal}
        columns={[words.when, words.learner, words.peer, words.facilitator]}
        rows={plan.proposal.map(({ learner, peer, facilitator, startsAt }) => ({
          key: learner.memberId,
          cells: [
            startsAt ? <DateTime value={startsAt} format="datetime" key="when" /> : "–",
            learner.name,
            peer?.name ?? words.noPeer,
            facilitator.name,
          ],
        }))}
      />
      <p class="kern-hint">{words.proposalText}</p>
      <Form action={`/lerngruppen/${cohortId}/kompetenzbilanzen`}>
        <Field
          type="datetime-local"
          name="startsAt"
          label={words.startsAt}
          {...(plan.startsAt !== null && { hint: words.startsAtHint })}
          value={textOf(fields, "startsAt")}
          width="medium"
          optional={plan.startsAt !== null}
          {...errorFor(errors, "startsAt")}
        />
        <Field
          name="place"
          label={words.place}
          value={textOf(fields, "place")}
          maxlength={200}
          optional
          {...errorFor(errors, "place")}
        />
        <Buttons>
          <SubmitButton>{words.form}</SubmitButton>
        </Buttons>
      </Form>
    </Card>
  )
}
