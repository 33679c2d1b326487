import type { FastifyReply, FastifyRequest } from "fastify"
import type { ComponentChildren } from "preact"
import { checkInput } from "../../../../server/kernel/schemas.ts"
import {
  findCohort,
  listSources,
  type Sources,
  SourcesQuery,
} from "../../../../server/qualification/index.ts"
import { Alert, Card, Day, LinkButton, List, PageTitle, useReader } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"

type Taking = {
  cohortId: string
  title: (t: Texts) => string
  hasErrors?: boolean
  children: ComponentChildren
  status?: number
}

export async function showTaking(site: Site, request: FastifyRequest, reply: FastifyReply, taking: Taking) {
  const cohort = await findCohort(site.db, request.actor, taking.cohortId)
  const list = `/lerngruppen/${taking.cohortId}/nachweise`
  return show(
    site,
    request,
    reply,
    (t) => ({
      title: taking.hasErrors ? t.shell.form.errorPageTitle(taking.title(t)) : taking.title(t),
      current: "qualification",
      width: "reading",
      breadcrumb: (
        <CohortTrail
          t={t}
          cohort={cohort}
          below={[{ label: t.qualification.evidence.title, href: list }, { label: taking.title(t) }]}
        />
      ),
      children: taking.children,
    }),
    taking.status ?? 200,
  )
}

/** What one's own projects and journal hold, to choose from. */
export async function showSources(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  cohortId: string,
  { after, unknown = false }: { after?: string | undefined; unknown?: boolean },
) {
  const { value } = checkInput(SourcesQuery, { after })
  const sources = await listSources(site.db, site.journalKeys, request.actor, cohortId, value?.after)
  return showTaking(site, request, reply, {
    cohortId,
    title: (t) => t.qualification.evidence.takeTitle,
    children: <Choices {...{ cohortId, sources, unknown }} />,
    status: unknown ? 422 : 200,
  })
}

function Choices(props: { cohortId: string; sources: Sources; unknown: boolean }) {
  const { t } = useReader()
  const words = t.qualification.evidence
  const { cohortId, sources, unknown } = props
  const path = `/lerngruppen/${cohortId}/nachweise/uebernehmen`
  const take = (source: string, id: string) => `${path}?${new URLSearchParams({ art: source, von: id })}`
  return (
    <>
      <PageTitle lead={<p>{words.takeLead}</p>}>{words.takeTitle}</PageTitle>
      {unknown && (
        <Alert kind="warning" live>
          <p>{words.sourceUnknown}</p>
        </Alert>
      )}
      {sources.projects.length === 0 && (
        <Card title={words.fromProjects} id="lernprojekte">
          <p>{words.noProjects}</p>
          <p>
            <LinkButton href={`/lerngruppen/${cohortId}/projekte`}>{words.toProjects}</LinkButton>
          </p>
        </Card>
      )}
      {sources.projects.map((project) => (
        <Card key={project.id} title={words.fromProject(project.title)} id={`projekt-${project.id}`}>
          <List>
            <Choice href={take("project", project.id)} title={project.title} of={words.wholeProject} />
            {project.milestones.map(({ id, title }) => (
              <Choice key={id} href={take("milestone", id)} title={title} of={words.milestone} />
            ))}
            {project.decisions.map(({ id, title }) => (
              <Choice key={id} href={take("decision", id)} title={title} of={words.decision} />
            ))}
          </List>
        </Card>
      ))}
      <Card title={words.fromJournal} id="lerntagebuch">
        {sources.entries.length === 0 && (
          <>
            <p>{words.noEntries}</p>
            <p>
              <LinkButton href="/lerntagebuch">{words.toJournal}</LinkButton>
            </p>
          </>
        )}
        <List>
          {sources.entries.map(({ id, title, writtenOn }) => (
            <Choice key={id} href={take("journal", id)} title={title} of={<Day value={writtenOn} />} />
          ))}
        </List>
        {sources.next && (
          <p>
            <LinkButton href={`${path}?after=${sources.next}#lerntagebuch`}>{words.olderEntries}</LinkButton>
          </p>
        )}
      </Card>
    </>
  )
}

function Choice({ href, title, of }: { href: string; title: string; of: ComponentChildren }) {
  const { t } = useReader()
  return (
    <li class="ff-row">
      <div class="ff-row__main">
        <p class="ff-row__title">{title}</p>
        <div class="ff-row__foot">{of}</div>
      </div>
      <div class="ff-row__actions">
        <LinkButton href={href} context={title} small>
          {t.qualification.evidence.take}
        </LinkButton>
      </div>
    </li>
  )
}
