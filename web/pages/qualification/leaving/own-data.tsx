import { Type } from "typebox"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, Id } from "../../../../server/kernel/schemas.ts"
import { listCohorts } from "../../../../server/qualification/core.ts"
import {
  findLeaving,
  Leaving,
  type LeavingView,
  leaveCohort,
  listDepartures,
} from "../../../../server/qualification/course.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import {
  Alert,
  Breadcrumb,
  Day,
  Disclosure,
  ErrorSummary,
  type FieldError,
  LinkButton,
  PageTitle,
} from "../../../layout/index.ts"
import type { Content, Site } from "../../../site.tsx"
import { Going } from "./going.tsx"

const Query = Closed({ lerngruppe: Type.Optional(Id), hinweis: Type.Optional(Type.String()) })
type Asked = Pick<Ask, "t" | "db" | "actor">

/** To let go of a cohort. What to take along before is put together with everything else, in the profile. */
export function ownDataPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page("/qualifizierung/meine-daten", {
    query: Query,
    find: () => null,
    show: (ask) => shown(ask, ask.query.lerngruppe),
  })
  pages.form("/lerngruppen/:id/verlassen", {
    find: ({ db, actor, params }) => findLeaving(db, actor, params.id),
    input: Leaving,
    name: "leaving",
    act: ({ db, actor, params }, value) => leaveCohort(db, actor, params.id, value),
    to: () => ["/qualifizierung", "cohort-left"],
    again: (ask, { cohort }, { errors }) => shown(ask, cohort.id, errors),
  })
}

/** @param chosen the cohort that somebody thinks about leaving */
async function shown({ t, db, actor }: Asked, chosen?: string, errors: FieldError[] = []): Promise<Content> {
  const words = t.qualification.takeaway
  const departures = await listDepartures(db, actor)
  const leavings: LeavingView[] = []
  for (const { id, parts } of await listCohorts(db, actor))
    if (parts.includes("learner")) leavings.push(await findLeaving(db, actor, id))
  const root = { label: t.qualification.cohorts.title, href: "/qualifizierung" }
  return {
    title: words.title,
    current: "qualification",
    width: "reading",
    breadcrumb: <Breadcrumb trail={[root, { label: words.title }]} />,
    children: (
      <>
        <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
        <ErrorSummary errors={errors} />
        {departures.length > 0 && (
          <Alert kind="warning" title={words.departuresTitle}>
            {departures.map(({ cohort, dueOn }) => (
              <p key={cohort}>
                {words.departure(cohort)} <Day value={dueOn} />.
              </p>
            ))}
          </Alert>
        )}
        <p>
          <LinkButton href="/profil/meine-daten" kind="primary" icon="download">
            {words.download}
          </LinkButton>
        </p>
        <h2>{words.endTitle}</h2>
        <p>{words.end}</p>
        {leavings.map((view) => (
          <Disclosure
            key={view.cohort.id}
            id={`verlassen-${view.cohort.id}`}
            summary={t.qualification.leaving.title(view.cohort.name)}
            open={view.cohort.id === chosen}
          >
            <Going t={t} view={view} />
          </Disclosure>
        ))}
      </>
    ),
  }
}
