import {
  previewRedaction,
  type Redacted,
  Redaction,
  type RedactionPreview,
  RedactionWords,
  redactPost,
} from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../server/kernel/schemas.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { type Fields, FormOf, listOf, textOf } from "../../forms.ts"
import type { Content, Site } from "../../site.tsx"
import { texts } from "../../texts/index.ts"
import { findModerated } from "./moderation-pages.tsx"
import { postForm, showAgain } from "./post-form.tsx"
import { ChooseForms, RedactionDone, WordsForm } from "./redaction-steps.tsx"
import { attempt, type Retry } from "./retry.ts"
import type { FoundPost } from "./thread-of.ts"

const FORM = "schwaerzen"
const PATH = `/beitraege/:id/${FORM}`

/** Blacking words out: name them, see what was found and choose, then see what was done and what is left. */
export function redactionPages(app: App, site: Site): void {
  pagesOf(app, site).page(PATH, {
    find: findModerated,
    show: ({ t }, post) => wordsPage({ t, post, fields: {} }, null),
  })
  app.post(
    PATH,
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, body: FormOf("words", "forms", "others", "step"), response: html },
    },
    async (request, reply) => {
      const { actor, params, body: fields } = request
      const who = { db: site.db, actor, params }
      const turn = { ...who, t: texts(request.locale), post: await findModerated(who), fields }
      const { content, status = 200 } = await next(turn)
      return showAgain(site, request, reply, content, status)
    },
  )
}

type Turn = Pick<Ask, "db" | "actor" | "params" | "t"> & { post: FoundPost; fields: Fields }
type Step = { content: Content; status?: number | undefined }

async function next(turn: Turn): Promise<Step> {
  const step = textOf(turn.fields, "step")
  if (step === "edit") return { content: wordsPage(turn, null) }
  return step === "redact" ? redact(turn) : choose(turn, null)
}

/** What was done is not an address of its own: nothing keeps the words. Sent again, it finds nothing more. */
async function redact(turn: Turn): Promise<Step> {
  const { db, actor, t, fields } = turn
  const forms = listOf(fields, "forms")
  let done: Redacted | null = null
  const retry = await attempt(t, FORM, fields, async () => {
    const input = { words: linesOf(fields), forms, others: listOf(fields, "others") }
    const { value, faults } = checkInput(Redaction, input)
    if (value) done = await redactPost(db, actor, turn.post.id, value)
    return faults
  })
  if (!done) return choose(turn, retry)
  const post = await findModerated(turn)
  const form = <RedactionDone post={post} done={done} chosen={forms} />
  return { content: pageOf({ t, post }, { title: t.thread.redact.doneTitle, form }) }
}

/** What was found; `retry` when the choice could not be carried out. */
async function choose(turn: Turn, retry: Retry | null): Promise<Step> {
  const { db, actor, t, post, fields } = turn
  let preview: RedactionPreview | null = null
  const fault = await attempt(t, FORM, fields, async () => {
    const { value, faults } = checkInput(RedactionWords, { words: linesOf(fields) })
    if (value) preview = await previewRedaction(db, actor, post.id, value.words)
    return faults
  })
  if (!preview) {
    const failed = fault ?? retry
    return { content: wordsPage(turn, failed), status: failed?.status }
  }
  const errors = retry?.errors ?? []
  const { chooseTitle: title, chooseLead: lead } = t.thread.redact
  const form = (
    <ChooseForms
      post={post}
      preview={preview}
      words={textOf(fields, "words")}
      errors={errors}
      chosen={retry && { forms: listOf(fields, "forms"), others: listOf(fields, "others") }}
    />
  )
  return { content: pageOf(turn, { title, lead, errors, form }), status: retry?.status }
}

function wordsPage(turn: Pick<Turn, "t" | "post" | "fields">, retry: Retry | null): Content {
  const { title, text: lead } = turn.t.thread.redact
  const errors = retry?.errors ?? []
  const form = <WordsForm post={turn.post} words={textOf(turn.fields, "words")} errors={errors} />
  return pageOf(turn, { title, lead, errors, form })
}

const pageOf = (
  { t, post }: Pick<Turn, "t" | "post">,
  rest: Omit<Parameters<typeof postForm>[1], "post" | "current">,
) => postForm(t, { post, current: t.thread.redact.current, ...rest })

const linesOf = (fields: Fields) =>
  textOf(fields, "words")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
