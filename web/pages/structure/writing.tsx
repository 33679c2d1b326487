import type { FastifyReply, FastifyRequest } from "fastify"
import { CategoryDraft, discardDraft, draftCategory, draftNewCategory } from "../../../server/forum/index.ts"
import { notFound } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../server/kernel/schemas.ts"
import { type Fields, FormOf, fieldErrors, listOf, orNull, refusalErrors, textOf } from "../../forms.ts"
import { Breadcrumb, type FieldError } from "../../layout/index.ts"
import { goTo, type Site, show } from "../../site.tsx"
import { type Texts, texts } from "../../texts/index.ts"
import { CategoryForm, type Typed } from "./form.tsx"
import { type CategoryFields, loadStructure, type Structure } from "./lines.ts"
import { trailTo } from "./overview.tsx"

const DRAFTERS = ["editor", "admin"] as const
const OVERVIEW = "/verwaltung/struktur"
const Body = FormOf(
  "kind",
  "parentId",
  "name",
  "description",
  "guide",
  "responsibleId",
  "audience",
  "departmentIds",
  "position",
  "archived",
)
const drafters = { access: DRAFTERS, page: true }

export function writingPages(app: App, site: Site): void {
  app.get(`${OVERVIEW}/neu`, { config: drafters, schema: { response: html } }, async (request, reply) => {
    const structure = await loadStructure(site, request.actor)
    return showForm({ site, request, reply, structure, id: null }, newFields(structure))
  })
  app.post(
    `${OVERVIEW}/neu`,
    { config: drafters, schema: { body: Body, response: html } },
    async (request, reply) => save({ site, request, reply, id: null }, request.body),
  )
  app.get(
    `${OVERVIEW}/:id`,
    { config: drafters, schema: { params: ById, response: html } },
    async (request, reply) => {
      const structure = await loadStructure(site, request.actor)
      const line = structure.lines.find(({ id }) => id === request.params.id)
      if (!line) throw notFound()
      return showForm({ site, request, reply, structure, id: line.id }, line.fields)
    },
  )
  app.post(
    `${OVERVIEW}/:id`,
    { config: drafters, schema: { params: ById, body: Body, response: html } },
    async (request, reply) => save({ site, request, reply, id: request.params.id }, request.body),
  )
  app.post(
    `${OVERVIEW}/:id/verwerfen`,
    { config: drafters, schema: { params: ById, body: FormOf(), response: html } },
    async (request, reply) => {
      await discardDraft(site.db, request.actor, request.params.id)
      return goTo(reply, OVERVIEW, "discarded")
    },
  )
}

type Exchange = {
  site: Site
  request: Pick<FastifyRequest, "actor" | "locale"> & FastifyRequest
  reply: FastifyReply
  /** Null for a new category. */
  id: string | null
}

async function save({ site, request, reply, id }: Exchange, body: Fields) {
  const t = texts(request.locale)
  const typed = typedIn(body)
  const again = async (errors: FieldError[]) => {
    const structure = await loadStructure(site, request.actor)
    if (id !== null && !structure.lines.some((line) => line.id === id)) throw notFound()
    return showForm({ site, request, reply, structure, id }, typed, errors)
  }
  const { value, faults } = checkInput(CategoryDraft, { ...typed, position: numberIn(typed.position) })
  if (!value) return again(fieldErrors(t, faults, "category").map(readersMissing(t)))
  try {
    const changes = id
      ? await draftCategory(site.db, request.actor, id, value)
      : await draftNewCategory(site.db, request.actor, value)
    return goTo(reply, OVERVIEW, changes ? "drafted" : "unchanged")
  } catch (error) {
    return again(refusalErrors(t, error))
  }
}

type Shown = Exchange & { structure: Structure }

function showForm(
  { site, request, reply, structure, id }: Shown,
  fields: CategoryFields | Typed,
  errors: FieldError[] = [],
) {
  const former = structure.lines.find((line) => line.id === id)
  const content = (t: ReturnType<typeof texts>) => {
    const title = former ? t.structure.form.editTitle(former.fields.name) : t.structure.form.newTitle
    return {
      title: errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
      current: "administration",
      width: "reading" as const,
      breadcrumb: <Breadcrumb trail={trailTo(t, title)} />,
      children: <CategoryForm {...{ title, id, structure, fields, errors }} />,
    }
  }
  return show(site, request, reply, content, errors.length > 0 ? 422 : 200)
}

/** A new category stands below those that are there. */
function newFields({ lines }: Structure): CategoryFields {
  const position = Math.max(0, ...lines.map(({ fields }) => fields.position)) + 10
  return {
    parentId: null,
    kind: "questions",
    name: "",
    description: "",
    guide: "",
    responsibleId: null,
    audience: "all",
    departmentIds: [],
    position: Math.min(position, 10_000),
    archived: false,
  }
}

const typedIn = (body: Fields): Typed => ({
  parentId: orNull(textOf(body, "parentId")),
  kind: textOf(body, "kind"),
  name: textOf(body, "name").trim(),
  description: textOf(body, "description").trim(),
  guide: textOf(body, "guide").trim(),
  responsibleId: orNull(textOf(body, "responsibleId")),
  audience: textOf(body, "audience"),
  departmentIds: listOf(body, "departmentIds"),
  position: textOf(body, "position").trim(),
  archived: textOf(body, "archived") === "true",
})

const numberIn = (text: string | number) => (/^\d+$/.test(String(text)) ? Number(text) : text)

/** Elsewhere the same field says who sees an announcement. */
const readersMissing = (t: Texts) => (error: FieldError) =>
  error.field === "audience" ? { ...error, message: t.structure.fields.audienceMissing } : error
