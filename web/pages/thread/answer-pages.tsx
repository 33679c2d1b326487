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
import { today } from "../../../server/kernel/time.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { choice, type FormState, field } from "../../form-state.tsx"
import {
  Alert,
  Buttons,
  Field,
  Form,
  formatDay,
  LinkButton,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import { ANSWER_PLACE, suggestedReview } from "./answer-form.tsx"
import { Reports } from "./answers.tsx"
import { postForm } from "./post-form.tsx"
import type { Answer } from "./post-parts.tsx"
import { type FoundPost, pathOf, threadPath } from "./thread-of.ts"

/** Whether an official answer still holds: anybody can doubt it, its department looks at it. */
export function answerPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.formPage("/antworten/:id/veraltet", {
    find: ({ db, actor, params }) => findPost(db, actor, params.id, ["answer"], "report"),
    input: NewReport,
    start: () => ({}),
    act: ({ db, actor, params }, { reason }) => reportOutdated(db, actor, params.id, reason),
    to: (_, post) => [pathOf(post), "reported"],
    show: ({ t }, post, form) =>
      postForm(t, {
        post,
        title: t.thread.report.title,
        lead: t.thread.report.text,
        current: t.thread.report.current,
        errors: form.errors,
        form: <ReportForm post={post} form={form} />,
      }),
  })
  pages.formPage("/antworten/:id/bestaetigen", {
    find: ({ db, actor, params }) => findPost(db, actor, params.id, ["answer"], "review"),
    input: Confirmation,
    start: async (_, { db }) => ({
      legalStatusDate: today(),
      reviewDate: suggestedReview((await readInstallation(db)).land),
    }),
    act: ({ db, actor, params }, value) => confirmAnswer(db, actor, params.id, value),
    to: (_, post) => [pathOf(post), "confirmed"],
    show: showReview,
  })
}

async function showReview({ db, actor, t }: Ask, post: FoundPost, form: FormState) {
  const question = await findQuestion(db, actor, post.thread.id)
  const answer = question.answers.find((one) => one.id === post.id)
  const { title, freshTitle, text, current } = t.thread.review
  return postForm(t, {
    post,
    title: answer?.needsReview ? title : freshTitle,
    lead: text,
    current,
    errors: form.errors,
    form: (
      <>
        {answer && answer.reports.length > 0 && (
          <Alert kind="warning" title={t.thread.notices.outdatedTitle}>
            <Reports answer={answer} />
          </Alert>
        )}
        <ReviewForm post={post} answer={answer} form={form} />
      </>
    ),
  })
}

function ReportForm({ post, form }: { post: FoundPost; form: FormState }) {
  const { t } = useReader()
  const words = t.thread.report
  return (
    <Form action={`/antworten/${post.id}/veraltet`} keep={`veraltet-${post.id}`}>
      <Field
        {...field(form, "reason")}
        type="textarea"
        label={words.reason}
        hint={words.reasonHint}
        rows={3}
        data={{ "data-personal-data": "" }}
      />
      <Buttons>
        <SubmitButton>{words.submit}</SubmitButton>
        <LinkButton href={pathOf(post)} kind="tertiary">
          {t.shell.form.cancel}
        </LinkButton>
      </Buttons>
    </Form>
  )
}

type ReviewProps = { post: FoundPost; answer: Answer | undefined; form: FormState }

function ReviewForm({ post, answer, form }: ReviewProps) {
  const { t, locale } = useReader()
  const words = t.thread.review
  const former = (day: string | null) => (day ? words.former(formatDay(day, locale)) : undefined)
  return (
    <Form action={`/antworten/${post.id}/bestaetigen`}>
      <div class="ff-form-row">
        <Field
          {...choice(form, "legalStatusDate")}
          type="date"
          hint={former(post.legalStatusDate)}
          width="short"
        />
        <Field
          {...choice(form, "reviewDate")}
          type="date"
          hint={former(post.reviewDate)}
          width="short"
          isForWork
        />
      </div>
      <Buttons>
        <SubmitButton>{answer?.needsReview ? words.submit : words.freshTitle}</SubmitButton>
        <LinkButton href={`/antworten/${post.id}/bearbeiten`}>{words.edit}</LinkButton>
        <LinkButton href={`${threadPath(post.thread)}?offen=${ANSWER_PLACE}#${ANSWER_PLACE}`}>
          {words.replace}
        </LinkButton>
        <LinkButton href={pathOf(post)} kind="tertiary">
          {t.shell.form.cancel}
        </LinkButton>
      </Buttons>
    </Form>
  )
}
