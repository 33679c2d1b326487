import { createQuestion, NewQuestion } from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import { newId } from "../../../server/kernel/database.ts"
import type { App } from "../../../server/kernel/http.ts"
import { html } from "../../../server/kernel/schemas.ts"
import { FormOf, optional, orNull, readMultipart, tagsOf, textOf } from "../../forms.ts"
import type { Site } from "../../site.tsx"
import { findReplacing, ReplacingNote } from "../announcements/replacing.tsx"
import { readChoice } from "./categories.tsx"
import type { Composition } from "./composition.ts"
import { DRAFT_FIELDS } from "./draft.ts"
import { DayField, Files, TagsField, TextField, TitleField } from "./fields.tsx"
import { carryOn } from "./flow.tsx"
import { Beginning, begin } from "./start.tsx"

export const QUESTION_FIELDS = ["categoryId", "title", "body", "tags", "wantedBy", "mailSeen"] as const
const AskForm = FormOf(...DRAFT_FIELDS, ...QUESTION_FIELDS)
const PATH = "/fragen/neu"

export function askPages(app: App, site: Site): void {
  app.get(
    PATH,
    {
      config: { access: "signed-in", page: true },
      schema: { querystring: Beginning, response: html },
    },
    async (request, reply) =>
      begin({ site, request, reply }, await asking(site, request.actor), request.query, {
        idempotencyKey: newId(),
      }),
  )
  app.post(
    PATH,
    {
      config: { access: "signed-in", page: true },
      schema: { body: AskForm, response: html },
      preValidation: readMultipart,
    },
    async (request, reply) =>
      carryOn({ site, request, reply }, await asking(site, request.actor), request.body),
  )
}

export async function asking(site: Site, actor: Actor): Promise<Composition<typeof NewQuestion>> {
  const choice = await readChoice(site, actor, "questions", ({ can }) => can.post)
  const replacing = await findReplacing(site.db, actor)
  return {
    path: PATH,
    current: "questions",
    keep: "frage",
    words: (t) => ({ ...t.compose.ask, verb: "publish" }),
    trail: (t) => [{ label: t.shell.navigation.questions, href: "/fragen" }],
    schema: NewQuestion,
    sections: ["body"],
    mailSection: "body",
    similar: "ask",
    choice,
    cancel: "/fragen",
    input: (fields, attachments) => ({
      categoryId: textOf(fields, "categoryId"),
      title: textOf(fields, "title").trim(),
      body: textOf(fields, "body"),
      tags: tagsOf(textOf(fields, "tags")),
      wantedBy: orNull(textOf(fields, "wantedBy")),
      attachments,
      key: optional(textOf(fields, "idempotencyKey")),
    }),
    form: (draft, errors, t) => {
      const shown = { draft, errors }
      return (
        <>
          <ReplacingNote replacing={replacing.get(textOf(draft.fields, "categoryId"))} />
          <TitleField {...shown} hint={t.compose.ask.titleHint} />
          <TextField {...shown} name="body" hint={t.compose.ask.bodyHint} isMailWelcome />
          <Files {...shown} />
          <TagsField {...shown} />
          <DayField {...shown} name="wantedBy" hint={t.compose.ask.wantedByHint} optional isAhead />
        </>
      )
    },
    send: async (input) => {
      const { id } = await createQuestion(site.db, actor, input)
      return { path: `/fragen/${id}`, flash: "asked" }
    },
  }
}
