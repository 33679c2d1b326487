import { Type } from "typebox"
import { notFound } from "../../../../server/kernel/errors.ts"
import { contentDisposition } from "../../../../server/kernel/files.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { writePdf } from "../../../../server/kernel/pdf.ts"
import { ById, Closed, Id } from "../../../../server/kernel/schemas.ts"
import { findCohort } from "../../../../server/qualification/core.ts"
import { listMaterials } from "../../../../server/qualification/course.ts"
import { findChoice } from "../../../../server/qualification/proof.ts"
import type { Site } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { sheetBlocks } from "./blocks.ts"
import { SHEETS, sheetOf } from "./catalogue.ts"
import { BySheet, copiesOf, Version } from "./find.ts"
import { sheetsFor } from "./named.ts"
import type { Asked, Copy, Sheet } from "./sheet.ts"

/** Those of a step; without it all that there are. */
const OfStep = Closed({ schritt: Type.Optional(Id) })

/** Sheets as documents: one of them, empty or filled, and all empty ones of a step in one. */
export function sheetPdfs(app: App, { db }: Site): void {
  const config = { access: "signed-in", page: true } as const
  const response = { 200: Type.Any() }
  app.get(
    "/lerngruppen/:id/blaetter/:blatt/pdf",
    { config, schema: { params: BySheet, querystring: Version, response } },
    async ({ actor, params, query, locale }, reply) => {
      const t = texts(locale)
      const asked = { db, actor, t, locale }
      const sheet = sheetOf(params.blatt)
      const title = t.qualification.sheets.titles[sheet.slug]
      const copies = await copiesOf(asked, params.id, sheet, query)
      if (copies?.length === 0) throw notFound()
      return reply
        .type("application/pdf")
        .header("content-disposition", named(title))
        .send(await write(asked, params.id, { title, sheets: [sheet], copies: copies ?? [null] }))
    },
  )
  app.get(
    "/lerngruppen/:id/blaetter/pdf",
    { config, schema: { params: ById, querystring: OfStep, response } },
    async ({ actor, params, query, locale }, reply) => {
      const t = texts(locale)
      const asked = { db, actor, t, locale }
      const { title, sheets } = await sheetsOfStep(asked, params.id, query.schritt)
      return reply
        .type("application/pdf")
        .header("content-disposition", named(title))
        .send(await write(asked, params.id, { title, sheets, copies: [null] }))
    },
  )
}

const named = (title: string) => contentDisposition(`${title.replace(/[:/\\„“]+/g, "")}.pdf`, false)

async function sheetsOfStep({ db, actor, t }: Asked, cohortId: string, stepId: string | undefined) {
  const { title } = t.qualification.sheets
  if (!stepId) return { title, sheets: SHEETS }
  const step = (await listMaterials(db, actor, cohortId)).find(({ id }) => id === stepId)
  const sheets = step ? sheetsFor(step).map(({ slug }) => sheetOf(slug)) : []
  if (!step || sheets.length === 0) throw notFound()
  return { title: `${title}: ${step.title}`, sheets }
}

type Printed = { title: string; sheets: Sheet[]; copies: (Copy | null)[] }

async function write({ db, actor, t, locale }: Asked, cohortId: string, printed: Printed): Promise<Buffer> {
  const { name: cohort } = await findCohort(db, actor, cohortId)
  const { competences } = await findChoice(db, actor, cohortId)
  return writePdf({
    title: `${printed.title}: ${cohort}`,
    lang: locale,
    footer: `${printed.title}, ${cohort}`,
    blocks: printed.sheets.flatMap((sheet) => {
      const fields = sheet.fields(t, competences)
      return printed.copies.flatMap((copy) => sheetBlocks(t, { sheet, fields, cohort }, copy))
    }),
  })
}
