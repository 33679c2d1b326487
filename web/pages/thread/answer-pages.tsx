import type { FastifyReply, FastifyRequest } from "fastify"
import { readInstallation } from "../../../server/accounts/index.ts"
import {
  Confirmation,
  confirmAnswer,
  findPost,
  findQuestion,
  NewReport,
  reportOutdated,
} from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../server/kernel/schemas.ts"
import { today } from "../../../server/kernel/time.ts"
import { FormOf, optional, orNull, textOf } from "../../forms.ts"
import {
  Alert,
  Buttons,
  errorOf,
  Field,
  Form,
  formatDay,
  LinkButton,
  SubmitButton,
} from "../../layout/index.ts"
import { goTo, type Site } from "../../site.tsx"
import { texts } from "../../texts/index.ts"
import { ANSWER_PLACE, suggestedReview } from "./answer-form.tsx"
import { Reports } from "./answers.tsx"
import { showPostForm } from "./post-form.tsx"
import { attempt, type Retry } from "./retry.ts"
import { pathOf, threadPath } from "./thread-of.ts"

/** Whether an official answer still holds: anybody can doubt it, its department looks at it. */
export async function answerPages(app: App, site: Site): Promise<void> {
  app.get(
    "/antworten/:id/veraltet",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => showReport(site, request, reply, request.params.id, null),
  )
  app.post(
    "/antworten/:id/veraltet",
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, body: FormOf("reason"), response: html },
    },
    async (request, reply) => {
      const post = await findPost(site.db, request.actor, request.params.id, ["answer"], "report")
      const retry = await attempt(texts(request.locale), "veraltet", request.body, async () => {
        const { value, faults } = checkInput(NewReport, { reason: textOf(request.body, "reason") })
        if (value) await reportOutdated(site.db, request.actor, post.id, value.reason)
        return faults
      })
      return retry ? showReport(site, request, reply, post.id, retry) : goTo(reply, pathOf(post), "reported")
    },
  )
  app.get(
    "/antworten/:id/bestaetigen",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => showReview(site, request, reply, request.params.id, null),
  )
  app.post(
    "/antworten/:id/bestaetigen",
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, body: FormOf("legalStatusDate", "reviewDate"), response: html },
    },
    async (request, reply) => {
      const post = await findPost(site.db, request.actor, request.params.id, ["answer"], "review")
      const retry = await attempt(texts(request.locale), "bestaetigen", request.body, async () => {
        const { value, faults } = checkInput(Confirmation, {
          legalStatusDate: optional(textOf(request.body, "legalStatusDate")),
          reviewDate: orNull(textOf(request.body, "reviewDate")),
        })
        if (value) await confirmAnswer(site.db, request.actor, post.id, value)
        return faults
      })
      return retry ? showReview(site, request, reply, post.id, retry) : goTo(reply, pathOf(post), "confirmed")
    },
  )
}

async function showReport(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  retry: Retry | null,
) {
  const post = await findPost(site.db, request.actor, id, ["answer"], "report")
  return showPostForm(site, request, reply, {
    post,
    retry,
    content: (t, errors) => ({
      title: t.thread.report.title,
      lead: t.thread.report.text,
      current: t.thread.report.current,
      form: (
        <Form action={`/antworten/${id}/veraltet`} keep={`veraltet-${id}`}>
          <Field
            type="textarea"
            name="reason"
            label={t.thread.report.reason}
            hint={t.thread.report.reasonHint}
            error={errorOf(errors, "reason")}
            value={textOf(retry?.fields ?? {}, "reason")}
            maxlength={1000}
            rows={3}
            data={{ "data-personal-data": "" }}
          />
          <Buttons>
            <SubmitButton>{t.thread.report.submit}</SubmitButton>
            <LinkButton href={pathOf(post)} kind="tertiary">
              {t.shell.form.cancel}
            </LinkButton>
          </Buttons>
        </Form>
      ),
    }),
  })
}

async function showReview(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  retry: Retry | null,
) {
  const post = await findPost(site.db, request.actor, id, ["answer"], "review")
  const question = await findQuestion(site.db, request.actor, post.thread.id)
  const { land } = await readInstallation(site.db)
  const answer = question.answers.find((one) => one.id === id)
  const fields = retry?.fields
  const former = (day: string | null) =>
    day ? texts(request.locale).thread.review.former(formatDay(day, request.locale)) : undefined
  return showPostForm(site, request, reply, {
    post,
    retry,
    content: (t, errors) => ({
      title: answer?.needsReview ? t.thread.review.title : t.thread.review.freshTitle,
      lead: t.thread.review.text,
      current: t.thread.review.current,
      form: (
        <>
          {answer && answer.reports.length > 0 && (
            <Alert kind="warning" title={t.thread.notices.outdatedTitle}>
              <Reports answer={answer} />
            </Alert>
          )}
          <Form action={`/antworten/${id}/bestaetigen`}>
            <div class="ff-form-row">
              <Field
                type="date"
                name="legalStatusDate"
                label={t.thread.answerForm.legalStatus}
                hint={former(post.legalStatusDate)}
                error={errorOf(errors, "legalStatusDate")}
                value={fields ? textOf(fields, "legalStatusDate") : today()}
                width="short"
              />
              <Field
                type="date"
                name="reviewDate"
                label={t.thread.answerForm.review}
                hint={former(post.reviewDate)}
                error={errorOf(errors, "reviewDate")}
                value={fields ? textOf(fields, "reviewDate") : suggestedReview(land)}
                width="short"
                isForWork
                optional
              />
            </div>
            <Buttons>
              <SubmitButton>
                {answer?.needsReview ? t.thread.review.submit : t.thread.review.freshTitle}
              </SubmitButton>
              <LinkButton href={`/antworten/${id}/bearbeiten`}>{t.thread.review.edit}</LinkButton>
              <LinkButton href={`${threadPath(post.thread)}?offen=${ANSWER_PLACE}#${ANSWER_PLACE}`}>
                {t.thread.review.replace}
              </LinkButton>
              <LinkButton href={pathOf(post)} kind="tertiary">
                {t.shell.form.cancel}
              </LinkButton>
            </Buttons>
          </Form>
        </>
      ),
    }),
  })
}
