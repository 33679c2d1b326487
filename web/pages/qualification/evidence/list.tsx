import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import {
  type EvidenceList,
  findCohort,
  listEvidence,
  listProposals,
} from "../../../../server/qualification/index.ts"
import { Alert, Card, EmptyState, LinkButton, List, PageTitle } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { EvidenceItem } from "./item.tsx"

export function evidenceListPages(app: App, site: Site): void {
  app.get(
    "/lerngruppen/:id/nachweise",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const list = await listEvidence(site.db, actor, params.id)
      const proposals = await listProposals(site.db, actor, params.id, site.ownPosts)
      const cohort = await findCohort(site.db, actor, params.id)
      return show(site, request, reply, (t) => ({
        title: t.qualification.evidence.title,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: t.qualification.evidence.title }]} />,
        children: <All t={t} cohortId={cohort.id} list={list} proposals={proposals} />,
      }))
    },
  )
}

type Proposal = { title: string; address: string }

function All(props: { t: Texts; cohortId: string; list: EvidenceList; proposals: Proposal[] }) {
  const { t, cohortId, list, proposals } = props
  const words = t.qualification.evidence
  const add = `/lerngruppen/${cohortId}/nachweise/neu`
  return (
    <>
      <PageTitle
        lead={<p>{words.lead}</p>}
        actions={
          <>
            <LinkButton href={add} kind="primary" icon="plus">
              {words.add}
            </LinkButton>
            <LinkButton href={`/lerngruppen/${cohortId}/nachweise/uebernehmen`}>{words.takeFrom}</LinkButton>
          </>
        }
      >
        {words.title}
      </PageTitle>
      <Alert kind="info">
        <p>{words.privacy}</p>
      </Alert>
      {list.items.length === 0 ? (
        <EmptyState icon="attach" title={words.emptyTitle}>
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <List>
          {list.items.map((item) => (
            <li class="ff-row" key={item.id}>
              <div class="ff-row__main">
                <EvidenceItem
                  item={item}
                  competences={list.competences.filter(({ key }) => item.competences.includes(key))}
                />
              </div>
              <div class="ff-row__actions">
                <LinkButton href={`/nachweise/${item.id}/bearbeiten`} context={item.title} small>
                  {words.edit}
                </LinkButton>
              </div>
            </li>
          ))}
        </List>
      )}
      {proposals.length > 0 && (
        <Card title={words.proposals} id="vorschlaege" tone="quiet">
          <p class="kern-hint">{words.proposalsText}</p>
          <List>
            {proposals.map((proposal) => (
              <li class="ff-row" key={proposal.address}>
                <div class="ff-row__main">
                  <p class="ff-row__title">
                    <a href={proposal.address}>{proposal.title}</a>
                  </p>
                </div>
                <div class="ff-row__actions">
                  <LinkButton
                    href={`${add}?${new URLSearchParams({ titel: proposal.title, adresse: proposal.address })}`}
                    context={proposal.title}
                    small
                  >
                    {words.take}
                  </LinkButton>
                </div>
              </li>
            ))}
          </List>
        </Card>
      )}
    </>
  )
}
