import { Type } from "typebox"
import type { Locale } from "../../../../server/kernel/actor.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { writePdf } from "../../../../server/kernel/pdf.ts"
import { ById } from "../../../../server/kernel/schemas.ts"
import { findCohort } from "../../../../server/qualification/core.ts"
import { findReleased, type ReleasedView } from "../../../../server/qualification/outcome.ts"
import { formatDay } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"

export function pdfRoute(app: App, site: Site): void {
  app.get(
    "/lerngruppen/:id/rueckmeldung/pdf",
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, response: { 200: Type.Any() } },
    },
    async (request, reply) => {
      const { id } = request.params
      const cohort = await findCohort(site.db, request.actor, id)
      const released = await findReleased(site.db, request.actor, id)
      return reply
        .type("application/pdf")
        .header("content-disposition", 'inline; filename="rueckmeldung.pdf"')
        .send(await pdfOf(request.locale, cohort.name, released))
    },
  )
}

function pdfOf(locale: Locale, cohort: string, released: ReleasedView) {
  const words = texts(locale).qualification.reports
  const dates = `${words.releasedOn} ${formatDay(released.releasedOn, locale)} · ${words.expiresOn} ${formatDay(released.expiresOn, locale)}`
  return writePdf({
    title: `${words.managerTitle}: ${cohort}`,
    lang: locale,
    footer: cohort,
    blocks: [
      { kind: "heading", level: 1, text: words.managerTitle },
      { kind: "paragraph", look: "lead", text: cohort, lang: "de" },
      { kind: "paragraph", look: "small", text: `${words.behalf(released.composer)}. ${dates}` },
      ...released.fields.flatMap(({ prompt, text }) => [
        { kind: "heading" as const, level: 2 as const, text: words.prompts[prompt] },
        { kind: "paragraph" as const, text, lang: "de" as const },
      ]),
    ],
  })
}
