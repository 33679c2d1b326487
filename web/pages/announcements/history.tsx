import { findAnnouncement, listVersions } from "../../../server/announcements/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { asRead } from "../../as-read.ts"
import { pagesOf } from "../../form-pages.ts"
import { Changes, DateTime, PageTitle } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import { Trail } from "./trail.tsx"

/** Every wording that an announcement had, with what was changed in it. */
export function historyPage(app: App, site: Site): void {
  pagesOf(app, site).page("/ankuendigungen/:id/verlauf", {
    find: async ({ db, actor, params }) => ({
      announcement: await findAnnouncement(db, site.announcing, actor, params.id),
      versions: await listVersions(db, site.announcing, actor, params.id),
    }),
    show: ({ t }, { announcement: { id, title }, versions }) => {
      const words = t.announcements
      return {
        title: words.historyTitle,
        current: "announcements",
        width: "reading",
        breadcrumb: <Trail t={t} title={title} here={{ id, label: words.historyTitle }} />,
        children: (
          <>
            <PageTitle over={title} lead={<p>{words.historyLead}</p>}>
              {words.historyTitle}
            </PageTitle>
            {versions.map((one, index) => {
              const former = versions[index + 1]
              return (
                <section class="ff-part" key={one.version} aria-labelledby={`fassung-${one.version}`}>
                  <h2 id={`fassung-${one.version}`}>{words.version(String(one.version))}</h2>
                  <p class="kern-hint">
                    {words.by(one.editor)}, <DateTime value={one.at} format="datetime" />
                  </p>
                  {former && former.title !== one.title && (
                    <Changes before={former.title} after={one.title} label={t.errors.labels.title} />
                  )}
                  <Changes
                    before={asRead(former?.body ?? one.body)}
                    after={asRead(one.body)}
                    label={`${t.errors.labels.body}, ${words.version(String(one.version))}`}
                  />
                </section>
              )
            })}
          </>
        ),
      }
    },
  })
}
