import type { App } from "../../../../server/kernel/http.ts"
import { type CohortView, findCohort } from "../../../../server/qualification/core.ts"
import { listMaterials } from "../../../../server/qualification/course.ts"
import { findChoice } from "../../../../server/qualification/proof.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { EmptyState, LinkButton, PageTitle } from "../../../layout/index.ts"
import type { Content, Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { cohortPage } from "../cohort-page.tsx"
import { allPath, anchorOf, pdfPath, sheetPath, sheetsOf } from "./address.ts"
import { sheetOf } from "./catalogue.ts"
import { BySheet, copiesOf, Version } from "./find.ts"
import { mayBeFilled, SheetRows } from "./links.tsx"
import { NAMED, sheetsFor } from "./named.ts"
import { Paper } from "./paper.tsx"
import type { Copy, Sheet, SheetField } from "./sheet.ts"

/** All forms of the half-year for paper, and each of them as a page that can be printed. */
export function sheetPages(app: App, site: Site): void {
  const { page } = pagesOf(app, site)
  page("/lerngruppen/:id/blaetter", {
    find: findAll,
    show: ({ t }, found) => showAll(t, found),
  })
  page("/lerngruppen/:id/blaetter/:blatt", {
    params: BySheet,
    query: Version,
    find: findOne,
    show: ({ t }, found) => showOne(t, found),
  })
}

/** What a step is held with is nothing of the managers'. */
async function findAll({ db, actor, params }: Ask) {
  const cohort = await findCohort(db, actor, params.id)
  const isInGroup = cohort.parts.some((part) => part !== "manager")
  return { cohort, steps: isInGroup ? await listMaterials(db, actor, cohort.id) : [] }
}

function showAll(t: Texts, { cohort, steps }: Awaited<ReturnType<typeof findAll>>): Content {
  const words = t.qualification.sheets
  const named = steps
    .map((step) => ({ ...step, sheets: sheetsFor(step) }))
    .filter(({ sheets }) => sheets.length > 0)
  const others = NAMED.filter((sheet) => !named.some(({ sheets }) => sheets.includes(sheet)))
  const all = (
    <LinkButton href={allPath(cohort.id)} icon="print">
      {words.allPdf}
    </LinkButton>
  )
  return cohortPage(
    t,
    cohort,
    { title: words.title, width: "reading" },
    <>
      <PageTitle lead={<p>{words.lead}</p>} actions={all}>
        {words.title}
      </PageTitle>
      {named.map(({ id, title, sheets }) => (
        <section key={id} id={anchorOf(id)} class="ff-part" aria-labelledby={`titel-${id}`}>
          <h2 id={`titel-${id}`}>{title}</h2>
          <SheetRows cohortId={cohort.id} sheets={sheets} parts={cohort.parts} />
          <p>
            <a href={allPath(cohort.id, id)}>
              {words.allOfStep}
              <span class="kern-sr-only"> ({title})</span>
            </a>
          </p>
        </section>
      ))}
      {others.length > 0 && (
        <section class="ff-part" aria-labelledby="weitere">
          <h2 id="weitere">{named.length > 0 ? words.others : words.each}</h2>
          <SheetRows cohortId={cohort.id} sheets={others} parts={cohort.parts} />
        </section>
      )}
    </>,
  )
}

type Found = {
  cohort: CohortView
  sheet: Sheet
  fields: SheetField[]
  /** Null: the empty one. */
  copies: Copy[] | null
  only: string | undefined
}

async function findOne(ask: Ask<{ id: string; blatt: Sheet["slug"] }, Version>): Promise<Found> {
  const { db, actor, params, query, t } = ask
  const cohort = await findCohort(db, actor, params.id)
  const sheet = sheetOf(params.blatt)
  const copies = await copiesOf(ask, cohort.id, sheet, query)
  const { competences } = await findChoice(db, actor, cohort.id)
  return { cohort, sheet, fields: sheet.fields(t, competences), copies, only: query.nur }
}

function showOne(t: Texts, { cohort, sheet, fields, copies, only }: Found): Content {
  const words = t.qualification.sheets
  const { slug } = sheet
  const title = words.titles[slug]
  const filled = copies !== null
  return cohortPage(
    t,
    cohort,
    {
      title: filled ? words.titleFilled(title) : title,
      above: [{ label: words.title, href: sheetsOf(cohort.id) }],
    },
    <>
      <PageTitle
        lead={<p>{filled ? words.filledLead : words.emptyLead}</p>}
        actions={
          <>
            {copies?.length !== 0 && (
              <LinkButton href={pdfPath(cohort.id, slug, { filled, only })} kind="primary" icon="print">
                {words.pdf}
              </LinkButton>
            )}
            {filled && <LinkButton href={sheetPath(cohort.id, slug)}>{words.empty}</LinkButton>}
            {!filled && mayBeFilled(sheet, cohort.parts) && (
              <LinkButton href={sheetPath(cohort.id, slug, { filled: true })}>{words.filled}</LinkButton>
            )}
          </>
        }
      >
        {title}
      </PageTitle>
      {copies?.length === 0 ? (
        <EmptyState icon="edit" title={words.nothingTitle}>
          <p>{words.nothingText}</p>
          <LinkButton href={`/lerngruppen/${cohort.id}/${sheet.place}`}>{words.onScreen}</LinkButton>
        </EmptyState>
      ) : (
        (copies ?? [null]).map((copy, index, all) => (
          <Paper
            key={index}
            sheet={sheet}
            fields={fields}
            cohort={cohort.name}
            copy={copy}
            isOneOfMany={all.length > 1}
          />
        ))
      )}
    </>,
  )
}
