import type { App } from "../../../../server/kernel/http.ts"
import { html } from "../../../../server/kernel/schemas.ts"
import { listDepartures } from "../../../../server/qualification/index.ts"
import { Alert, Breadcrumb, Day, LinkButton, PageTitle } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"

/** What a person can take along, and what happens to it when they leave. */
export function takeawayPages(app: App, site: Site): void {
  app.get(
    "/qualifizierung/mitnahme",
    { config: { access: "signed-in", page: true }, schema: { response: html } },
    async (request, reply) => {
      const departures = await listDepartures(site.db, request.actor)
      return show(site, request, reply, (t) => {
        const words = t.qualification.takeaway
        return {
          title: words.title,
          current: "qualification",
          width: "reading",
          breadcrumb: (
            <Breadcrumb
              trail={[
                { label: t.qualification.cohorts.title, href: "/qualifizierung" },
                { label: words.title },
              ]}
            />
          ),
          children: (
            <>
              <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
              {departures.length > 0 && (
                <Alert kind="warning" title={words.departuresTitle}>
                  {departures.map(({ cohort, dueOn }) => (
                    <p key={cohort}>
                      {words.departure(cohort)} <Day value={dueOn} />.
                    </p>
                  ))}
                </Alert>
              )}
              <p>{words.contents}</p>
              <p>{words.others}</p>
              <p>
                <LinkButton href="/api/me/qualification" kind="primary" icon="download">
                  {words.download}
                </LinkButton>
              </p>
              <h2>{words.endTitle}</h2>
              <p>{words.end}</p>
            </>
          ),
        }
      })
    },
  )
}
