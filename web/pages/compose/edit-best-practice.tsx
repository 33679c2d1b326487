import type { Static } from "typebox"
import {
  type BestPracticeView,
  EditedBestPractice,
  editBestPractice,
  findBestPractice,
  SECTIONS,
} from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, html } from "../../../server/kernel/schemas.ts"
import { FormOf, readMultipart, textOf } from "../../forms.ts"
import type { Site } from "../../site.tsx"
import type { Composition } from "./composition.ts"
import { DRAFT_FIELDS } from "./draft.ts"
import { beginEditing, isSameFiles, saveOnce } from "./editing.ts"
import { carryOn } from "./flow.tsx"
import { PracticeFields, practiceInput } from "./share.tsx"

const EditForm = FormOf(...DRAFT_FIELDS, ...SECTIONS, "version", "title", "tags")
const PATH = "/gute-praxis/:id/bearbeiten"

export function editBestPracticePages(app: App, site: Site): void {
  app.get(
    PATH,
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      const practice = await findBestPractice(site.db, request.actor, request.params.id)
      return beginEditing(
        { site, request, reply },
        editing(site, request.actor, practice),
        practice,
        practice.text,
      )
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
      const practice = await findBestPractice(site.db, request.actor, request.params.id)
      return carryOn({ site, request, reply }, editing(site, request.actor, practice), request.body)
    },
  )
}

type Practice = Static<typeof BestPracticeView>

function editing(site: Site, actor: Actor, practice: Practice): Composition<typeof EditedBestPractice> {
  const { id } = practice
  const thread = `/gute-praxis/${id}`
  return {
    path: `${thread}/bearbeiten`,
    current: "best-practices",
    keep: `gute-praxis-${id}`,
    words: (t) => ({ ...t.compose.editBestPractice, over: practice.category.name, verb: "save" }),
    trail: (t) => [
      { label: t.shell.navigation.bestPractices, href: "/gute-praxis" },
      { label: practice.title, href: thread },
    ],
    schema: EditedBestPractice,
    sections: SECTIONS,
    existing: practice.attachments,
    saved: { tags: practice.tags.join(", ") },
    cancel: thread,
    input: (fields, attachments) => ({
      version: Number(textOf(fields, "version")),
      ...practiceInput(fields),
      attachments,
    }),
    form: (draft, errors, t) => <PracticeFields draft={draft} errors={errors} t={t} threadId={id} />,
    send: async (input) => {
      await saveOnce(
        () => editBestPractice(site.db, actor, id, input),
        async () => isSaved(await findBestPractice(site.db, actor, id), input),
      )
      return { path: thread, flash: "saved" }
    },
  }
}

const isSaved = (saved: Practice, input: Static<typeof EditedBestPractice>) =>
  saved.title === input.title &&
  SECTIONS.every((section) => saved.text[section].trim() === input[section].trim()) &&
  saved.tags.join() === input.tags.join() &&
  isSameFiles(saved.attachments, input.attachments)
