import { ANSWERS_ON_PAGE, findPost, findQuestion, postAddress } from "../../../server/forum/index.ts"
import type { Actor, Locale } from "../../../server/kernel/actor.ts"
import type { Db } from "../../../server/kernel/database.ts"
import { textOfHtml } from "../../../server/kernel/html-text.ts"
import type { App } from "../../../server/kernel/http.ts"
import { dayOf, today } from "../../../server/kernel/time.ts"
import { pagesOf } from "../../form-pages.ts"
import { formatDay, Icon, LinkButton, useReader } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { postForm } from "./post-form.tsx"
import type { Answer, Question } from "./post-parts.tsx"
import { shownTitle } from "./shown-title.ts"

const PATH = "/fragen/:id/akte"

/** Question and official answers as one block of text for a file note, whole. Nobody's name is in it. */
export function fileNotePage(app: App, site: Site): void {
  pagesOf(app, site).page(PATH, {
    find: ({ db, actor, params }) => findPost(db, actor, params.id, ["question"], "see"),
    show: async ({ db, actor, t, locale }, post) => {
      const question = await withEveryOfficial(db, actor, post.id)
      const text = fileNote(t, locale, question, site.config.publicUrl)
      return postForm(t, {
        post,
        title: t.thread.file.title,
        lead: t.thread.file.hint,
        form: <FileNote text={text} id={post.id} />,
      })
    },
  })
}

/** Official answers stand first; whoever has very many gets them all. */
async function withEveryOfficial(db: Db, actor: Actor, id: string): Promise<Question> {
  const question = await findQuestion(db, actor, id, undefined, ANSWERS_ON_PAGE)
  let { answersNext } = question
  while (answersNext && question.answers.at(-1)?.official) {
    const more = await findQuestion(db, actor, id, answersNext, ANSWERS_ON_PAGE)
    question.answers.push(...more.answers)
    answersNext = more.answersNext
  }
  return question
}

function FileNote({ text, id }: { text: string; id: string }) {
  const { t } = useReader()
  const words = t.thread.file
  return (
    <>
      <noscript>
        <p>{words.byHand}</p>
      </noscript>
      <div class="ff-file-note">
        <label class="kern-label" for="akte-text">
          {words.field}
        </label>
        <textarea id="akte-text" class="kern-form-input__input" rows={16} readOnly value={text} />
      </div>
      <div class="ff-buttons">
        <button
          type="button"
          class="kern-btn kern-btn--secondary ff-btn--small"
          data-copy="#akte-text"
          hidden
        >
          <Icon name="copy" />
          <span class="kern-label">{words.copy}</span>
        </button>
        <LinkButton href={`/fragen/${id}`} kind="tertiary" small icon="arrow-left">
          {words.back}
        </LinkButton>
      </div>
    </>
  )
}

/** The words as a reader sees them, and of every answer its own lasting address. */
function fileNote(t: Texts, locale: Locale, question: Question, publicUrl: string): string {
  const words = t.thread.file
  const current = question.answers.filter(
    (answer) => answer.official && !answer.replacedById && !answer.withdrawn && !answer.hidden,
  )
  const blocks = [
    [
      `${words.question}: ${shownTitle(t, question.title)}`,
      `${words.category}: ${question.category.name}`,
      `${words.asked}: ${dayIn(locale, question.createdAt)}`,
    ].join("\n"),
    textOfHtml(question.html, { origin: publicUrl }),
    ...(current.length === 0
      ? [words.none, `${words.address}: ${publicUrl}${postAddress(question.id)}`]
      : current.flatMap((answer) => answerBlocks(t, locale, answer, publicUrl))),
    `${words.copied}: ${formatDay(today(), locale)}`,
  ]
  return blocks.filter((block) => block !== "").join("\n\n")
}

function answerBlocks(t: Texts, locale: Locale, answer: Answer, publicUrl: string): string[] {
  const words = t.thread.file
  const edited = answer.editedAt ? `, ${words.editedOn} ${dayIn(locale, answer.editedAt)}` : ""
  const head = [
    words.answer,
    `${words.department}: ${answer.official?.name ?? ""}`,
    `${words.answered}: ${dayIn(locale, answer.createdAt)}${edited}`,
    answer.legalStatusDate && `${words.legalStatus}: ${formatDay(answer.legalStatusDate, locale)}`,
    answer.reviewDate && `${words.review}: ${formatDay(answer.reviewDate, locale)}`,
    answer.needsReview && words.outdated,
    `${words.address}: ${publicUrl}${postAddress(answer.id)}`,
  ]
  return [head.filter(Boolean).join("\n"), textOfHtml(answer.html, { origin: publicUrl })]
}

const dayIn = (locale: Locale, instant: string) => formatDay(dayOf(new Date(instant)), locale)
