import { readFile } from "node:fs/promises"
import {
  applyImport,
  discardImport,
  findImport,
  type ImportView,
  NewImport,
  prepareImport,
} from "../../../../../server/accounts/index.ts"
import type { App } from "../../../../../server/kernel/http.ts"
import type { Upload } from "../../../../../server/kernel/multipart.ts"
import { html } from "../../../../../server/kernel/schemas.ts"
import { readText } from "../../../../../server/kernel/text-files.ts"
import { pagesOf } from "../../../../form-pages.ts"
import { NoInput } from "../../../../form-reading.ts"
import { Faults, type FormState } from "../../../../form-state.tsx"
import { FormOf, readMultipart, textOf } from "../../../../forms.ts"
import { type Content, goTo, type Site, show } from "../../../../site.tsx"
import { type Texts, texts } from "../../../../texts/index.ts"
import { adminPage, underAdministration } from "../../administration.tsx"
import { attempt } from "../../attempt.ts"
import type { Shown } from "../../fields.tsx"
import { LIST } from "../fields.tsx"
import { ImportPreview } from "./preview.tsx"
import { IMPORT, UploadForm } from "./upload.tsx"

const FRESH: Shown = { fields: { invite: "true" }, errors: [] }

/** People from a CSV file: chosen, looked at, and only then taken over. */
export function importPages(app: App, site: Site): void {
  uploadPages(app, site)
  const pages = pagesOf(app, site)
  const path = `${IMPORT}/:id`
  const access = ["admin"] as const
  pages.page(path, {
    access,
    find: ({ db, actor, params }) => findImport(db, actor, params.id),
    show: ({ t }, found) => previewPage(t, found, null),
  })
  pages.form(path, {
    access,
    find: ({ db, actor, params }) => findImport(db, actor, params.id),
    input: NoInput,
    act: ({ db, actor, params }) => applyImport(db, actor, params.id),
    to: () => [LIST, "people-imported"],
    again: ({ t }, found, form) => previewPage(t, found, form),
  })
  pages.form(`${path}/verwerfen`, {
    access,
    find: ({ db, actor, params }) => findImport(db, actor, params.id),
    input: NoInput,
    act: ({ db, actor, params }) => discardImport(db, actor, params.id),
    to: () => IMPORT,
    again: ({ t }, found, form) => previewPage(t, found, form),
  })
}

/** By hand, because of the file. What was chosen cannot be given back: browsers forget it. */
function uploadPages(app: App, site: Site): void {
  app.get(IMPORT, { config: adminPage, schema: { response: html } }, async (request, reply) =>
    show(site, request, reply, (t) => uploadPage(t, FRESH)),
  )

  app.post(
    IMPORT,
    { config: adminPage, schema: { body: FormOf("invite"), response: html }, preValidation: readMultipart },
    async (request, reply) => {
      const t = texts(request.locale)
      const { body, actor } = request
      const [upload] = request.uploads ?? []
      const content = await contentOf(upload)
      const input = { content: content ?? "", invite: textOf(body, "invite") === "true" }
      const outcome = await attempt(t, NewImport, input, (value) => prepareImport(site.db, actor, value))
      if (!outcome.failed) return goTo(reply, `${IMPORT}/${outcome.result.id}`)
      const shown = { fields: body, errors: [{ field: "file", message: whyNot(t, upload, content) }] }
      const page = uploadPage(t, shown)
      const title = t.shell.form.errorPageTitle(page.title)
      return show(site, request, reply, () => ({ ...page, title }), outcome.failed.status)
    },
  )
}

/** Null for what is no text. */
const contentOf = async (upload: Upload | undefined): Promise<string | null> =>
  upload && !upload.fault ? readText(await readFile(upload.path)) : ""

function whyNot(
  { accounts: { peopleImport: words } }: Texts,
  upload: Upload | undefined,
  content: string | null,
) {
  if (!upload) return words.missing
  if (content === null) return words.unreadable
  return upload.fault || content.trim() !== "" ? words.tooLarge : words.isEmpty
}

function uploadPage(t: Texts, shown: Shown): Content {
  const { title } = t.accounts.peopleImport
  return {
    title,
    current: "administration",
    width: "reading",
    breadcrumb: underAdministration(t, title, { label: t.accounts.administration.people.title, href: LIST }),
    children: <UploadForm shown={shown} />,
  }
}

function previewPage(t: Texts, found: ImportView, form: FormState | null): Content {
  const words = t.accounts.peopleImport
  return {
    title: words.previewTitle,
    current: "administration",
    breadcrumb: underAdministration(
      t,
      words.previewTitle,
      { label: t.accounts.administration.people.title, href: LIST },
      { label: words.title, href: IMPORT },
    ),
    children: (
      <>
        {form && <Faults form={form} />}
        <ImportPreview found={found} />
      </>
    ),
  }
}
