import type { App } from "../../../../server/kernel/http.ts"
import { type CohortView, findCohort } from "../../../../server/qualification/core.ts"
import { type ImpulseRow, type ImpulseState, listImpulses } from "../../../../server/qualification/own.ts"
import { hasCertificate } from "../../../../server/qualification/proof.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
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
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { cohortPage } from "../cohort-page.tsx"

export function impulseListPage(app: App, site: Site): void {
  pagesOf(app, site).page("/lerngruppen/:id/lernimpulse", {
    find: ({ db, actor, params }) => listImpulses(db, actor, params.id),
    show: async ({ t, db, actor, params }, impulses) => {
      const cohort = await findCohort(db, actor, params.id)
      const { title } = t.qualification.impulses
      const props = {
        t,
        impulses,
        learns: cohort.parts.includes("learner"),
        isAsked: await isAskedIn({ db, actor }, cohort),
      }
      return cohortPage(t, cohort, { title, width: "reading" }, <Impulses {...props} />)
    },
  })
}

/** Does the cohort still wait for the reader's answers? With the certificate nothing is open any more. */
export const isAskedIn = async ({ db, actor }: Pick<Ask, "db" | "actor">, { id, parts }: CohortView) =>
  parts.includes("learner") && !(await hasCertificate(db, actor, id))

type Props = { t: Texts; impulses: ImpulseRow[]; learns: boolean; isAsked: boolean }

function Impulses({ t, impulses, learns, isAsked }: Props) {
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
              badges={<ImpulseBadges t={t} impulse={impulse} isAsked={isAsked} />}
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

/** @param isAsked whether an answer of the reader is waited for */
export function ImpulseBadges({ t, impulse, isAsked }: Shown & { isAsked: boolean }) {
  const words = t.qualification.impulses
  const { state, planned, cancelled, sharedWith } = impulse
  return (
    <>
      {cancelled && <Badge>{words.cancelled}</Badge>}
      {planned && <Badge icon="calendar">{words.planned}</Badge>}
      {state ? (
        <Badge {...LOOKS[state]}>{words.states[state]}</Badge>
      ) : (
        isAsked && !planned && !cancelled && <Badge kind="info">{words.states.open}</Badge>
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
