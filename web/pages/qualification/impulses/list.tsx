import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import {
  findCohort,
  type ImpulseRow,
  type ImpulseState,
  listImpulses,
} from "../../../../server/qualification/index.ts"
import {
  Badge,
  DateTime,
  EmptyState,
  type IconName,
  List,
  Meta,
  PageTitle,
  Row,
  type Tone,
} from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"

export function impulseListPage(app: App, site: Site): void {
  app.get(
    "/lerngruppen/:id/lernimpulse",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const impulses = await listImpulses(site.db, actor, params.id)
      const cohort = await findCohort(site.db, actor, params.id)
      return show(site, request, reply, (t) => ({
        title: t.qualification.impulses.title,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: t.qualification.impulses.title }]} />,
        children: <Impulses t={t} impulses={impulses} learns={cohort.parts.includes("learner")} />,
      }))
    },
  )
}

function Impulses({ t, impulses, learns }: { t: Texts; impulses: ImpulseRow[]; learns: boolean }) {
  const words = t.qualification.impulses
  return (
    <>
      <PageTitle lead={<p>{learns ? words.lead : words.leadFacilitator}</p>}>{words.title}</PageTitle>
      {impulses.length === 0 ? (
        <EmptyState icon="star" title={words.emptyTitle}>
          <p>{learns ? words.emptyText : words.emptyFacilitator}</p>
        </EmptyState>
      ) : (
        <List>
          {impulses.map((impulse) => (
            <Row
              key={impulse.id}
              href={`/lernimpulse/${impulse.id}`}
              title={impulse.title}
              level={2}
              badges={<ImpulseBadges t={t} impulse={impulse} learns={learns} />}
              meta={<ImpulseMeta t={t} impulse={impulse} />}
            />
          ))}
        </List>
      )}
    </>
  )
}

const LOOKS: Record<ImpulseState, { kind: Tone; icon: IconName }> = {
  draft: { kind: "info", icon: "edit" },
  done: { kind: "success", icon: "check-circle" },
  later: { kind: "neutral", icon: "clock" },
  passed: { kind: "neutral", icon: "arrow-right" },
}

type Shown = { t: Texts; impulse: ImpulseRow }

export function ImpulseBadges({ t, impulse, learns }: Shown & { learns: boolean }) {
  const words = t.qualification.impulses
  const { state, planned, cancelled, sharedWith } = impulse
  return (
    <>
      {cancelled && <Badge>{words.cancelled}</Badge>}
      {planned && <Badge icon="calendar">{words.planned}</Badge>}
      {state ? (
        <Badge {...LOOKS[state]}>{words.states[state]}</Badge>
      ) : (
        learns && !planned && !cancelled && <Badge kind="info">{words.states.open}</Badge>
      )}
      {sharedWith && <Badge icon="share">{words.sharedShort[sharedWith]}</Badge>}
    </>
  )
}

/** From when, how long, and whether it counts. */
export function ImpulseMeta({ t, impulse }: { t: Texts; impulse: Omit<ImpulseRow, "state" | "sharedWith"> }) {
  const words = t.qualification.impulses
  return (
    <Meta
      items={[
        <span key="from">
          {words.from} <DateTime value={impulse.releaseAt} />
        </span>,
        words.minutes(impulse.minutes),
        impulse.voluntary ? words.voluntary : words.required,
      ]}
    />
  )
}
