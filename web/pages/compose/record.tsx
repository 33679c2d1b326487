import { NewRecord, recordQuestion } from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import { newId } from "../../../server/kernel/database.ts"
import type { App } from "../../../server/kernel/http.ts"
import { html } from "../../../server/kernel/schemas.ts"
import { today } from "../../../server/kernel/time.ts"
import { FormOf, optional, orNull, readMultipart, tagsOf, textOf } from "../../forms.ts"
import { FieldGroup } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { readChoice } from "./categories.tsx"
import type { Composition } from "./composition.ts"
import { DRAFT_FIELDS } from "./draft.ts"
import { DayField, Files, type Shown, TagsField, TextField, TitleField } from "./fields.tsx"
import { carryOn } from "./flow.tsx"
import { Beginning, begin } from "./start.tsx"

const OWN_FIELDS = ["title", "body", "answer", "legalStatusDate", "reviewDate", "tags", "mailSeen"] as const
const RecordForm = FormOf(...DRAFT_FIELDS, "categoryId", ...OWN_FIELDS)
const PATH = "/fragen/erfassen"

/** For specialists: what used to be a circular mail or a telephone call, with its answer, in one step. */
export function recordPages(app: App, site: Site): void {
  app.get(
    PATH,
    {
      config: { access: ["specialist"], page: true },
      schema: { querystring: Beginning, response: html },
    },
    async (request, reply) =>
      begin({ site, request, reply }, await recording(site, request.actor), request.query, {
        idempotencyKey: newId(),
        legalStatusDate: today(),
      }),
  )
  app.post(
    PATH,
    {
      config: { access: ["specialist"], page: true },
      schema: { body: RecordForm, response: html },
      preValidation: readMultipart,
    },
    async (request, reply) =>
      carryOn({ site, request, reply }, await recording(site, request.actor), request.body),
  )
}

async function recording(site: Site, actor: Actor): Promise<Composition<typeof NewRecord>> {
  const choice = await readChoice(site, actor, "questions", ({ can }) => can.record)
  return {
    path: PATH,
    current: "queue",
    keep: "erfassen",
    words: (t) => ({ ...t.compose.record, verb: "publish" }),
    trail: (t) => [{ label: t.shell.navigation.queue, href: "/offene-fragen" }],
    schema: NewRecord,
    sections: ["body", "answer"],
    mailSection: "body",
    similar: "record",
    choice,
    cancel: "/offene-fragen",
    input: (fields, attachments) => ({
      categoryId: textOf(fields, "categoryId"),
      title: textOf(fields, "title").trim(),
      body: textOf(fields, "body"),
      answer: textOf(fields, "answer"),
      legalStatusDate: textOf(fields, "legalStatusDate"),
      reviewDate: orNull(textOf(fields, "reviewDate")),
      tags: tagsOf(textOf(fields, "tags")),
      attachments,
      key: optional(textOf(fields, "idempotencyKey")),
    }),
    form: (draft, errors, t) => <RecordFields draft={draft} errors={errors} t={t} />,
    send: async (input) => {
      const { id } = await recordQuestion(site.db, actor, input)
      return { path: `/fragen/${id}`, flash: "recorded" }
    },
  }
}

function RecordFields({ t, ...shown }: Shown & { t: Texts }) {
  const words = t.compose.record
  return (
    <>
      <FieldGroup legend={words.question}>
        <TitleField {...shown} hint={t.compose.ask.titleHint} />
        <TextField {...shown} name="body" hint={words.bodyHint} rows={6} isMailWelcome />
      </FieldGroup>
      <FieldGroup legend={t.shell.official.label}>
        <TextField {...shown} name="answer" hint={words.answerHint} rows={10} />
        <div class="ff-form-row">
          <DayField {...shown} name="legalStatusDate" hint={words.legalStatusHint} isPast />
          <DayField {...shown} name="reviewDate" hint={words.reviewHint} optional isAhead />
        </div>
      </FieldGroup>
      <Files {...shown} />
      <TagsField {...shown} />
    </>
  )
}
