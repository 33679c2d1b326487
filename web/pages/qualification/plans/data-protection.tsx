import type { App } from "../../../../server/kernel/http.ts"
import { type DataProtectionView, listDataProtection } from "../../../../server/qualification/outcome.ts"
import { pagesOf } from "../../../form-pages.ts"
import { Breadcrumb, Day, EmptyState, Meta, PageTitle } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { PlanText } from "./content.tsx"

/** What data protection workshops have laid down; the page on data protection leads here. */
export function dataProtectionPage(app: App, site: Site): void {
  pagesOf(app, site).page("/datenschutz/festlegungen", {
    find: ({ db }) => listDataProtection(db),
    show: ({ t }, confirmed) => {
      const { publicTitle } = t.qualification.plans
      const trail = [{ label: t.shell.footer.privacy, href: "/datenschutz" }, { label: publicTitle }]
      return {
        title: publicTitle,
        width: "reading",
        breadcrumb: <Breadcrumb trail={trail} />,
        children: <Confirmed t={t} confirmed={confirmed} />,
      }
    },
  })
}

function Confirmed({ t, confirmed }: { t: Texts; confirmed: DataProtectionView[] }) {
  const words = t.qualification.plans
  return (
    <>
      <PageTitle lead={<p>{words.publicLead}</p>}>{words.publicTitle}</PageTitle>
      <p>
        {words.publicRules} <a href="/nutzungsregeln">{t.shell.footer.rules}</a>
      </p>
      {confirmed.length === 0 && (
        <EmptyState icon="lock" title={words.publicEmptyTitle}>
          <p>{words.publicEmptyText}</p>
        </EmptyState>
      )}
      {confirmed.map(({ id, cohort, on, content, html }) => (
        <div key={id} class="ff-part">
          <Meta
            items={[
              words.publicFrom(cohort),
              <span key="on">
                {words.decidedOn} <Day value={on} />
              </span>,
            ]}
          />
          <PlanText t={t} kind="data-protection" content={content} html={html} level={2} within={`-${id}`} />
        </div>
      ))}
    </>
  )
}
