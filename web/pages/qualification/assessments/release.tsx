import type { FastifyReply, FastifyRequest } from "fastify"
import { forbidden, Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  type AssessmentView,
  type EvidenceList,
  findRound,
  listEvidence,
  listSelfRatings,
  NewRelease,
  releasePreparation,
} from "../../../../server/qualification/index.ts"
import { type Fields, FormOf, fieldErrors, listOf, refusalErrors, textOf } from "../../../forms.ts"
import {
  Buttons,
  ErrorSummary,
  errorFor,
  Facts,
  Field,
  type FieldError,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"

type Tried = { fields: Fields; errors: FieldError[]; status: number }

export function releasePages(app: App, site: Site): void {
  const config = { access: "signed-in", page: true } as const
  app.get(
    "/kompetenzbilanz/:id/freigeben",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => showRelease(site, request, reply, request.params.id),
  )
  app.post(
    "/kompetenzbilanz/:id/freigeben",
    {
      config,
      schema: {
        params: ById,
        body: FormOf("evidenceIds", "ratings", "formerRatings"),
        response: html,
      },
    },
    async (request, reply) => {
      const { body: fields, params, actor } = request
      const t = texts(request.locale)
      const again = (errors: FieldError[], status: number) =>
        showRelease(site, request, reply, params.id, { fields, errors, status })
      const { value, faults } = checkInput(NewRelease, {
        evidenceIds: listOf(fields, "evidenceIds"),
        ratings: textOf(fields, "ratings") === "true",
        formerRatings: textOf(fields, "formerRatings") === "true",
      })
      if (!value) return again(fieldErrors(t, faults), 422)
      try {
        await releasePreparation(site.db, actor, params.id, value)
        return goTo(reply, `/kompetenzbilanz/${params.id}`, "preparation-released")
      } catch (error) {
        if (error instanceof Refusal && error.status === 403) throw error
        return again(refusalErrors(t, error), error instanceof Refusal ? error.status : 422)
      }
    },
  )
}

async function showRelease(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  tried?: Tried,
) {
  const round = await findRound(site.db, request.actor, id)
  if (round.seat !== "learner") throw forbidden()
  if (!round.can.release) throw new Refusal(409, "assessment.begun")
  const evidence = await listEvidence(site.db, request.actor, round.cohort.id)
  const ratings = await listSelfRatings(site.db, request.actor, round.cohort.id)
  const points = ratings.points.filter(({ version }) => version > 0).length
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification
      const title = words.preparation.releaseTitle
      return {
        title: tried ? t.shell.form.errorPageTitle(title) : title,
        current: "qualification",
        width: "reading",
        breadcrumb: (
          <CohortTrail
            t={t}
            cohort={round.cohort}
            below={[
              { label: words.assessments.title, href: `/lerngruppen/${round.cohort.id}/kompetenzbilanzen` },
              { label: round.learner.name, href: `/kompetenzbilanz/${id}` },
              { label: title },
            ]}
          />
        ),
        children: <ReleaseForm {...{ round, evidence, points }} {...(tried && { tried })} />,
      }
    },
    tried?.status,
  )
}

type Props = { round: AssessmentView; evidence: EvidenceList; points: number; tried?: Tried }

/** Everything that the others will see, before they see it. */
function ReleaseForm({ round, evidence, points, tried }: Props) {
  const { t } = useReader()
  const words = t.qualification.preparation
  const errors = tried?.errors ?? []
  const { peer, facilitator } = round
  const lead = peer
    ? words.releaseLead(t.qualification.assessments.both(peer.name, facilitator.name))
    : words.releaseLeadOne(facilitator.name)
  const isTicked = (name: string) => (tried ? textOf(tried.fields, name) === "true" : false)
  return (
    <>
      <PageTitle lead={<p>{lead}</p>}>{words.releaseTitle}</PageTitle>
      <ErrorSummary errors={errors} />
      <Form action={`/kompetenzbilanz/${round.id}/freigeben`}>
        <Situations round={round} />
        {points === 0 ? (
          <p class="kern-hint">{words.noRatings}</p>
        ) : (
          <Field
            type="checkbox"
            name="ratings"
            label={words.ratings}
            hint={words.ratingsHint}
            checked={isTicked("ratings")}
          />
        )}
        {points > 1 && (
          <Field
            type="checkbox"
            name="formerRatings"
            label={words.formerRatings}
            checked={isTicked("formerRatings")}
          />
        )}
        {evidence.items.length === 0 ? (
          <p class="kern-hint">{words.noEvidence}</p>
        ) : (
          <Field
            type="checkboxes"
            name="evidenceIds"
            label={words.evidence}
            values={tried ? listOf(tried.fields, "evidenceIds") : []}
            options={evidence.items.map(({ id, title, sentence }) => ({
              value: id,
              label: title,
              hint: sentence,
            }))}
            {...errorFor(errors, "evidenceIds")}
          />
        )}
        <p class="kern-hint">{words.withdrawable}</p>
        <Buttons>
          <SubmitButton>{words.release}</SubmitButton>
          <LinkButton href={`/kompetenzbilanz/${round.id}`} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}

function Situations({ round }: { round: AssessmentView }) {
  const { t } = useReader()
  const words = t.qualification.preparation
  const written = (round.preparation?.situations ?? []).filter((one) => Object.values(one).join("").trim())
  return (
    <section aria-labelledby="situationen">
      <h2 id="situationen">{words.situations}</h2>
      {written.length === 0 && <p class="kern-hint">{words.noSituations}</p>}
      {written.map((situation, index) => (
        <div class="ff-released" key={index}>
          <h3>{words.situation(index + 1)}</h3>
          <Facts
            facts={(["deed", "novelty", "proof"] as const)
              .filter((part) => situation[part].trim())
              .map((part) => ({
                label: words[part],
                value: <span class="ff-plain">{situation[part]}</span>,
              }))}
          />
        </div>
      ))}
    </section>
  )
}
