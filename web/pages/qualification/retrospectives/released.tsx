import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import {
  type ListedLesson,
  listReleasedLessons,
  removeOrphan,
} from "../../../../server/qualification/index.ts"
import { FormOf } from "../../../forms.ts"
import { ActionButton, Badge, Breadcrumb, Day, EmptyState, Meta, PageTitle } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { kindLabel, LessonText } from "./lesson-items.tsx"

const config = { access: "signed-in", page: true } as const

/** What all cohorts released, for facilitators. */
export function releasedPages(app: App, site: Site): void {
  app.get("/erkenntnisse", { config, schema: { response: html } }, async (request, reply) => {
    const items = await listReleasedLessons(site.db, request.actor)
    return show(site, request, reply, (t) => {
      const title = t.qualification.lessons.allTitle
      const root = { label: t.qualification.cohorts.title, href: "/qualifizierung" }
      return {
        title,
        current: "qualification",
        width: "reading",
        breadcrumb: <Breadcrumb trail={[root, { label: title }]} />,
        children: <Released t={t} items={items} />,
      }
    })
  })
  app.post(
    "/erkenntnisse/:id/entfernen",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async ({ actor, params }, reply) => {
      await removeOrphan(site.db, actor, params.id)
      return goTo(reply, "/erkenntnisse", "lesson-removed")
    },
  )
}

function Released({ t, items }: { t: Texts; items: ListedLesson[] }) {
  const words = t.qualification.lessons
  const programmes = [...new Set(items.map(({ programme }) => programme))]
  return (
    <>
      <PageTitle lead={<p>{words.allLead}</p>}>{words.allTitle}</PageTitle>
      {items.length === 0 && (
        <EmptyState icon="info" title={words.allEmpty}>
          <p>{words.allEmptyText}</p>
        </EmptyState>
      )}
      {programmes.map((programme, index) => (
        <section class="ff-part" key={programme} aria-labelledby={`programm-${index}`}>
          <h2 id={`programm-${index}`}>{programme}</h2>
          <ul class="ff-lessons">
            {items
              .filter((item) => item.programme === programme)
              .map((item) => (
                <li key={item.id}>
                  <ReleasedLesson t={t} item={item} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function ReleasedLesson({ t, item }: { t: Texts; item: ListedLesson }) {
  const words = t.qualification.lessons
  return (
    <>
      <LessonText title={item.title} body={item.body} />
      <div class="ff-row__foot">
        <Badge>{kindLabel(t, item.kind)}</Badge>
        <Meta
          items={[
            <span key="day">
              {words.releasedOn} <Day value={item.releasedOn} />
            </span>,
          ]}
        />
      </div>
      {item.can.remove && (
        <>
          <p class="kern-hint">{words.orphan}</p>
          <ActionButton
            action={`/erkenntnisse/${item.id}/entfernen`}
            confirm={words.removeForAllConfirm}
            kind="danger"
            context={item.title}
          >
            {words.removeForAll}
          </ActionButton>
        </>
      )}
    </>
  )
}
