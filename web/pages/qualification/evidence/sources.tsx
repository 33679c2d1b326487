import type { ComponentChildren } from "preact"
import type { Sources } from "../../../../server/qualification/proof.ts"
import { Card, Day, LinkButton, List, useReader } from "../../../layout/index.ts"

export type Proposal = { title: string; address: string }
type Props = { cohortId: string; sources: Sources; proposals: Proposal[] }

/** What one's own posts, projects and journal hold, to choose from. */
export function SourcesList({ cohortId, sources, proposals }: Props) {
  const { t } = useReader()
  const words = t.qualification.evidence
  const path = `/lerngruppen/${cohortId}/nachweise/neu`
  const take = (source: string, id: string) => `${path}?${new URLSearchParams({ art: source, von: id })}`
  return (
    <>
      {proposals.length > 0 && (
        <Card title={words.proposals} id="vorschlaege" tone="quiet">
          <p class="kern-hint">{words.proposalsText}</p>
          <List>
            {proposals.map(({ title, address }) => (
              <Choice
                key={address}
                href={`${path}?${new URLSearchParams({ titel: title, adresse: address })}`}
                title={title}
                to={address}
              />
            ))}
          </List>
        </Card>
      )}
      {sources.projects.length === 0 && (
        <Card title={words.fromProjects} id="lernprojekte" tone="quiet">
          <p>{words.noProjects}</p>
          <p>
            <LinkButton href={`/lerngruppen/${cohortId}/projekte`}>{words.toProjects}</LinkButton>
          </p>
        </Card>
      )}
      {sources.projects.map((project) => (
        <Card
          key={project.id}
          title={words.fromProject(project.title)}
          id={`projekt-${project.id}`}
          tone="quiet"
        >
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
      <Card title={words.fromJournal} id="lerntagebuch" tone="quiet">
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

type ChoiceProps = { href: string; title: string; of?: ComponentChildren; to?: string }

function Choice({ href, title, of, to }: ChoiceProps) {
  const { t } = useReader()
  return (
    <li class="ff-row">
      <div class="ff-row__main">
        <p class="ff-row__title">{to ? <a href={to}>{title}</a> : title}</p>
        {of && <div class="ff-row__foot">{of}</div>}
      </div>
      <div class="ff-row__actions">
        <LinkButton href={href} context={title} small>
          {t.qualification.evidence.take}
        </LinkButton>
      </div>
    </li>
  )
}
