import { postAddress } from "../../../server/forum/index.ts"
import type { Locale } from "../../../server/kernel/actor.ts"
import { textOfHtml } from "../../../server/kernel/html-text.ts"
import { dayOf, today } from "../../../server/kernel/time.ts"
import { Disclosure, formatDay, Icon, useReader } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"
import type { Answer, Question } from "./post-parts.tsx"
import { shownTitle } from "./shown-title.ts"

/** Question and official answer as one block of text for a file note. Nobody's name is in it. */
export function FileNote({ question, publicUrl }: { question: Question; publicUrl: string }) {
  const { t, locale } = useReader()
  const words = t.thread.file
  const text = fileNote(t, locale, question, publicUrl)
  return (
    <Disclosure summary={words.title} id="akte">
      <p>{words.hint}</p>
      <noscript>
        <p>{words.byHand}</p>
      </noscript>
      <div class="ff-file-note">
        <label class="kern-label" for="akte-text">
          {words.field}
        </label>
        <textarea id="akte-text" class="kern-form-input__input" rows={12} readOnly value={text} />
      </div>
      <button type="button" class="kern-btn kern-btn--secondary ff-btn--small" data-copy="#akte-text" hidden>
        <Icon name="copy" />
        <span class="kern-label">{words.copy}</span>
      </button>
    </Disclosure>
  )
}

/** The words as a reader sees them, and of every answer its own lasting address. */
export function fileNote(t: Texts, locale: Locale, question: Question, publicUrl: string): string {
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
