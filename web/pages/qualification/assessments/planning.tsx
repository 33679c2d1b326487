import type { FastifyReply, FastifyRequest } from "fastify"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  accessPlanned,
  changeRound,
  EditedRound,
  findCohort,
  findRoundPlan,
  type RoundPlan,
  type RoundRow,
  removeRound,
} from "../../../../server/qualification/index.ts"
import { compared, momentIn, wordsOf } from "../../../compared.ts"
import { type Fields, FormOf, fieldErrors, orNull, refusalErrors, textOf } from "../../../forms.ts"
import {
  Alert,
  Button,
  Buttons,
  Disclosure,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  LinkButton,
  NewerVersion,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { instantOf, localTimeOf } from "../../announcements/moment.ts"
import { CohortTrail } from "../trail.tsx"

const FIELDS = ["peerId", "facilitatorId", "startsAt", "place", "planVersion"] as const

type Tried = { fields: Fields; errors: FieldError[]; status: number }

export function planningPages(app: App, site: Site): void {
  const config = { access: "signed-in", page: true } as const
  app.get(
    "/kompetenzbilanz/:id/planen",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => showForm(site, request, reply, request.params.id),
  )
  app.post(
    "/kompetenzbilanz/:id/planen",
    { config, schema: { params: ById, body: FormOf(...FIELDS), response: html } },
    async (request, reply) => {
      const { body: fields, params, actor } = request
      const t = texts(request.locale)
      const { cohortId } = await accessPlanned(site.db, actor, params.id)
      const again = (errors: FieldError[], status: number) =>
        showForm(site, request, reply, params.id, { fields, errors, status })
      const { value, faults } = checkInput(EditedRound, {
        peerId: orNull(textOf(fields, "peerId")),
        facilitatorId: textOf(fields, "facilitatorId"),
        startsAt: instantOf(textOf(fields, "startsAt")),
        place: textOf(fields, "place"),
        planVersion: Number(textOf(fields, "planVersion")),
      })
      if (!value) return again(fieldErrors(t, faults), 422)
      try {
        await changeRound(site.db, actor, params.id, value)
        return goTo(reply, `/lerngruppen/${cohortId}/kompetenzbilanzen`, "saved")
      } catch (error) {
        return again(refusalErrors(t, error), error instanceof Refusal ? error.status : 422)
      }
    },
  )
  app.post(
    "/kompetenzbilanz/:id/entfernen",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async (request, reply) => {
      const { cohortId } = await removeRound(site.db, request.actor, request.params.id)
      return goTo(reply, `/lerngruppen/${cohortId}/kompetenzbilanzen`, "round-removed")
    },
  )
}

async function showForm(site: Site, request: FastifyRequest, reply: FastifyReply, id: string, tried?: Tried) {
  const { cohortId, begunAt } = await accessPlanned(site.db, request.actor, id)
  const cohort = await findCohort(site.db, request.actor, cohortId)
  const plan = await findRoundPlan(site.db, request.actor, cohortId)
  const round = plan.rounds.find((one) => one.id === id)
  if (!round) throw new Error("a round in the plan of its cohort")
  const list = `/lerngruppen/${cohortId}/kompetenzbilanzen`
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.assessments
      const title = words.planTitle(round.learner.name)
      return {
        title: tried ? t.shell.form.errorPageTitle(title) : title,
        current: "qualification",
        width: "reading",
        breadcrumb: (
          <CohortTrail
            t={t}
            cohort={cohort}
            below={[{ label: words.title, href: list }, { label: round.learner.name }]}
          />
        ),
        children: (
          <>
            <PageTitle>{title}</PageTitle>
            {begunAt && !tried ? (
              <Alert kind="info">
                <p>{words.begunNote}</p>
              </Alert>
            ) : (
              <PlanForm round={round} plan={plan} list={list} {...(tried && { tried })} />
            )}
          </>
        ),
      }
    },
    tried?.status,
  )
}

function PlanForm(props: { round: RoundRow; plan: RoundPlan; list: string; tried?: Tried }) {
  const { t, locale } = useReader()
  const words = t.qualification.assessments
  const { round, plan, list, tried } = props
  const isStale = tried?.status === 409 && textOf(tried.fields, "planVersion") !== String(round.planVersion)
  const errors = isStale ? [] : (tried?.errors ?? [])
  const stored = {
    peerId: round.peer?.memberId ?? "",
    facilitatorId: round.facilitator.memberId,
    startsAt: localTimeOf(round.startsAt),
    place: round.place,
  }
  const fields = tried?.fields ?? stored
  const action = `/kompetenzbilanz/${round.id}`
  const options = (members: RoundPlan["learners"]) =>
    members.map(({ memberId, name }) => ({ value: memberId, label: name }))
  return (
    <>
      {isStale && (
        <NewerVersion
          text={words.changed}
          fields={compared(
            {
              startsAt: words.when,
              place: words.place,
              peerId: words.peer,
              facilitatorId: words.facilitator,
            },
            stored,
            fields,
            {
              startsAt: momentIn(locale),
              peerId: wordsOf(options(plan.learners)),
              facilitatorId: wordsOf(options(plan.facilitators)),
            },
          )}
        />
      )}
      <ErrorSummary errors={errors} />
      <Form action={`${action}/planen`} hidden={{ planVersion: round.planVersion }}>
        <Field
          type="datetime-local"
          name="startsAt"
          label={words.when}
          value={textOf(fields, "startsAt")}
          width="medium"
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
        <Field
          type="select"
          name="peerId"
          label={words.peer}
          value={textOf(fields, "peerId")}
          placeholder={words.noPeer}
          options={options(plan.learners.filter(({ memberId }) => memberId !== round.learner.memberId))}
          optional
          {...errorFor(errors, "peerId")}
        />
        <Field
          type="select"
          name="facilitatorId"
          label={words.facilitator}
          value={textOf(fields, "facilitatorId")}
          placeholder={false}
          options={options(plan.facilitators)}
          {...errorFor(errors, "facilitatorId")}
        />
        <p class="kern-hint">{words.planHint}</p>
        <p class="kern-hint">{words.toldHint}</p>
        <Buttons>
          <SubmitButton>{words.save}</SubmitButton>
          <LinkButton href={list} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
      <Disclosure summary={words.remove} quiet>
        <p>{words.removeText}</p>
        <Form action={`${action}/entfernen`}>
          <div>
            <Button kind="danger">{words.removeNow}</Button>
          </div>
        </Form>
      </Disclosure>
    </>
  )
}
