import { LONGEST_SECTION, NewBestPractice, SECTIONS, shareBestPractice } from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import { newId } from "../../../server/kernel/database.ts"
import type { App } from "../../../server/kernel/http.ts"
import { html } from "../../../server/kernel/schemas.ts"
import { type Fields, FormOf, optional, readMultipart, tagsOf, textOf } from "../../forms.ts"
import { FieldGroup } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { readChoice } from "./categories.tsx"
import type { Composition } from "./composition.ts"
import { DRAFT_FIELDS } from "./draft.ts"
import { Files, type Shown, TagsField, TextField, TitleField } from "./fields.tsx"
import { carryOn } from "./flow.tsx"
import { Beginning, begin } from "./start.tsx"

const ShareForm = FormOf(...DRAFT_FIELDS, ...SECTIONS, "categoryId", "title", "tags")
const PATH = "/gute-praxis/neu"

export function sharePages(app: App, site: Site): void {
  app.get(
    PATH,
    {
      config: { access: "signed-in", page: true },
      schema: { querystring: Beginning, response: html },
    },
    async (request, reply) =>
      begin({ site, request, reply }, await sharing(site, request.actor), request.query, {
        idempotencyKey: newId(),
      }),
  )
  app.post(
    PATH,
    {
      config: { access: "signed-in", page: true },
      schema: { body: ShareForm, response: html },
      preValidation: readMultipart,
    },
    async (request, reply) =>
      carryOn({ site, request, reply }, await sharing(site, request.actor), request.body),
  )
}

async function sharing(site: Site, actor: Actor): Promise<Composition<typeof NewBestPractice>> {
  const choice = await readChoice(site, actor, "best-practices", ({ can }) => can.post)
  return {
    path: PATH,
    current: "best-practices",
    keep: "gute-praxis",
    words: (t) => ({ ...t.compose.share, verb: "publish" }),
    trail: (t) => [{ label: t.shell.navigation.bestPractices, href: "/gute-praxis" }],
    schema: NewBestPractice,
    sections: SECTIONS,
    choice,
    cancel: "/gute-praxis",
    input: (fields, attachments) => ({
      categoryId: textOf(fields, "categoryId"),
      ...practiceInput(fields),
      attachments,
      key: optional(textOf(fields, "idempotencyKey")),
    }),
    form: (draft, errors, t) => <PracticeFields draft={draft} errors={errors} t={t} />,
    send: async (input) => {
      const { id } = await shareBestPractice(site.db, actor, input)
      return { path: `/gute-praxis/${id}`, flash: "shared" }
    },
  }
}

/** What sharing and editing have in common. */
export function practiceInput(fields: Fields) {
  return {
    title: textOf(fields, "title").trim(),
    ...Object.fromEntries(SECTIONS.map((section) => [section, textOf(fields, section)])),
    tags: tagsOf(textOf(fields, "tags")),
  }
}

const REQUIRED: readonly string[] = ["situation", "approach"]

export function PracticeFields({ t, threadId, ...shown }: Shown & { t: Texts; threadId?: string }) {
  const words = t.compose.share
  return (
    <>
      <TitleField {...shown} hint={words.titleHint} />
      <FieldGroup legend={words.sections} hint={words.sectionsHint}>
        {SECTIONS.map((section) => (
          <TextField
            {...shown}
            name={section}
            threadId={threadId}
            hint={words.hints[section]}
            optional={!REQUIRED.includes(section)}
            limit={LONGEST_SECTION[section]}
            rows={section === "approach" ? 10 : section === "contact" ? 3 : 6}
            key={section}
          />
        ))}
      </FieldGroup>
      <Files {...shown} />
      <TagsField {...shown} />
    </>
  )
}
