import { Type } from "typebox"
import { contentDisposition } from "../../../../server/kernel/files.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { writePdf } from "../../../../server/kernel/pdf.ts"
import type { PdfBlock } from "../../../../server/kernel/pdf-blocks.ts"
import { pdfBlocksOf } from "../../../../server/kernel/pdf-markdown.ts"
import type { Passage } from "../../../../server/kernel/pdf-paper.ts"
import { ById, Choice, Closed } from "../../../../server/kernel/schemas.ts"
import { findReleasedMinutes, listPrintedPhotos } from "../../../../server/qualification/meet.ts"
import type { Site } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { whenOf } from "../cohorts/when.tsx"

const WIDEST = 440
const HIGHEST = 520
const WithPhotos = Closed({ fotos: Type.Optional(Choice(["1"] as const)) })

type Photo = { caption: string; content: Buffer; width: number; height: number }

/** The minutes on paper, as they were released. */
export function minutesPdf(app: App, { db, files }: Site): void {
  app.get(
    "/termine/:id/protokoll.pdf",
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, querystring: WithPhotos, response: { 200: Type.Any() } },
    },
    async ({ actor, params, query, locale }, reply) => {
      const { session, minutes } = await findReleasedMinutes(db, actor, params.id)
      const t = texts(locale)
      const words = t.qualification.sessions
      const title = words.minutes.of(session.title)
      const facts: [string, string | Passage][] = [
        [words.when, whenOf(session, locale).replaceAll(" ", "\u00a0")],
      ]
      if (session.place) facts.push([words.where, { text: session.place, lang: "de" }])
      const photos = query.fotos ? await listPrintedPhotos(db, files, actor, session.id) : []
      const pdf = await writePdf({
        title,
        lang: locale,
        footer: words.minutes.pdfFooter(session.cohort.name),
        createdAt: new Date(minutes.releasedAt),
        blocks: [
          { kind: "heading", level: 1, text: title },
          { kind: "facts", facts },
          // Whatever the language of the interface, people write German here.
          ...pdfBlocksOf(minutes.body).map((block) => ({ ...block, lang: "de" as const })),
          ...photoBlocks(t, photos),
        ],
      })
      return reply
        .type("application/pdf")
        .header("content-disposition", contentDisposition(`${title.replace(/[:/\\]+/g, "")}.pdf`, false))
        .send(pdf)
    },
  )
}

/** One below the other, each whole on its page; the caption is also what is read aloud. */
function photoBlocks(t: Texts, photos: Photo[]): PdfBlock[] {
  const words = t.qualification.sessions.photos
  if (photos.length === 0) return []
  return [
    { kind: "heading", level: 2, text: words.title },
    ...photos.flatMap(({ caption, content, width, height }): PdfBlock[] => [
      {
        kind: "image",
        content,
        alt: words.alt(caption),
        width: Math.min(WIDEST, (HIGHEST * width) / height),
      },
      ...(caption ? [{ kind: "paragraph", text: caption, look: "small", lang: "de" } as const] : []),
    ]),
  ]
}
