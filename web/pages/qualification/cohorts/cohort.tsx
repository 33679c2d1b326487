import { conversationIdOf } from "../../../../server/conversations/index.ts"
import type { Actor } from "../../../../server/kernel/actor.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { now } from "../../../../server/kernel/time.ts"
import {
  type CohortView,
  type Feature,
  findCohort,
  type RoleRow,
} from "../../../../server/qualification/core.ts"
import { courseOf, findPathIn, type PathView } from "../../../../server/qualification/course.ts"
import { type EventRow, listCohortEvents } from "../../../../server/qualification/outcome.ts"
import { listImpulseDates, type SharedEntries } from "../../../../server/qualification/own.ts"
import { LinkButton, PageTitle } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { NEWS, pathOf } from "../../conversations/address.ts"
import { Talk } from "../chat.tsx"
import { findShared, SharedJournal } from "../journal/shared.tsx"
import { managerPath, onlyManages } from "../managers/sections.ts"
import { addressOfAssessment } from "../path/address.ts"
import { Next } from "../path/next.tsx"
import { OwnProjects } from "../path/projects.tsx"
import { Requirements } from "../path/requirements.tsx"
import { Tasks } from "../path/tasks.tsx"
import { type Course, Timeline } from "../path/timeline.tsx"
import { sheetsOf } from "../sheets/address.ts"
import { ownRequest, Tools } from "../tools.tsx"
import { CohortTrail } from "../trail.tsx"
import { mayLinkChat } from "./chat.ts"
import { Everything } from "./everything.tsx"
import { Plan } from "./plan.tsx"

/** The one page of a cohort: the learning path of whoever learns, the tools of whoever facilitates. */
export function cohortPage(app: App, site: Site): void {
  app.get(
    "/lerngruppen/:id",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const cohort = await findCohort(site.db, actor, params.id)
      if (onlyManages(cohort)) return reply.redirect(managerPath(cohort.id), 303)
      const path = cohort.parts.includes("learner") ? await findPathIn(site.db, actor, cohort) : null
      const impulses = await listImpulseDates(site.db, cohort)
      const shared = await findShared(site, actor, cohort.id)
      const course = path ?? courseOf(cohort.steps, now())
      const features = presentFeatures(course)
      const events = await listCohortEvents(site.db, cohort)
      const asked = await ownRequest({ db: site.db, actor }, cohort.id, features, path !== null)
      const parts = { actor, cohort, path, course, features, asked, impulses, events, shared }
      return show(site, request, reply, (t) => ({
        title: path ? `${t.qualification.path.title}: ${cohort.name}` : cohort.name,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={cohort} />,
        children: <Cohort t={t} {...parts} />,
      }))
    },
  )
}

/** The own certificate, or what is still owed for it. */
const certificateOf = ({ certificate }: PathView) =>
  certificate ? `/zertifikate/${certificate}` : "#zertifikat"

type Props = {
  t: Texts
  actor: Actor
  cohort: CohortView
  path: PathView | null
  course: Course
  /** What the steps of now bring along. */
  features: Feature[]
  asked: RoleRow["request"]
  impulses: string[]
  events: EventRow[]
  shared: SharedEntries["items"]
}

const presentFeatures = ({ steps }: Course): Feature[] => {
  const present = steps.filter(({ place }) => place === "now" || place === "next")
  return [...new Set(present.flatMap(({ step }) => step.features))]
}

function Cohort(props: Props) {
  const { t, actor, cohort, path, course, features, asked, impulses, events, shared } = props
  const facilitates = cohort.parts.includes("facilitator")
  const isCertified = path?.certificate != null
  const closing = {
    assessment: addressOfAssessment(cohort.id, path?.round),
    certificate: path ? certificateOf(path) : `/lerngruppen/${cohort.id}/stand`,
  }
  return (
    <div class="ff-cohort ff-home">
      <Title t={t} cohort={cohort} />
      <Next t={t} step={course.next} closing={closing} facilitates={facilitates} isCertified={isCertified} />
      {path && <Tasks t={t} path={path} cohortId={cohort.id} />}
      {path && <OwnProjects t={t} projects={path.projects} />}
      <Tools
        t={t}
        title={t.qualification.path.present}
        sheetsAt={sheetsOf(cohort.id)}
        cohortId={cohort.id}
        features={features}
        learns={path !== null}
        actor={actor}
        request={asked}
      />
      <Talking t={t} cohort={cohort} />
      <Timeline t={t} course={course} closing={closing} facilitates={facilitates} isCertified={isCertified} />
      {path && <Requirements t={t} path={path} />}
      <SharedJournal t={t} entries={shared} />
      <Plan t={t} cohort={cohort} impulses={impulses} events={events} />
      <Everything t={t} cohort={cohort} course={course} />
    </div>
  )
}

/** The learners write to each other by themselves. */
function Talking({ t, cohort }: Pick<Props, "t" | "cohort">) {
  const { id, parts, chatLink } = cohort
  const words = t.conversations
  const here = {
    href: `${pathOf(conversationIdOf(id))}#${NEWS}`,
    label: words.ofGroupLink,
    text: words.ofGroupText,
  }
  return (
    <Talk
      link={chatLink}
      edit={mayLinkChat(cohort) ? `/lerngruppen/${id}/chat` : null}
      here={parts.includes("learner") ? here : null}
    />
  )
}

function Title({ t, cohort }: Pick<Props, "t" | "cohort">) {
  const { path, stand, cohorts } = t.qualification
  if (!cohort.parts.includes("facilitator")) return <PageTitle over={cohort.name}>{path.title}</PageTitle>
  const at = `/lerngruppen/${cohort.id}`
  const actions = (
    <>
      <LinkButton href={`${at}/beteiligte`} icon="people">
        {cohorts.members.title}
      </LinkButton>
      <LinkButton href={`${at}/stand`} icon="check-circle">
        {stand.title}
      </LinkButton>
    </>
  )
  return (
    <PageTitle lead={<p>{cohort.mandate}</p>} actions={actions}>
      {cohort.name}
    </PageTitle>
  )
}
