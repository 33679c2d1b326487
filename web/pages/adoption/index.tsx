import { Type } from "typebox"
import { listDepartments } from "../../../server/accounts/index.ts"
import { type AdoptionCell, AdoptionQuery, listAdoption } from "../../../server/forum/index.ts"
import { forbidden } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { Closed } from "../../../server/kernel/schemas.ts"
import { addDays } from "../../../server/kernel/workdays.ts"
import { pagesOf } from "../../form-pages.ts"
import { Card, EmptyState, Field, formatDay, PageTitle, Table, useReader } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import { Filters } from "../lists/filters.tsx"
import { Bars } from "./bars.tsx"

const PATH = "/nutzung"
const Query = Closed({ ...AdoptionQuery.properties, hinweis: Type.Optional(Type.String()) })
type Query = { from?: string; to?: string; department?: string }

/** How the forum is taken up, for leads and learning groups: numbers about five people at least, never about one. */
export async function adoptionPages(app: App, site: Site): Promise<void> {
  pagesOf(app, site).page(PATH, {
    query: Query,
    find: async ({ actor, request, query: { hinweis: _, ...query } }) => {
      if (!(await site.readsAdoption(site.db, actor))) throw forbidden()
      return site.replica.read(request, async (db) => ({
        query,
        cells: await listAdoption(db, query),
        departments: await listDepartments(db),
      }))
    },
    show: ({ t }, { query, cells, departments }) => ({
      title: t.adoption.title,
      children: (
        <>
          <PageTitle lead={<p>{t.adoption.lead}</p>}>{t.adoption.title}</PageTitle>
          <Choice query={query} departments={departments} />
          {cells.length > 0 ? (
            <Charts cells={cells} />
          ) : (
            <EmptyState icon="people" title={t.adoption.emptyTitle}>
              <p>{t.adoption.emptyText}</p>
            </EmptyState>
          )}
        </>
      ),
    }),
  })
}

type ChoiceProps = { query: Query; departments: { id: string; name: string }[] }

function Choice({ query, departments }: ChoiceProps) {
  const { t } = useReader()
  const words = t.adoption
  return (
    <Filters action={PATH} active={Object.keys(query).length > 0}>
      <Field
        type="date"
        name="from"
        label={words.from}
        value={query.from ?? ""}
        optional={false}
        width="short"
      />
      <Field type="date" name="to" label={words.to} value={query.to ?? ""} optional={false} width="short" />
      <Field
        type="select"
        name="department"
        label={words.department}
        value={query.department ?? ""}
        optional={false}
        options={[
          { value: "", label: words.allDepartments },
          ...departments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </Filters>
  )
}

function Charts({ cells }: { cells: AdoptionCell[] }) {
  const { t, locale } = useReader()
  const words = t.adoption
  const of = (measure: AdoptionCell["measure"]) => cells.filter((cell) => cell.measure === measure)
  const weeksOf = ({ firstWeek, lastWeek }: AdoptionCell) =>
    words.weeks(formatDay(firstWeek, locale), formatDay(addDays(lastWeek, 6), locale))
  const placeOf = ({ categories }: AdoptionCell) => categories.map(({ name }) => name).join(", ")
  return (
    <>
      {(["questions", "answers"] as const).map((measure) => (
        <Card key={measure} id={measure} title={words.measures[measure]}>
          {of(measure).length === 0 && <p>{words.emptyText}</p>}
          <Bars title={words.byWeek} bars={summed(of(measure), weeksOf)} />
          <Bars title={words.byCategory} bars={summed(of(measure), placeOf)} />
        </Card>
      ))}
      <Card id="answered" title={words.measures.answered}>
        {of("answered").length === 0 ? (
          <p>{words.emptyText}</p>
        ) : (
          <Table
            caption={words.measures.answered}
            columns={[words.week, words.category, words.asked, words.official, words.median]}
            rows={of("answered").map((cell) => ({
              key: `${cell.firstWeek} ${placeOf(cell)}`,
              cells: [
                weeksOf(cell),
                placeOf(cell),
                String(cell.total),
                words.share(cell.official ?? 0, cell.total),
                cell.medianDays === null ? words.none : words.days(cell.medianDays),
              ],
            }))}
            named
          />
        )}
      </Card>
      <p class="kern-hint">{words.howItWorks}</p>
    </>
  )
}

/** Sums of whole blocks: of those of the same weeks, or of the same categories. */
function summed(cells: AdoptionCell[], nameOf: (cell: AdoptionCell) => string) {
  return [...Map.groupBy(cells, nameOf)].map(([name, some]) => ({
    name,
    value: some.reduce((sum, { total }) => sum + total, 0),
  }))
}
