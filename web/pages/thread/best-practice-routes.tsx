import type { FastifyReply, FastifyRequest } from "fastify"
import { findBestPractice, setMark } from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, html } from "../../../server/kernel/schemas.ts"
import { FormOf, textOf } from "../../forms.ts"
import { goTo, type Site, show } from "../../site.tsx"
import { BestPracticePage, bestPracticeTrail } from "./best-practice-page.tsx"
import { unfolded } from "./question-routes.tsx"
import type { Retry } from "./retry.ts"

export async function bestPracticePages(app: App, site: Site): Promise<void> {
  app.get(
    "/gute-praxis/:id",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => showBestPractice(site, request, reply, request.params.id, null),
  )
  app.post(
    "/gute-praxis/:id/nachgenutzt",
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, body: FormOf("marked"), response: html },
    },
    async (request, reply) => {
      const { id } = request.params
      const marked = textOf(request.body, "marked") === "true"
      await setMark(site.db, request.actor, id, "reused", marked)
      return goTo(reply, `/gute-praxis/${id}#${id}`, marked ? "marked" : "unmarked")
    },
  )
}

export async function showBestPractice(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  retry: Retry | null,
) {
  const practice = await findBestPractice(site.db, request.actor, id)
  const address = `${site.config.publicUrl}/gute-praxis/${id}`
  return show(
    site,
    request,
    reply,
    (t) => ({
      title: retry ? t.shell.form.errorPageTitle(practice.title) : practice.title,
      current: "best-practices",
      breadcrumb: bestPracticeTrail(t, practice),
      ...(retry && { flash: null }),
      children: (
        <BestPracticePage
          practice={practice}
          retry={retry}
          open={unfolded(request) === id}
          address={address}
        />
      ),
    }),
    retry?.status ?? 200,
  )
}
