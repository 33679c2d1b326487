import type { FastifyReply, FastifyRequest } from "fastify"
import {
  findPost,
  previewRedaction,
  type Redacted,
  Redaction,
  type RedactionPreview,
  RedactionWords,
  redactPost,
} from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../server/kernel/schemas.ts"
import { type Fields, FormOf, listOf, textOf } from "../../forms.ts"
import type { Site } from "../../site.tsx"
import { texts } from "../../texts/index.ts"
import { ANY, showModeration } from "./moderation-frame.tsx"
import { ChooseForms, RedactionDone, WordsForm } from "./redaction-steps.tsx"
import { attempt, type Retry } from "./retry.ts"

const FORM = "schwaerzen"

/** Blacking words out: name them, see what was found and choose, then see what was done and what is left. */
export async function redactionPages(app: App, site: Site): Promise<void> {
  app.get(
    "/beitraege/:id/schwaerzen",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => showWords(site, request, reply, request.params.id, { fields: {}, retry: null }),
  )
  app.post(
    "/beitraege/:id/schwaerzen",
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, body: FormOf("words", "forms", "others", "step"), response: html },
    },
    async (request, reply) => {
      const { body: fields, params } = request
      await findPost(site.db, request.actor, params.id, ANY, "moderate")
      const step = textOf(fields, "step")
      if (step === "edit") return showWords(site, request, reply, params.id, { fields, retry: null })
      return step === "redact"
        ? redact(site, request, reply, params.id, fields)
        : choose(site, request, reply, params.id, fields, null)
    },
  )
}

type Turn = [site: Site, request: FastifyRequest, reply: FastifyReply, id: string]

async function redact(...[site, request, reply, id, fields]: [...Turn, Fields]) {
  let done: Redacted | null = null
  const retry = await attempt(texts(request.locale), FORM, fields, async () => {
    const input = { words: linesOf(fields), forms: listOf(fields, "forms"), others: listOf(fields, "others") }
    const { value, faults } = checkInput(Redaction, input)
    if (value) done = await redactPost(site.db, request.actor, id, value)
    return faults
  })
  return done
    ? showDone(site, request, reply, id, fields, done)
    : choose(site, request, reply, id, fields, retry)
}

/** What was found; `retry` when the choice could not be carried out. */
async function choose(...[site, request, reply, id, fields, retry]: [...Turn, Fields, Retry | null]) {
  let preview: RedactionPreview | null = null
  const fault = await attempt(texts(request.locale), FORM, fields, async () => {
    const { value, faults } = checkInput(RedactionWords, { words: linesOf(fields) })
    if (value) preview = await previewRedaction(site.db, request.actor, id, value.words)
    return faults
  })
  if (!preview) return showWords(site, request, reply, id, { fields, retry: fault ?? retry })
  const found: RedactionPreview = preview
  const chosen = retry && { forms: listOf(fields, "forms"), others: listOf(fields, "others") }
  return showModeration(site, request, reply, id, retry, ({ thread }, post, errors) => ({
    title: thread.redact.chooseTitle,
    lead: thread.redact.chooseLead,
    form: (
      <ChooseForms
        post={post}
        preview={found}
        words={textOf(fields, "words")}
        errors={errors}
        chosen={chosen}
      />
    ),
  }))
}

async function showWords(
  ...[site, request, reply, id, { fields, retry }]: [...Turn, { fields: Fields; retry: Retry | null }]
) {
  return showModeration(site, request, reply, id, retry, ({ thread }, post, errors) => ({
    title: thread.redact.title,
    lead: thread.redact.text,
    form: <WordsForm post={post} words={textOf(fields, "words")} errors={errors} />,
  }))
}

/** Not an address of its own: nothing keeps the words. Sent again, it finds nothing more. */
async function showDone(...[site, request, reply, id, fields, done]: [...Turn, Fields, Redacted]) {
  return showModeration(site, request, reply, id, null, ({ thread }, post) => ({
    title: thread.redact.doneTitle,
    form: <RedactionDone post={post} done={done} chosen={listOf(fields, "forms")} />,
  }))
}

const linesOf = (fields: Fields) =>
  textOf(fields, "words")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
