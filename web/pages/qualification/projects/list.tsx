import { Type } from "typebox"
import { newId } from "../../../../server/kernel/database.ts"
import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed } from "../../../../server/kernel/schemas.ts"
import { findCohort } from "../../../../server/qualification/core.ts"
import {
  createProject,
  listProjects,
  listWorkProcesses,
  NewProject,
  type ProjectRow,
} from "../../../../server/qualification/work.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import type { FormState } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import {
  Badge,
  Disclosure,
  EmptyState,
  ErrorSummary,
  Form,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import { errorsOf, formOf, isRefused, type Tried } from "../../../page-forms.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { cohortPage } from "../cohort-page.tsx"
import { SheetLinks } from "../sheets/beside.tsx"
import { Description, descriptionLabels } from "./description.tsx"

const FromProcess = Closed({ ablauf: Type.Optional(Type.String({ maxLength: 40 })) })
const NEW = "neu"

/** All projects of a cohort, and for its learners the form by which one begins. */
export function listPage(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page("/lerngruppen/:id/projekte", {
    query: FromProcess,
    find: ({ db, actor, params }) => findCohort(db, actor, params.id),
    show: (ask) => showList(ask, null, ask.query.ablauf),
  })
  pages.form("/lerngruppen/:id/projekte", {
    find: async ({ db, actor, params }) => {
      const cohort = await findCohort(db, actor, params.id)
      if (!cohort.parts.includes("learner")) throw forbidden()
    },
    input: NewProject,
    name: "project",
    labels: descriptionLabels,
    act: ({ db, actor, params }, value) => createProject(db, actor, params.id, value),
    to: ({ id }) => [`/lernprojekte/${id}`, "project-begun"],
    again: (ask, _, form) => showList(ask, form),
  })
}

async function showList(ask: Ask, form: FormState | null, processId?: string) {
  const { db, actor, params, t } = ask
  const rows = await listProjects(db, actor, params.id)
  const cohort = await findCohort(db, actor, params.id)
  return cohortPage(
    t,
    cohort,
    { title: t.qualification.projects.title, width: "reading" },
    <Projects
      t={t}
      cohortId={cohort.id}
      rows={rows}
      learns={cohort.parts.includes("learner")}
      tried={form && { form, at: NEW }}
      taken={await takenFrom(ask, processId)}
    />,
  )
}

/** The work process it is begun from; one that is gone meanwhile, or of another cohort, is none. */
async function takenFrom({ db, actor, params }: Ask, id: string | undefined): Promise<Fields | null> {
  const processes = id ? await listWorkProcesses(db, actor, params.id) : []
  const found = processes.find((process) => process.id === id)
  if (!found) return null
  return { title: found.title, goal: found.change, reason: found.pain, workProcessId: found.id }
}

type Props = {
  t: Texts
  cohortId: string
  rows: ProjectRow[]
  learns: boolean
  tried: Tried | null
  taken: Fields | null
}

function Projects(props: Props) {
  const { t, cohortId, rows, learns, tried } = props
  const words = t.qualification.projects
  const isEmpty = rows.every(({ canOpen }) => !canOpen)
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <SheetLinks cohortId={cohortId} slug="lernprojekt" isEmpty={isEmpty} />
      <ErrorSummary errors={errorsOf(tried)} />
      {rows.length === 0 && (
        <EmptyState icon="edit" title={words.emptyTitle}>
          <p>{learns ? words.emptyLearner : words.emptyFacilitator}</p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ul class="ff-list">
          {rows.map((row) => (
            <Row key={row.id} t={t} row={row} />
          ))}
        </ul>
      )}
      {learns && <Beginning {...props} />}
    </>
  )
}

function Row({ t, row }: { t: Texts; row: ProjectRow }) {
  const words = t.qualification.projects
  return (
    <li class="ff-row">
      <div class="ff-row__main">
        <h2 class="ff-row__title">
          {row.canOpen ? <a href={`/lernprojekte/${row.id}`}>{row.title}</a> : row.title}
        </h2>
        <p class="ff-row__excerpt">{row.goal}</p>
        <div class="ff-row__foot">
          <Badge kind={row.state === "finished" ? "success" : "neutral"}>{words.states[row.state]}</Badge>
          {row.isOwn && <Badge kind="info">{words.own}</Badge>}
          <span>{row.people.join(", ")}</span>
        </div>
      </div>
    </li>
  )
}

function Beginning({ t, cohortId, rows, tried, taken }: Props) {
  const words = t.qualification.projects
  const form = formOf(tried, {
    at: NEW,
    input: NewProject,
    labels: descriptionLabels(t),
    fields: { state: "planned", ...taken },
  })
  const workProcessId = textOf(form.fields, "workProcessId")
  const isWanted = isRefused(form) || taken !== null || rows.length === 0
  return (
    <Disclosure summary={words.new} open={isWanted} id="beginnen">
      {workProcessId && <p>{words.fromProcess}</p>}
      <Form
        action={`/lerngruppen/${cohortId}/projekte`}
        keep={[`lerngruppen-${cohortId}-projekte-neu`, workProcessId].filter(Boolean).join("-")}
        idempotencyKey={textOf(form.fields, "idempotencyKey") || newId()}
        hidden={{ workProcessId }}
      >
        <Description t={t} form={form} at={NEW} />
        <div>
          <SubmitButton>{words.begin}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  )
}
