import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, Closed, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  CONSULTING_FORMS,
  findTopics,
  NewConsulting,
  startConsulting,
  type TopicsView,
} from "../../../../server/qualification/index.ts"
import { type Fields, FormOf, fieldErrors, refusalErrors, textOf } from "../../../forms.ts"
import {
  Buttons,
  EmptyState,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { ConsultingTrail, topicsPath } from "./frame.tsx"

const config = { access: "signed-in", page: true } as const
const PATH = "/termine/:id/beratung/beginnen"
const NAMES = ["topicId", "form", "moderatorId"] as const

/** Topic, length, moderator: then the timer runs. */
export function startPages(app: App, site: Site): void {
  const Query = Closed({ thema: Type.Optional(Type.String()), hinweis: Type.Optional(Type.String()) })
  app.get(
    PATH,
    { config, schema: { params: ById, querystring: Query, response: html } },
    async (request, reply) =>
      showForm(site, request, reply, request.params.id, { topicId: request.query.thema }, []),
  )
  app.post(
    PATH,
    { config, schema: { params: ById, body: FormOf(...NAMES), response: html } },
    async (request, reply) => {
      const { actor, params, body } = request
      const { consultings } = await findTopics(site.db, actor, params.id)
      const running = consultings.find(({ ended }) => !ended)
      const input = Object.fromEntries(NAMES.map((name) => [name, textOf(body, name)]))
      const { value, faults } = checkInput(NewConsulting, input)
      if (!value) {
        const errors = fieldErrors(texts(request.locale), faults)
        return showForm(site, request, reply, params.id, body, errors, 422)
      }
      try {
        const { id } = await startConsulting(site.db, actor, params.id, value)
        return goTo(
          reply,
          `/beratungen/${id}`,
          running?.id === id ? "consulting-running" : "consulting-begun",
        )
      } catch (error) {
        if (isRunning(error)) return goTo(reply, topicsPath(params.id), "consulting-other")
        const errors = refusalErrors(texts(request.locale), error)
        return showForm(site, request, reply, params.id, body, errors, 422)
      }
    },
  )
}

const isRunning = (error: unknown) => error instanceof Refusal && error.code === "consulting.running"

async function showForm(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  sessionId: string,
  fields: Fields,
  errors: FieldError[],
  status = 200,
) {
  const view = await findTopics(site.db, request.actor, sessionId)
  return show(
    site,
    request,
    reply,
    (t) => {
      const { title } = t.qualification.consulting.start
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
        current: "qualification",
        width: "reading",
        breadcrumb: <ConsultingTrail t={t} session={view.session} here={title} />,
        children: <Start t={t} view={view} fields={fields} errors={errors} />,
      }
    },
    status,
  )
}

type Props = { t: Texts; view: TopicsView; fields: Fields; errors: FieldError[] }

function Start({ t, view, fields, errors }: Props) {
  const words = t.qualification.consulting
  const back = topicsPath(view.session.id)
  if (view.topics.length === 0)
    return (
      <>
        <PageTitle over={view.session.title}>{words.start.title}</PageTitle>
        <EmptyState icon="people" title={words.topics.emptyTitle}>
          <p>{view.can.add ? words.topics.emptyLearner : words.topics.emptyFacilitator}</p>
          <LinkButton href={back}>{words.result.back}</LinkButton>
        </EmptyState>
      </>
    )
  return (
    <>
      <PageTitle over={view.session.title} lead={<p>{words.start.lead}</p>}>
        {words.start.title}
      </PageTitle>
      <ErrorSummary errors={errors} />
      <Form action={`${back}/beginnen`}>
        <Choices t={t} view={view} fields={fields} errors={errors} />
        <Buttons>
          <SubmitButton icon="clock">{words.start.now}</SubmitButton>
          <LinkButton href={back} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}

function Choices({ t, view, fields, errors }: Props) {
  const words = t.qualification.consulting
  const usual = view.session.kind === "meeting" ? "short" : "full"
  return (
    <>
      <Field
        type="radios"
        name="topicId"
        label={words.start.topic}
        values={[textOf(fields, "topicId")]}
        options={view.topics.map(({ id, title, name, isMine, votes }) => ({
          value: id,
          label: title,
          hint: [
            isMine ? words.topics.mine : words.topics.by(name),
            votes !== null && words.ballot.votes(votes),
          ]
            .filter(Boolean)
            .join(", "),
        }))}
        {...errorFor(errors, "topicId")}
      />
      <Field
        type="radios"
        name="form"
        label={words.start.form}
        hint={words.start.formHint}
        values={[textOf(fields, "form") || usual]}
        options={CONSULTING_FORMS.map((form) => ({ value: form, label: words.start.forms[form] }))}
        {...errorFor(errors, "form")}
      />
      <Field
        type="select"
        name="moderatorId"
        label={words.start.moderator}
        hint={words.start.moderatorHint}
        value={textOf(fields, "moderatorId")}
        placeholder={words.start.choose}
        options={view.people.map(({ memberId, name }) => ({ value: memberId, label: name }))}
        {...errorFor(errors, "moderatorId")}
      />
    </>
  )
}
