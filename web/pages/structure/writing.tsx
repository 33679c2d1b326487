import { CategoryDraft, discardDraft, draftCategory, draftNewCategory } from "../../../server/forum/index.ts"
import { notFound } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { type Ask, type Next, pagesOf } from "../../form-pages.ts"
import { NoInput, readForm } from "../../form-reading.ts"
import type { FormState } from "../../form-state.tsx"
import { type Fields, textOf } from "../../forms.ts"
import { Breadcrumb } from "../../layout/index.ts"
import type { Content, Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { CategoryForm } from "./form.tsx"
import { type CategoryFields, type Line, loadStructure, type Structure } from "./lines.ts"
import { overviewContent, trailTo } from "./overview.tsx"

const access = ["editor", "admin"] as const
const OVERVIEW = "/verwaltung/struktur"

type Found = { structure: Structure; line: Line | null }

export function writingPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  const shared = {
    access,
    name: "category",
    input: CategoryDraft,
    read,
    labels: (t: Texts) => t.structure.fields,
    to: (isChanged: unknown): Next => [OVERVIEW, isChanged ? "drafted" : "unchanged"],
    show: showForm,
  }
  pages.formPage(`${OVERVIEW}/neu`, {
    ...shared,
    find: async ({ site, actor }): Promise<Found> => {
      return { structure: await loadStructure(site, actor), line: null }
    },
    start: ({ structure }) => newFields(structure),
    act: ({ db, actor }, value) => draftNewCategory(db, actor, value),
  })
  pages.formPage(`${OVERVIEW}/:id`, {
    ...shared,
    find: async ({ site, actor, params }): Promise<Found & { line: Line }> => {
      const structure = await loadStructure(site, actor)
      const line = structure.lines.find(({ id }) => id === params.id)
      if (!line) throw notFound()
      return { structure, line }
    },
    start: ({ line }) => asFields(line.fields),
    act: ({ db, actor, params }, value) => draftCategory(db, actor, params.id, value),
  })
  pages.form(`${OVERVIEW}/:id/verwerfen`, {
    access,
    find: () => null,
    input: NoInput,
    act: ({ db, actor, params }) => discardDraft(db, actor, params.id),
    to: () => [OVERVIEW, "discarded"],
    again: (ask, _, form) => overviewContent(ask, form),
  })
}

/** Blanks around what was typed say nothing. */
function read(fields: Fields) {
  const [name, description, guide] = ["name", "description", "guide"].map((one) => textOf(fields, one).trim())
  return readForm(CategoryDraft, { ...fields, name, description, guide })
}

function showForm({ t }: Ask, { structure, line }: Found, form: FormState): Content {
  const title = line ? t.structure.form.editTitle(line.fields.name) : t.structure.form.newTitle
  return {
    title,
    current: "administration",
    width: "reading",
    breadcrumb: <Breadcrumb trail={trailTo(t, title)} />,
    children: <CategoryForm title={title} id={line?.id ?? null} structure={structure} form={form} />,
  }
}

const asFields = ({ parentId, responsibleId, position, archived, ...rest }: CategoryFields): Fields => ({
  ...rest,
  parentId: parentId ?? "",
  responsibleId: responsibleId ?? "",
  position: String(position),
  archived: String(archived),
})

/** A new category stands below those that are there. */
function newFields({ lines }: Structure): Fields {
  const position = Math.max(0, ...lines.map(({ fields }) => fields.position)) + 10
  return { kind: "questions", audience: "all", position: String(Math.min(position, 10_000)) }
}
