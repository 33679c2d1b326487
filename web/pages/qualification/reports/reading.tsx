import { Type } from "typebox"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { writePdf } from "../../../../server/kernel/pdf.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import {
  type CohortView,
  findCohort,
  findReleased,
  findReport,
  type ReleasedView,
} from "../../../../server/qualification/index.ts"
import { Day, EmptyState, formatDay, LinkButton, Meta, PageTitle } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { ReportFields } from "./fields.tsx"
import { Work } from "./work.tsx"

const config = { access: "signed-in", page: true } as const

export function readingPages(app: App, site: Site): void {
  app.get(
    "/lerngruppen/:id/rueckmeldung",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { id } = request.params
      const cohort = await findCohort(site.db, request.actor, id)
      const works = cohort.parts.some((part) => part !== "manager")
      const report = works ? await findReport(site.db, request.actor, id) : null
      const released = works ? null : await releasedOrNone(site, request.actor, id)
      return show(site, request, reply, (t) => ({
        title: works ? t.qualification.reports.title : t.qualification.reports.managerTitle,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: t.qualification.reports.title }]} />,
        children: report ? (
          <Work t={t} cohortId={id} report={report} />
        ) : (
          <ForManager t={t} cohort={cohort} released={released} />
        ),
      }))
    },
  )
  app.get(
    "/lerngruppen/:id/rueckmeldung/pdf",
    { config, schema: { params: ById, response: { 200: Type.Any() } } },
    async (request, reply) => {
      const { id } = request.params
      const cohort = await findCohort(site.db, request.actor, id)
      const released = await findReleased(site.db, request.actor, id)
      const content = await pdfOf(texts(request.locale), request.locale, cohort, released)
      return reply
        .type("application/pdf")
        .header("content-disposition", 'inline; filename="rueckmeldung.pdf"')
        .send(content)
    },
  )
}

/** Managers must not learn whether there is one that was not released. */
async function releasedOrNone(site: Site, actor: Parameters<typeof findReleased>[1], cohortId: string) {
  try {
    return await findReleased(site.db, actor, cohortId)
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return null
    throw error
  }
}

function pdfOf(t: Texts, locale: "de" | "en", cohort: CohortView, released: ReleasedView) {
  const words = t.qualification.reports
  const dates = `${words.releasedOn} ${formatDay(released.releasedOn, locale)} · ${words.expiresOn} ${formatDay(released.expiresOn, locale)}`
  return writePdf({
    title: `${words.managerTitle}: ${cohort.name}`,
    lang: locale,
    footer: cohort.name,
    blocks: [
      { kind: "heading", level: 1, text: words.managerTitle },
      { kind: "paragraph", look: "lead", text: cohort.name, lang: "de" },
      { kind: "paragraph", look: "small", text: `${words.behalf(released.composer)}. ${dates}` },
      ...released.fields.flatMap(({ prompt, text }) => [
        { kind: "heading" as const, level: 2 as const, text: words.prompts[prompt] },
        { kind: "paragraph" as const, text, lang: "de" as const },
      ]),
    ],
  })
}

function ForManager({
  t,
  cohort,
  released,
}: {
  t: Texts
  cohort: CohortView
  released: ReleasedView | null
}) {
  const words = t.qualification.reports
  if (!released)
    return (
      <>
        <PageTitle>{words.managerTitle}</PageTitle>
        <EmptyState icon="mail" title={words.managerNoneTitle}>
          <p>{words.managerNone}</p>
        </EmptyState>
      </>
    )
  const pdf = (
    <LinkButton href={`/lerngruppen/${cohort.id}/rueckmeldung/pdf`} icon="download">
      {words.pdf}
    </LinkButton>
  )
  return (
    <>
      <PageTitle
        actions={pdf}
        lead={
          <Meta
            items={[
              words.behalf(released.composer),
              <span key="on">
                {words.releasedOn} <Day value={released.releasedOn} />
              </span>,
              <span key="until">
                {words.expiresOn} <Day value={released.expiresOn} />
              </span>,
            ]}
          />
        }
      >
        {words.managerTitle}
      </PageTitle>
      <ReportFields t={t} fields={released.fields} level={2} />
    </>
  )
}
