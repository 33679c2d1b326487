import type { Static, TSchema } from "typebox"
import {
  askBack,
  closeQuestion,
  createAnswer,
  findPost,
  findQuestion,
  Move,
  NewAnswer,
  NewAskBack,
  reopenQuestion,
  returnQuestion,
  setMark,
  takeQuestion,
} from "../../../server/forum/index.ts"
import type { App, FieldFault } from "../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../server/kernel/schemas.ts"
import { ATTACHMENT_FIELDS, receiveUploads } from "../../attachments.tsx"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { NoInput, namesOf } from "../../form-reading.ts"
import { type Fields, FormOf, optional, orNull, readMultipart, textOf } from "../../forms.ts"
import { goTo, ownPath, parametersOf, type Site } from "../../site.tsx"
import { type Texts, texts } from "../../texts/index.ts"
import { ANSWER_FORM } from "./answer-form.tsx"
import { AnswerQuery, wantedPage } from "./answer-paging.tsx"
import { showAgain } from "./post-form.tsx"
import { QuestionPage, questionTrail } from "./question-page.tsx"
import { attempt, Marked, type Retry } from "./retry.ts"
import { shownTitle } from "./shown-title.ts"
import { pathOf } from "./thread-of.ts"

/** The page of a question, and every form on it that concerns the question itself. */
export function questionPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page("/fragen/:id", {
    query: AnswerQuery,
    find: () => null,
    show: (ask) => questionContent(ask, ask.params.id, null),
  })
  answerRoute(app, site)
  pages.form("/fragen/:id/auch-meine-frage", {
    find: () => null,
    input: Marked,
    act: async ({ db, actor, params }, { marked }) => {
      await setMark(db, actor, params.id, "same-question", marked)
      return marked ? "marked" : "unmarked"
    },
    to: (flash, _, { params: { id } }) => [`/fragen/${id}#${id}`, flash],
    again: (ask, _, form) => questionContent(ask, ask.params.id, form),
  })
  const step = <I extends TSchema>(
    path: string,
    input: I,
    flash: keyof Texts["flash"],
    act: (ask: Ask, value: Static<I>) => Promise<unknown>,
  ) =>
    pages.form(`/fragen/:id/${path}`, {
      find: () => null,
      name: path,
      input,
      fields: [...namesOf(input), "zurueck"],
      act,
      // Lists send these forms, too, and want their reader back.
      to: (_, _found, { params, request }) => {
        const back = textOf(request.body as Fields, "zurueck")
        return [back ? ownPath(back) : `/fragen/${params.id}`, flash]
      },
      again: (ask, _, form) => questionContent(ask, ask.params.id, form),
    })
  step("uebernehmen", Move, "taken", ({ db, actor, params }, { note }) =>
    takeQuestion(db, actor, params.id, note),
  )
  step("zurueckgeben", Move, "returned", ({ db, actor, params }, { note }) =>
    returnQuestion(db, actor, params.id, note),
  )
  step("rueckfrage", NewAskBack, "asked-back", ({ db, actor, params }, value) =>
    askBack(db, actor, params.id, value),
  )
  step("schliessen", NoInput, "closed", ({ db, actor, params }) => closeQuestion(db, actor, params.id))
  step("oeffnen", NoInput, "reopened", ({ db, actor, params }) => reopenQuestion(db, actor, params.id))
}

/** What the page of a thread is made of. */
export type Asked = Pick<Ask, "site" | "actor" | "request" | "t">

export async function questionContent({ site, actor, request, t }: Asked, id: string, retry: Retry | null) {
  const page = await wantedPage(site, request, id)
  const question = await findQuestion(site.db, actor, id, page.after, page.size)
  return {
    title: shownTitle(t, question.title),
    current: "questions",
    reads: id,
    breadcrumb: questionTrail(t, question),
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
  }
}

/** The post that somebody just commented on, from the address. */
export const unfolded = (request: Asked["request"]) => parametersOf(request).get("offen")

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
      const { actor, params, body: fields } = request
      const t = texts(request.locale)
      const { uses, errors, shown } = await receiveUploads(site, request, fields)
      let answerId = ""
      const retry = await attempt(t, ANSWER_FORM, fields, async () => {
        const { value, faults } = checkInput(NewAnswer, answerOf(fields, uses))
        if (!value || errors.length > 0) return value ? [] : faults.map(ofDates)
        answerId = (await createAnswer(site.db, actor, params.id, value)).id
        return []
      })
      if (retry || errors.length > 0) {
        const again = withFiles(retry, fields, errors, shown)
        const content = await questionContent({ site, actor, request, t }, params.id, again)
        return showAgain(site, request, reply, content, again.status)
      }
      const post = await findPost(site.db, actor, answerId, ["answer"], "see")
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
    name: ANSWER_FORM,
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
