import type { FastifyReply, FastifyRequest } from "fastify"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  type AgreementRow,
  Answered,
  answerAgreement,
  findAgreement,
  listAgreements,
} from "../../../../server/qualification/index.ts"
import { compared, dayIn, wordsOf } from "../../../compared.ts"
import { codeMessage, type Fields, FormOf, faultMessage, orNull, textOf } from "../../../forms.ts"
import {
  Alert,
  Breadcrumb,
  Card,
  EmptyState,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  List,
  Meta,
  NewerVersion,
  PageTitle,
  Row,
  SubmitButton,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { AgreementState } from "./agreement-state.tsx"
import { SubmittedProject } from "./submitted.tsx"

const config = { access: "signed-in", page: true } as const

export function agreementPages(app: App, site: Site): void {
  app.get("/abstimmungen", { config, schema: { response: html } }, async (request, reply) => {
    const rows = await listAgreements(site.db, request.actor)
    return show(site, request, reply, (t) => ({
      title: t.qualification.projects.managerTitle,
      current: "qualification",
      width: "reading",
      children: <Agreements t={t} rows={rows} />,
    }))
  })
  app.get("/abstimmungen/:id", { config, schema: { params: ById, response: html } }, async (request, reply) =>
    showAgreement(site, request, reply, { fields: null, errors: [], status: 200 }),
  )
  app.post(
    "/abstimmungen/:id",
    {
      config,
      schema: { params: ById, body: FormOf("answer", "comment", "talkOn", "version"), response: html },
    },
    async (request, reply) => {
      const t = texts(request.locale)
      const words = t.qualification.projects
      const labels: Record<string, string> = {
        answer: words.answer,
        comment: words.commentLabel,
        talkOn: words.talkOn,
      }
      const input = {
        answer: textOf(request.body, "answer"),
        comment: textOf(request.body, "comment"),
        talkOn: orNull(textOf(request.body, "talkOn")),
        version: Number(textOf(request.body, "version")) || 0,
      }
      const again = (errors: FieldError[], status: number) =>
        showAgreement(site, request, reply, { fields: request.body, errors, status })
      const { value, faults } = checkInput(Answered, input)
      if (!value)
        return again(
          faults.map((fault) => ({
            field: fault.field,
            message: faultMessage(t, labels[fault.field] ?? fault.field, fault, "agreement"),
          })),
          422,
        )
      try {
        await answerAgreement(site.db, request.actor, request.params.id, value)
        return goTo(reply, `/abstimmungen/${request.params.id}`, "agreement-answered")
      } catch (error) {
        if (!(error instanceof Refusal) || ![409, 422].includes(error.status)) throw error
        return again(
          [{ field: error.field ?? "formular", message: codeMessage(t, error.code) }],
          error.status,
        )
      }
    },
  )
}

function Agreements({ t, rows }: { t: Texts; rows: AgreementRow[] }) {
  const words = t.qualification.projects
  return (
    <>
      <PageTitle lead={<p>{words.managerLead}</p>}>{words.managerTitle}</PageTitle>
      {rows.length === 0 ? (
        <EmptyState icon="check-circle" title={words.managerEmptyTitle}>
          <p>{words.managerEmpty}</p>
        </EmptyState>
      ) : (
        <List>
          {rows.map((row) => (
            <Row
              key={row.id}
              href={`/abstimmungen/${row.id}`}
              title={row.title}
              level={2}
              badges={<AgreementState {...row} />}
              meta={
                <Meta
                  items={[
                    row.step,
                    row.cohort,
                    words.from(row.people.join(", ")),
                    row.outdated && words.outdated,
                  ]}
                />
              }
            />
          ))}
        </List>
      )}
    </>
  )
}

type Tried = { fields: Fields | null; errors: FieldError[]; status: number }

async function showAgreement(
  site: Site,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  { fields, errors, status }: Tried,
) {
  const agreement = await findAgreement(site.db, request.actor, request.params.id)
  const { id, content, step, number, version, outdated } = agreement
  const stored: Fields = {
    answer: agreement.answer ?? undefined,
    comment: agreement.comment,
    talkOn: agreement.talkOn ?? undefined,
  }
  const isStale = status === 409 && !outdated && fields !== null
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.projects
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(content.title) : content.title,
        current: "qualification",
        width: "reading",
        breadcrumb: (
          <Breadcrumb
            trail={[
              { label: t.qualification.cohorts.title, href: "/qualifizierung" },
              { label: words.managerTitle, href: "/abstimmungen" },
              { label: content.title },
            ]}
          />
        ),
        children: (
          <>
            <PageTitle over={words.submission(step, String(number))}>{words.agreement}</PageTitle>
            <p>
              <AgreementState {...agreement} />
            </p>
            <ErrorSummary errors={isStale ? [] : errors} />
            <Card>
              <SubmittedProject t={t} content={content} />
            </Card>
            {outdated ? (
              <>
                <Alert kind="info">
                  <p>{words.outdated}</p>
                  <p>
                    <a href="/abstimmungen">{words.managerTitle}</a>
                  </p>
                </Alert>
                {fields && <Typed t={t} text={textOf(fields, "comment")} />}
              </>
            ) : (
              <>
                {isStale && (
                  <NewerVersion
                    text={words.answerConflict}
                    fields={compared(
                      { answer: words.answer, comment: words.commentLabel, talkOn: words.talkLabel },
                      stored,
                      fields,
                      { answer: wordsOf(answerOptions(t)), talkOn: dayIn(request.locale) },
                    )}
                  />
                )}
                <AnswerForm
                  t={t}
                  id={id}
                  version={version}
                  fields={fields ?? stored}
                  errors={isStale ? [] : errors}
                />
              </>
            )}
          </>
        ),
      }
    },
    status,
  )
}

const answerOptions = ({ qualification }: Texts) =>
  (["agreed", "commented", "talk"] as const).map((value) => ({
    value,
    label: qualification.projects.choices[value],
  }))

/** Nothing can be answered to what was replaced; what was written is there to be copied. */
function Typed({ t, text }: { t: Texts; text: string }) {
  if (text.trim() === "") return null
  return (
    <Card title={t.qualification.projects.answerTyped} id="geschrieben" tone="quiet">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <pre class="ff-typed" tabIndex={0}>
        {text}
      </pre>
    </Card>
  )
}

type FormProps = { t: Texts; id: string; version: number; fields: Fields; errors: FieldError[] }

function AnswerForm({ t, id, version, fields, errors }: FormProps) {
  const words = t.qualification.projects
  const error = (name: string) => {
    const found = errorOf(errors, name)
    return found ? { error: found } : {}
  }
  return (
    <Card title={words.answerTitle} id="antwort">
      <Form action={`/abstimmungen/${id}`} hidden={{ version }} keep={`abstimmungen-${id}`}>
        <Field
          type="radios"
          name="answer"
          label={words.answer}
          values={[textOf(fields, "answer")]}
          options={answerOptions(t)}
          {...error("answer")}
        />
        <Field
          type="textarea"
          maxlength={4000}
          rows={4}
          name="comment"
          label={words.commentLabel}
          value={textOf(fields, "comment")}
          optional
          {...error("comment")}
        />
        <Field
          type="date"
          name="talkOn"
          label={words.talkLabel}
          value={textOf(fields, "talkOn")}
          width="short"
          needed={false}
          {...error("talkOn")}
        />
        <p class="kern-hint">{words.answerNote}</p>
        <div>
          <SubmitButton>{words.answerSend}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
