import type { FastifyReply, FastifyRequest } from "fastify"
import { newId } from "../../../../server/kernel/database.ts"
import { forbidden, Refusal } from "../../../../server/kernel/errors.ts"
import type { App, FieldFault } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  addTopic,
  EditedTopic,
  editTopic,
  findOwnTopic,
  findTopics,
  NewTopic,
  type TopicView,
  withdrawTopic,
} from "../../../../server/qualification/index.ts"
import { compared } from "../../../compared.ts"
import { type Fields, FormOf, faultMessage, optional, textOf } from "../../../forms.ts"
import {
  Buttons,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  LinkButton,
  NewerVersion,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { ConsultingTrail, topicsPath } from "./frame.tsx"

const config = { access: "signed-in", page: true } as const
const NEW = "/termine/:id/beratung/thema"

type Shown = {
  sessionId: string
  fields: { title: string; question: string }
  errors?: FieldError[]
  status?: number
  /** Of a new topic. */
  idempotencyKey?: string
  /** Of one that there is. */
  topic?: { id: string; version: number }
  newer?: Pick<TopicView, "title" | "question">
}

export function topicForms(app: App, site: Site): void {
  addingPages(app, site)
  changingPages(app, site)
}

function addingPages(app: App, site: Site): void {
  app.get(NEW, { config, schema: { params: ById, response: html } }, async (request, reply) => {
    await refuseOthers(site, request)
    const fields = { title: "", question: "" }
    return showForm(site, request, reply, {
      sessionId: request.params.id,
      fields,
      idempotencyKey: newId(),
    })
  })
  app.post(
    NEW,
    {
      config,
      schema: { params: ById, body: FormOf("title", "question", "idempotencyKey"), response: html },
    },
    async (request, reply) => {
      const { actor, params, body } = request
      await refuseOthers(site, request)
      const fields = fieldsIn(body)
      const key = textOf(body, "idempotencyKey")
      const { value, faults } = checkInput(NewTopic, { ...fields, ...(optional(key) && { key }) })
      if (!value) {
        const errors = errorsIn(texts(request.locale), faults)
        const shown = { sessionId: params.id, fields, errors, status: 422, idempotencyKey: key }
        return showForm(site, request, reply, shown)
      }
      await addTopic(site.db, actor, params.id, value)
      return goTo(reply, topicsPath(params.id), "topic-added")
    },
  )
}

function changingPages(app: App, site: Site): void {
  const path = "/beratungsthemen/:id"
  app.get(path, { config, schema: { params: ById, response: html } }, async (request, reply) => {
    const topic = await findOwnTopic(site.db, request.actor, request.params.id)
    return showForm(site, request, reply, { sessionId: topic.cohortStepId, fields: topic, topic })
  })
  app.post(
    path,
    { config, schema: { params: ById, body: FormOf("title", "question", "version"), response: html } },
    async (request, reply) => {
      const { actor, params, body } = request
      const { id, cohortStepId: sessionId } = await findOwnTopic(site.db, actor, params.id)
      const fields = fieldsIn(body)
      const version = Number(textOf(body, "version"))
      const { value, faults } = checkInput(EditedTopic, { ...fields, version })
      if (!value) {
        const errors = errorsIn(texts(request.locale), faults)
        const shown = { sessionId, fields, errors, status: 422, topic: { id, version } }
        return showForm(site, request, reply, shown)
      }
      try {
        await editTopic(site.db, actor, id, value)
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 409) throw error
        const newer = await findOwnTopic(site.db, actor, id)
        return showForm(site, request, reply, { sessionId, fields, status: 409, topic: newer, newer })
      }
      return goTo(reply, topicsPath(sessionId), "saved")
    },
  )
  app.post(
    `${path}/zurueckziehen`,
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async ({ actor, params }, reply) =>
      goTo(reply, topicsPath(await withdrawTopic(site.db, actor, params.id)), "topic-withdrawn"),
  )
}

/** By the names that this form gives its fields. */
function errorsIn(t: Texts, faults: FieldFault[]): FieldError[] {
  const { name: title, question } = t.qualification.consulting.topics
  const labels: Record<string, string> = { title, question }
  return faults.map(({ field, ...fault }) => ({
    field,
    message: faultMessage(t, labels[field] ?? field, { field, ...fault }),
  }))
}

async function refuseOthers({ db }: Site, { actor, params }: FastifyRequest<{ Params: { id: string } }>) {
  if (!(await findTopics(db, actor, params.id)).can.add) throw forbidden()
}

const fieldsIn = (fields: Fields) => ({
  title: textOf(fields, "title").trim(),
  question: textOf(fields, "question"),
})

async function showForm(site: Site, request: FastifyRequest, reply: FastifyReply, shown: Shown) {
  const { sessionId, fields, errors = [], topic, newer, idempotencyKey, status = 200 } = shown
  const { session } = await findTopics(site.db, request.actor, sessionId)
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.consulting.topics
      const title = topic ? words.editTitle : words.addTitle
      const back = topicsPath(sessionId)
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
        current: "qualification",
        width: "reading",
        breadcrumb: <ConsultingTrail t={t} session={session} here={title} />,
        children: (
          <>
            <PageTitle over={session.title} lead={<p>{words.formLead}</p>}>
              {title}
            </PageTitle>
            {newer && (
              <NewerVersion
                text={words.conflict}
                fields={compared(
                  { title: words.name, question: words.question },
                  { title: newer.title, question: newer.question },
                  fields,
                )}
              />
            )}
            <ErrorSummary errors={errors} />
            <Form
              action={topic ? `/beratungsthemen/${topic.id}` : `${back}/thema`}
              keep={topic ? `consulting-topic-${topic.id}-${topic.version}` : `consulting-topic-${sessionId}`}
              {...(topic ? { hidden: { version: topic.version } } : { idempotencyKey: idempotencyKey ?? "" })}
            >
              <Field
                name="title"
                label={words.name}
                hint={words.nameHint}
                value={fields.title}
                maxlength={160}
                {...errorFor(errors, "title")}
              />
              <Field
                type="textarea"
                rows={3}
                name="question"
                label={words.question}
                value={fields.question}
                maxlength={1000}
                optional
                {...errorFor(errors, "question")}
              />
              <Buttons>
                <SubmitButton>{words.save}</SubmitButton>
                <LinkButton href={back} kind="tertiary">
                  {t.shell.form.cancel}
                </LinkButton>
              </Buttons>
            </Form>
          </>
        ),
      }
    },
    status,
  )
}
