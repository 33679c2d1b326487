import type { App } from "../../../../server/kernel/http.ts"
import {
  type ListedLesson,
  listReleasedLessons,
  removeOrphan,
} from "../../../../server/qualification/outcome.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { NoInput } from "../../../form-reading.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import { Badge, Breadcrumb, Day, EmptyState, Meta, PageTitle, TwoSteps } from "../../../layout/index.ts"
import type { Content, Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { kindLabel, LessonText } from "./lesson-items.tsx"

/** What all cohorts released, for facilitators. */
export function releasedPages(app: App, site: Site): void {
  const { page, form } = pagesOf(app, site)
  page("/erkenntnisse", { find: ({ db, actor }) => listReleasedLessons(db, actor), show: showReleased })
  form("/erkenntnisse/:id/entfernen", {
    find: ({ db, actor }) => listReleasedLessons(db, actor),
    input: NoInput,
    act: ({ db, actor, params }) => removeOrphan(db, actor, params.id),
    to: () => ["/erkenntnisse", "lesson-removed"],
    again: showReleased,
  })
}

function showReleased({ t }: Pick<Ask, "t">, items: ListedLesson[], form?: FormState): Content {
  const title = t.qualification.lessons.allTitle
  const root = { label: t.qualification.cohorts.title, href: "/qualifizierung" }
  return {
    title,
    current: "qualification",
    width: "reading",
    breadcrumb: <Breadcrumb trail={[root, { label: title }]} />,
    children: (
      <>
        {form && <Faults form={form} />}
        <Released t={t} items={items} />
      </>
    ),
  }
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
          <TwoSteps
            summary={words.removeForAll}
            text={words.removeForAllText}
            action={`/erkenntnisse/${item.id}/entfernen`}
            now={words.removeForAllNow}
            context={item.title}
          />
        </>
      )}
    </>
  )
}
