import type { FastifyRequest } from "fastify"
import { Type } from "typebox"
import { ANSWERS_ON_PAGE, AnswerCursor, pageWith, standingOfPage } from "../../../server/forum/index.ts"
import { Choice, Closed, Id } from "../../../server/kernel/schemas.ts"
import { Icon, useReader } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import { Hint, pathWith } from "../lists/query.ts"
import type { Question } from "./post-parts.tsx"

/** Answers on a page where somebody wants to see more of them at once. */
const MOST = 200

/** Of a question's address; a form that failed shows the first page. */
export const AnswerQuery = Closed({
  nach: Type.Optional(AnswerCursor),
  /** An answer: the page that holds it. */
  antwort: Type.Optional(Id),
  menge: Type.Optional(Choice([String(MOST)])),
  offen: Type.Optional(Type.String({ maxLength: 40 })),
  hinweis: Hint,
})

export type AnswerPage = {
  size: number
  /** Undefined on the first page. */
  after: string | undefined
  /** How many answers stand on the pages before. */
  before: number
  /** Where the page before begins; undefined where that is the first. */
  previous: string | undefined
}

/** Which answers are asked for. Only an address that names a page or an answer costs a look at the order. */
export async function wantedPage({ db }: Site, request: FastifyRequest, id: string): Promise<AnswerPage> {
  const { nach, antwort, menge } = queryOf(request)
  const size = menge ? MOST : ANSWERS_ON_PAGE
  const after = antwort ? await pageWith(db, id, antwort, size) : nach
  if (!after) return { size, after: undefined, before: 0, previous: undefined }
  return { size, after, ...(await standingOfPage(db, id, after, size)) }
}

type Wanted = { nach?: string; antwort?: string; menge?: string }
const queryOf = ({ query, method }: FastifyRequest): Wanted => (method === "GET" ? Object(query) : {})

/** Where the answers begin on the page. */
export const ANSWERS = "alle-antworten"

/** Where among all answers these stand, and the ways to the others. */
export function AnswerPages({ question, page }: { question: Question; page: AnswerPage }) {
  const { t } = useReader()
  const words = t.thread.pages
  const { id, answersNext } = question
  if (!answersNext && !page.after && page.size === ANSWERS_ON_PAGE) return null
  const { from, to, all } = rangeOf(question, page)
  const size = page.size === MOST ? { menge: String(MOST) } : {}
  const to_ = (parameters: Record<string, string | undefined>) =>
    `${pathWith(`/fragen/${id}`, parameters)}#${ANSWERS}`
  return (
    <nav class="ff-answer-pages" aria-label={words.label}>
      <p>{words.range(from, to, all)}</p>
      <div class="ff-pager">
        {page.after && (
          <a class="kern-btn kern-btn--tertiary" href={to_({ ...size, nach: page.previous })} rel="prev">
            <Icon name="arrow-left" />
            <span class="kern-label">{words.previous}</span>
          </a>
        )}
        {answersNext && (
          <a class="kern-btn kern-btn--secondary" href={to_({ ...size, nach: answersNext })} rel="next">
            <span class="kern-label">{words.next}</span>
            <Icon name="arrow-right" />
          </a>
        )}
        {page.size < MOST ? (
          <a class="kern-btn kern-btn--tertiary" href={to_({ menge: String(MOST) })}>
            <span class="kern-label">{all <= MOST ? words.all(all) : words.more(MOST)}</span>
          </a>
        ) : (
          <a class="kern-btn kern-btn--tertiary" href={to_({})}>
            <span class="kern-label">{words.fewer(ANSWERS_ON_PAGE)}</span>
          </a>
        )}
      </div>
    </nav>
  )
}

/** What is out of sight for most is counted where it is shown, and so the last page may end behind "all". */
export function rangeOf({ answers, answerCount }: Question, { before }: AnswerPage) {
  const to = before + answers.length
  return { from: Math.min(before + 1, to), to, all: Math.max(answerCount, to) }
}
