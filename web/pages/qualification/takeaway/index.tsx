import type { App } from "../../../../server/kernel/http.ts"
import { html } from "../../../../server/kernel/schemas.ts"
import { Breadcrumb, LinkButton, PageTitle } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"

/** What a person can take along, and what happens to it when they leave. */
export function takeawayPages(app: App, site: Site): void {
  app.get(
    "/qualifizierung/mitnahme",
    { config: { access: "signed-in", page: true }, schema: { response: html } },
    async (request, reply) =>
      show(site, request, reply, (t) => {
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
      }),
  )
}
