import type { Static } from "typebox"
import { EditedQuestion, editQuestion, findQuestion, type QuestionView } from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, html } from "../../../server/kernel/schemas.ts"
import { FormOf, orNull, readMultipart, tagsOf, textOf } from "../../forms.ts"
import type { Site } from "../../site.tsx"
import type { Composition } from "./composition.ts"
import { DRAFT_FIELDS } from "./draft.ts"
import { beginEditing, isSameFiles, saveOnce } from "./editing.ts"
import { DayField, Files, TagsField, TextField, TitleField } from "./fields.tsx"
import { carryOn } from "./flow.tsx"

const EditForm = FormOf(...DRAFT_FIELDS, "version", "title", "body", "tags", "wantedBy")
const PATH = "/fragen/:id/bearbeiten"

export function editQuestionPages(app: App, site: Site): void {
  app.get(
    PATH,
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      const question = await findQuestion(site.db, request.actor, request.params.id)
      return beginEditing({ site, request, reply }, editing(site, request.actor, question), question, {
        body: question.text,
        wantedBy: question.wantedBy ?? "",
      })
    },
  )
  app.post(
    PATH,
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, body: EditForm, response: html },
      preValidation: readMultipart,
    },
    async (request, reply) => {
      const question = await findQuestion(site.db, request.actor, request.params.id)
      return carryOn({ site, request, reply }, editing(site, request.actor, question), request.body)
    },
  )
}

type Question = Static<typeof QuestionView>

function editing(site: Site, actor: Actor, question: Question): Composition<typeof EditedQuestion> {
  const { id } = question
  const thread = `/fragen/${id}`
  return {
    path: `${thread}/bearbeiten`,
    current: "questions",
    keep: `frage-${id}`,
    words: (t) => ({ ...t.compose.editQuestion, over: question.category.name, verb: "save" }),
    trail: (t) => [
      { label: t.shell.navigation.questions, href: "/fragen" },
      { label: question.title, href: thread },
    ],
    schema: EditedQuestion,
    sections: ["body"],
    existing: question.attachments,
    saved: { tags: question.tags.join(", "), wantedBy: question.wantedBy ?? "" },
    cancel: thread,
    input: (fields, attachments) => ({
      version: Number(textOf(fields, "version")),
      title: textOf(fields, "title").trim(),
      body: textOf(fields, "body"),
      tags: tagsOf(textOf(fields, "tags")),
      wantedBy: orNull(textOf(fields, "wantedBy")),
      attachments,
    }),
    form: (draft, errors, t) => {
      const shown = { draft, errors }
      return (
        <>
          <TitleField {...shown} hint={t.compose.ask.titleHint} />
          <TextField {...shown} name="body" threadId={id} />
          <Files {...shown} />
          <TagsField {...shown} />
          <DayField {...shown} name="wantedBy" hint={t.compose.ask.wantedByHint} optional isAhead />
        </>
      )
    },
    send: async (input) => {
      await saveOnce(
        () => editQuestion(site.db, actor, id, input),
        async () => isSaved(await findQuestion(site.db, actor, id), input),
      )
      return { path: thread, flash: "saved" }
    },
  }
}

const isSaved = (saved: Question, input: Static<typeof EditedQuestion>) =>
  saved.title === input.title &&
  saved.text === input.body &&
  saved.wantedBy === input.wantedBy &&
  saved.tags.join() === input.tags.join() &&
  isSameFiles(saved.attachments, input.attachments)
