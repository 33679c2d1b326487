import type { FastifyReply, FastifyRequest } from "fastify"
import { createAnswer, findPost, findQuestion, NewAnswer, setMark } from "../../../server/forum/index.ts"
import type { App, FieldFault } from "../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../server/kernel/schemas.ts"
import { ATTACHMENT_FIELDS, receiveUploads } from "../../attachments.tsx"
import { type Fields, FormOf, optional, orNull, readMultipart, textOf } from "../../forms.ts"
import { goTo, ownPath, parametersOf, type Site, show } from "../../site.tsx"
import { texts } from "../../texts/index.ts"
import { ANSWER_FORM } from "./answer-form.tsx"
import { AnswerQuery, wantedPage } from "./answer-paging.tsx"
import { QuestionPage, questionTrail } from "./question-page.tsx"
import { attempt, type Retry } from "./retry.ts"
import { shownTitle } from "./shown-title.ts"
import { STEPS } from "./steps.ts"
import { pathOf } from "./thread-of.ts"

/** The page of a question, and every form on it that concerns the question itself. */
export async function questionPages(app: App, site: Site): Promise<void> {
  app.get(
    "/fragen/:id",
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, querystring: AnswerQuery, response: html },
    },
    async (request, reply) => showQuestion(site, request, reply, request.params.id, null),
  )
  answerRoute(app, site)
  sameQuestionRoute(app, site)
  for (const step of STEPS)
    app.post(
      `/fragen/:id/${step.path}`,
      {
        config: { access: "signed-in", page: true },
        schema: { params: ById, body: FormOf(...step.fields, "zurueck"), response: html },
      },
      async (request, reply) => {
        const { id } = request.params
        const retry = await attempt(texts(request.locale), step.path, request.body, () =>
          step.act(site.db, request.actor, id, request.body),
        )
        if (retry) return showQuestion(site, request, reply, id, retry)
        // Lists send these forms, too, and want their reader back.
        const back = textOf(request.body, "zurueck")
        return goTo(reply, back ? ownPath(back) : `/fragen/${id}`, step.flash)
      },
    )
}

export async function showQuestion(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  retry: Retry | null,
) {
  const { actor } = request
  const page = await wantedPage(site, request, id)
  const question = await findQuestion(site.db, actor, id, page.after, page.size)
  return show(
    site,
    request,
    reply,
    (t) => ({
      title: retry
        ? t.shell.form.errorPageTitle(shownTitle(t, question.title))
        : shownTitle(t, question.title),
      current: "questions",
      breadcrumb: questionTrail(t, question),
      ...(retry && { flash: null }),
      children: (
        <QuestionPage
          question={question}
          actor={actor}
          page={page}
          retry={retry}
          open={unfolded(request)}
          publicUrl={site.config.publicUrl}
        />
      ),
    }),
    retry?.status ?? 200,
  )
}

/** The post that somebody just commented on, from the address. */
export const unfolded = (request: FastifyRequest) => parametersOf(request).get("offen")

function sameQuestionRoute(app: App, { db }: Site): void {
  app.post(
    "/fragen/:id/auch-meine-frage",
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, body: FormOf("marked"), response: html },
    },
    async (request, reply) => {
      const { id } = request.params
      const marked = textOf(request.body, "marked") === "true"
      await setMark(db, request.actor, id, "same-question", marked)
      return goTo(reply, `/fragen/${id}#${id}`, marked ? "marked" : "unmarked")
    },
  )
}

const ANSWER_FIELDS = [
  "idempotencyKey",
  "kind",
  "body",
  "legalStatusDate",
  "reviewDate",
  "replacesId",
] as const

function answerRoute(app: App, site: Site): void {
  app.post(
    "/fragen/:id/antworten",
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, body: FormOf(...ANSWER_FIELDS, ...ATTACHMENT_FIELDS), response: html },
      preValidation: readMultipart,
    },
    async (request, reply) => {
      const { id } = request.params
      const { uses, errors, shown } = await receiveUploads(site, request, request.body)
      let answerId = ""
      const retry = await attempt(texts(request.locale), ANSWER_FORM, request.body, async () => {
        const { value, faults } = checkInput(NewAnswer, answerOf(request.body, uses))
        if (!value || errors.length > 0) return value ? [] : faults.map(ofDates)
        answerId = (await createAnswer(site.db, request.actor, id, value)).id
        return []
      })
      if (retry || errors.length > 0)
        return showQuestion(site, request, reply, id, withFiles(retry, request.body, errors, shown))
      const post = await findPost(site.db, request.actor, answerId, ["answer"], "see")
      return goTo(reply, pathOf(post), "answered")
    },
  )
}

/** Faults of the text and of the files are shown together; the files that are fine stay. */
function withFiles(
  retry: Retry | null,
  fields: Fields,
  errors: Retry["errors"],
  files: NonNullable<Retry["files"]>,
): Retry {
  return {
    form: ANSWER_FORM,
    fields,
    status: retry?.status ?? 422,
    errors: [...(retry?.errors ?? []), ...errors],
    files,
  }
}

function answerOf(fields: Fields, attachments: { id: string; alternative: string }[]) {
  const official = {
    legalStatusDate: optional(textOf(fields, "legalStatusDate")),
    reviewDate: orNull(textOf(fields, "reviewDate")),
    replacesId: orNull(textOf(fields, "replacesId")),
  }
  return {
    body: textOf(fields, "body"),
    attachments,
    ...(textOf(fields, "kind") === "official" && { official }),
    key: optional(textOf(fields, "idempotencyKey")),
  }
}

/** The API nests the dates of an official answer; the form does not. */
const ofDates = (fault: FieldFault): FieldFault => ({
  ...fault,
  field: fault.field.replace(/^official\./, ""),
})
