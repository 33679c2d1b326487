import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import {
  findCohort,
  listWorkProcesses,
  type WorkProcessView,
} from "../../../../server/qualification/index.ts"
import {
  Button,
  Buttons,
  Card,
  Disclosure,
  EmptyState,
  Form,
  LinkButton,
  PageTitle,
} from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"

export const PROCESS_TEXTS = ["steps", "media", "pain", "change"] as const

export function processPages(app: App, site: Site): void {
  app.get(
    "/lerngruppen/:id/arbeitsablaeufe",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { id } = request.params
      const items = await listWorkProcesses(site.db, request.actor, id)
      const cohort = await findCohort(site.db, request.actor, id)
      return show(site, request, reply, (t) => {
        const { title } = t.qualification.starts.processes
        return {
          title,
          current: "qualification",
          width: "reading",
          breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: title }]} />,
          children: <Processes t={t} cohortId={id} items={items} learns={cohort.parts.includes("learner")} />,
        }
      })
    },
  )
}

type Props = { t: Texts; cohortId: string; items: WorkProcessView[]; learns: boolean }

function Processes({ t, cohortId, items, learns }: Props) {
  const words = t.qualification.starts.processes
  const add = (
    <LinkButton href={`/lerngruppen/${cohortId}/arbeitsablaeufe/neu`} kind="primary" icon="plus">
      {words.add}
    </LinkButton>
  )
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>} actions={add}>
        {words.title}
      </PageTitle>
      {items.length === 0 && (
        <EmptyState icon="edit" title={words.emptyTitle}>
          <p>{words.emptyText}</p>
        </EmptyState>
      )}
      {items.map((item) => (
        <Process key={item.id} t={t} item={item} learns={learns} />
      ))}
    </>
  )
}

/** What is left empty is left out. */
function Process({ t, item, learns }: { t: Texts; item: WorkProcessView; learns: boolean }) {
  const words = t.qualification.starts.processes
  const path = `/arbeitsablaeufe/${item.id}`
  return (
    <Card
      title={item.title}
      id={`ablauf-${item.id}`}
      actions={
        <Buttons>
          {learns && (
            <LinkButton
              href={`/lerngruppen/${item.cohortId}/projekte/neu?ablauf=${item.id}`}
              icon="arrow-right"
              small
              context={item.title}
            >
              {words.toProject}
            </LinkButton>
          )}
          <LinkButton href={path} icon="edit" small context={item.title}>
            {words.edit}
          </LinkButton>
        </Buttons>
      }
    >
      {PROCESS_TEXTS.filter((name) => item[name].trim() !== "").map((name) => (
        <div key={name}>
          <h3>{words.fields[name]}</h3>
          <p class="ff-lines">{item[name]}</p>
        </div>
      ))}
      <Disclosure summary={words.remove} quiet>
        <p>{words.removeText}</p>
        <Form action={`${path}/loeschen`}>
          <div>
            <Button kind="danger">{words.removeNow}</Button>
          </div>
        </Form>
      </Disclosure>
    </Card>
  )
}
