import type { FastifyReply, FastifyRequest } from "fastify"
import { Release, releaseStructure } from "../../../server/forum/index.ts"
import { Refusal } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { checkInput, html } from "../../../server/kernel/schemas.ts"
import { codeMessage, FormOf, refusalErrors, textOf } from "../../forms.ts"
import { Breadcrumb, type FieldError, WHOLE_FORM } from "../../layout/index.ts"
import { goTo, type Site, show } from "../../site.tsx"
import { type Texts, texts } from "../../texts/index.ts"
import { STRUCTURE_READERS } from "./hub.tsx"
import { loadStructure } from "./lines.ts"
import { trailTo } from "./overview.tsx"
import { Preview } from "./preview-content.tsx"

const RELEASERS = ["lead", "admin"] as const
const PATH = "/verwaltung/struktur/vorschau"

export function previewPages(app: App, site: Site): void {
  app.get(
    PATH,
    { config: { access: STRUCTURE_READERS, page: true }, schema: { response: html } },
    async (request, reply) => showPreview(site, request, reply),
  )
  app.post(
    PATH,
    {
      config: { access: RELEASERS, page: true },
      schema: { body: FormOf("changes", "version", "confirmed"), response: html },
    },
    async (request, reply) => {
      const t = texts(request.locale)
      const { value } = checkInput(Release, {
        changes: Number(textOf(request.body, "changes")),
        version: textOf(request.body, "version") || undefined,
      })
      if (!value || textOf(request.body, "confirmed") !== "true")
        return showPreview(site, request, reply, [
          { field: "confirmed", message: t.structure.previewPage.confirmMissing },
        ])
      try {
        await releaseStructure(site.db, request.actor, value)
        return goTo(reply, "/verwaltung/struktur", "released")
      } catch (error) {
        return showPreview(site, request, reply, staleErrors(t, error))
      }
    },
  )
}

async function showPreview(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  errors: FieldError[] = [],
) {
  const structure = await loadStructure(site, request.actor)
  const content = (t: Texts) => {
    const title = t.structure.previewPage.title
    return {
      title: errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
      current: "administration",
      width: "reading" as const,
      breadcrumb: <Breadcrumb trail={trailTo(t, title)} />,
      children: <Preview structure={structure} errors={errors} />,
    }
  }
  return show(site, request, reply, content, errors.length > 0 ? 422 : 200)
}

/** What does not fit any more is named with its category. */
function staleErrors(t: Texts, error: unknown): FieldError[] {
  const name = error instanceof Refusal ? error.detail?.name : undefined
  if (!(error instanceof Refusal) || typeof name !== "string") return refusalErrors(t, error)
  return [{ field: WHOLE_FORM, message: t.structure.previewPage.stale(name, codeMessage(t, error.code)) }]
}
