import type { FastifyReply, FastifyRequest } from "fastify"
import { newId } from "../../../../server/kernel/database.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { today } from "../../../../server/kernel/time.ts"
import { findCohort, findProject, type ProjectView } from "../../../../server/qualification/index.ts"
import { type Fields, textOf } from "../../../forms.ts"
import {
  ActionButton,
  Badge,
  Button,
  Card,
  Day,
  Disclosure,
  ErrorSummary,
  Facts,
  Field,
  type FieldError,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { Comments } from "./comments.tsx"
import { Items } from "./items.tsx"
import { Lines } from "./lines.tsx"
import { Submissions } from "./submissions.tsx"

export function projectPage(app: App, site: Site): void {
  app.get(
    "/lernprojekte/:id",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => showProject(site, request, reply, request.params.id),
  )
}

/** One of the page's forms that was refused, as it was typed. */
export type TriedPart = {
  form: "milestone" | "task" | "decision" | "comment" | `comment ${string}`
  fields: Fields
  errors: FieldError[]
  /** Somebody, or oneself in another window, changed it meanwhile. */
  isStale?: boolean
}

export async function showProject(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  tried?: TriedPart,
) {
  const project = await findProject(site.db, request.actor, id)
  const cohort = await findCohort(site.db, request.actor, project.cohortId)
  return show(
    site,
    request,
    reply,
    (t) => ({
      title: tried ? t.shell.form.errorPageTitle(project.title) : project.title,
      current: "qualification",
      width: "reading",
      breadcrumb: (
        <CohortTrail
          t={t}
          cohort={cohort}
          below={[
            { label: t.qualification.projects.title, href: `/lerngruppen/${cohort.id}/projekte` },
            { label: project.title },
          ]}
        />
      ),
      children: <Project t={t} project={project} {...(tried && { tried })} />,
    }),
    tried ? (tried.isStale ? 409 : 422) : 200,
  )
}

export type Props = { t: Texts; project: ProjectView; tried?: TriedPart }

function Project(props: Props) {
  const { t, project, tried } = props
  const words = t.qualification.projects
  const edit = (
    <>
      <LinkButton href={`/lernprojekte/${project.id}/bearbeiten`} icon="edit">
        {words.edit}
      </LinkButton>
      <LinkButton
        href={`/lerngruppen/${project.cohortId}/nachweise/neu?art=project&von=${project.id}`}
        icon="attach"
      >
        {t.qualification.evidence.take}
      </LinkButton>
    </>
  )
  return (
    <>
      <PageTitle
        lead={
          <Badge kind={project.state === "finished" ? "success" : "neutral"}>
            {words.states[project.state]}
          </Badge>
        }
        actions={project.can.edit && edit}
      >
        {project.title}
      </PageTitle>
      <ErrorSummary errors={tried?.errors ?? []} />
      <Description {...props} />
      <Items {...props} kind="milestone" />
      <Items {...props} kind="task" />
      <Decisions {...props} />
      <Lines {...props} />
      <Submissions {...props} />
      <People {...props} />
      <Comments {...props} />
    </>
  )
}

function Description({ t, project }: Props) {
  const words = t.qualification.projects.fields
  const facts = (["goal", "reason", "concerned", "risks"] as const)
    .filter((name) => project[name].trim() !== "")
    .map((name) => ({ label: words[name], value: <span class="ff-lines">{project[name]}</span> }))
  const { workProcess } = project
  const from = workProcess && {
    label: t.qualification.projects.workProcess,
    value: (
      <a href={`/lerngruppen/${project.cohortId}/ausgangslage#ablauf-${workProcess.id}`}>
        {workProcess.title}
      </a>
    ),
  }
  return <Facts facts={[...facts, ...(from ? [from] : [])]} />
}

function Decisions({ t, project, tried }: Props) {
  const words = t.qualification.projects
  const typed = tried?.form === "decision" ? tried : undefined
  return (
    <Card title={words.decisions} id="entscheidungen">
      {project.decisions.length === 0 && <p>{words.noDecisions}</p>}
      {project.decisions.length > 0 && (
        <ul class="ff-checklist">
          {project.decisions.map(({ id, day, body }) => (
            <li key={id}>
              <strong>
                <Day value={day} />
              </strong>{" "}
              <span class="ff-lines">{body}</span>
            </li>
          ))}
        </ul>
      )}
      {project.can.edit && (
        <Disclosure summary={words.addDecision} open={typed !== undefined}>
          <Form
            action={`/lernprojekte/${project.id}/entscheidungen`}
            keep={`lernprojekte-${project.id}-entscheidung`}
            idempotencyKey={typed ? textOf(typed.fields, "idempotencyKey") : newId()}
          >
            <Field
              type="date"
              name="day"
              label={words.decisionDay}
              value={typed ? textOf(typed.fields, "day") : today()}
              width="short"
            />
            <Field
              type="textarea"
              maxlength={4000}
              rows={3}
              name="decision"
              label={words.decisionBody}
              value={typed ? textOf(typed.fields, "decision") : ""}
            />
            <div>
              <SubmitButton>{words.addDecision}</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      )}
    </Card>
  )
}

function People({ t, project }: Props) {
  const words = t.qualification.projects
  const path = `/lernprojekte/${project.id}`
  return (
    <Card title={words.people} id="beteiligte">
      <p>{project.people.map(({ name }) => name).join(", ")}</p>
      {project.can.edit && project.others.length > 0 && (
        <Disclosure summary={words.addPerson} quiet>
          <Form action={`${path}/beteiligte`}>
            <Field
              type="select"
              name="memberId"
              label={words.addPerson}
              options={project.others.map(({ memberId, name }) => ({ value: memberId, label: name }))}
            />
            <div>
              <SubmitButton>{words.add}</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      )}
      {project.can.edit && project.people.length > 1 && (
        <Disclosure summary={words.leave} quiet>
          <p>{words.leaveText}</p>
          <Form action={`${path}/ausscheiden`}>
            <div>
              <Button kind="danger">{words.leaveNow}</Button>
            </div>
          </Form>
        </Disclosure>
      )}
    </Card>
  )
}

/** A button that does one thing to one entry. */
export function Act(props: {
  action: string
  label: string
  context: string
  hidden?: Record<string, string>
  confirm?: string
}) {
  const { action, label, context, hidden, confirm } = props
  return (
    <ActionButton action={action} context={context} {...(hidden && { hidden })} {...(confirm && { confirm })}>
      {label}
    </ActionButton>
  )
}
