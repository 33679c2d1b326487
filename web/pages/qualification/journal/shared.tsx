import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { findCohort, listSharedEntries, type SharedEntries } from "../../../../server/qualification/index.ts"
import { Badge, Card, Day, EmptyState, Meta, PageTitle } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { Off, PATH } from "./frame.tsx"

export function sharedEntriesPages(app: App, site: Site): void {
  app.get(
    "/lerngruppen/:id/geteilte-eintraege",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const keys = site.journalKeys
      const shared = keys && (await listSharedEntries(site.db, keys, actor, params.id))
      const cohort = await findCohort(site.db, actor, params.id)
      return show(site, request, reply, (t) => {
        const { sharedTitle } = t.qualification.journal
        return {
          title: sharedTitle,
          current: "qualification",
          width: "reading",
          breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: sharedTitle }]} />,
          children: shared ? (
            <All t={t} shared={shared} isLearner={cohort.parts.includes("learner")} />
          ) : (
            <Off />
          ),
        }
      })
    },
  )
}

function All({ t, shared, isLearner }: { t: Texts; shared: SharedEntries; isLearner: boolean }) {
  const words = t.qualification.journal
  return (
    <>
      <PageTitle lead={<p>{words.sharedLead}</p>}>{words.sharedTitle}</PageTitle>
      {shared.items.length === 0 && (
        <EmptyState icon="share" title={words.sharedEmpty}>
          <p>{isLearner ? words.sharedEmptyLearner : words.sharedEmptyFacilitator}</p>
        </EmptyState>
      )}
      {shared.items.map((item) => (
        <Card key={item.id} title={item.content?.title ?? words.unreadable}>
          <Meta
            items={[
              item.name,
              <Day key="day" value={item.writtenOn} />,
              <Badge key="with">{words.sharedBadge[item.with]}</Badge>,
              item.isOwn && (
                <a key="own" href={`${PATH}/${item.id}#teilen`}>
                  {words.unshare}
                </a>
              ),
            ].filter((one) => one !== false)}
          />
          <p class="ff-written">{item.content?.body ?? words.unreadableShared}</p>
        </Card>
      ))}
    </>
  )
}
