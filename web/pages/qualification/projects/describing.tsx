import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import { newId } from "../../../../server/kernel/database.ts"
import { forbidden, Refusal } from "../../../../server/kernel/errors.ts"
import type { App, FieldFault } from "../../../../server/kernel/http.ts"
import { ById, Closed, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  createProject,
  EditedProject,
  editProject,
  findCohort,
  findProject,
  listWorkProcesses,
  NewProject,
  PROJECT_STATES,
} from "../../../../server/qualification/index.ts"
import { compared, wordsOf } from "../../../compared.ts"
import { type Fields, FormOf, faultMessage, textOf } from "../../../forms.ts"
import {
  Buttons,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  LinkButton,
  NewerVersion,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"

const config = { access: "signed-in", page: true } as const
const FIELDS = ["title", "goal", "reason", "concerned", "risks", "state"] as const
const FromProcess = Closed({ ablauf: Type.Optional(Type.String({ maxLength: 40 })) })
type Name = (typeof FIELDS)[number]
type Place = { cohortId: string; projectId?: string; action: string; cancel: string }
type Tried = { fields: Fields; errors: FieldError[]; status: number; version?: number; newer?: Fields }

export function describingPages(app: App, site: Site): void {
  beginning(app, site)
  editing(app, site)
}

function beginning(app: App, site: Site): void {
  const at = (id: string): Place => ({
    cohortId: id,
    action: `/lerngruppen/${id}/projekte/neu`,
    cancel: `/lerngruppen/${id}/projekte`,
  })
  app.get(
    "/lerngruppen/:id/projekte/neu",
    { config, schema: { params: ById, querystring: FromProcess, response: html } },
    async (request, reply) => {
      const { id } = request.params
      const { parts } = await findCohort(site.db, request.actor, id)
      if (!parts.includes("learner")) throw forbidden()
      const process = await processOf(site, request, id, request.query.ablauf)
      const taken = process && {
        title: process.title,
        goal: process.change,
        reason: process.pain,
        workProcessId: process.id,
      }
      const fields = { state: "planned", idempotencyKey: newId(), ...taken }
      return showForm(site, request, reply, at(id), { fields, errors: [], status: 200 })
    },
  )
  app.post(
    "/lerngruppen/:id/projekte/neu",
    {
      config,
      schema: { params: ById, body: FormOf(...FIELDS, "workProcessId", "idempotencyKey"), response: html },
    },
    async (request, reply) => {
      const { id } = request.params
      const t = texts(request.locale)
      const key = textOf(request.body, "idempotencyKey")
      const process = await processOf(site, request, id, textOf(request.body, "workProcessId"))
      const { value, faults } = checkInput(NewProject, {
        ...typed(request.body),
        workProcessId: process?.id ?? null,
        ...(key && { key }),
      })
      if (!value) {
        const errors = faults.map((fault) => errorAt(t, fault))
        return showForm(site, request, reply, at(id), { fields: request.body, errors, status: 422 })
      }
      const project = await createProject(site.db, request.actor, id, value)
      return goTo(reply, `/lernprojekte/${project.id}`, "project-begun")
    },
  )
}

function editing(app: App, site: Site): void {
  const at = (id: string, cohortId: string): Place => ({
    cohortId,
    projectId: id,
    action: `/lernprojekte/${id}/bearbeiten`,
    cancel: `/lernprojekte/${id}`,
  })
  app.get(
    "/lernprojekte/:id/bearbeiten",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => {
      const project = await findProject(site.db, request.actor, request.params.id)
      if (!project.can.edit) throw forbidden()
      const fields = textsOf(project)
      const shown = { fields, errors: [], status: 200, version: project.version }
      return showForm(site, request, reply, at(project.id, project.cohortId), shown)
    },
  )
  app.post(
    "/lernprojekte/:id/bearbeiten",
    { config, schema: { params: ById, body: FormOf(...FIELDS, "version"), response: html } },
    async (request, reply) => {
      const { id } = request.params
      const t = texts(request.locale)
      const version = Number(textOf(request.body, "version")) || 0
      const { cohortId, version: current } = await findProject(site.db, request.actor, id)
      const again = (errors: FieldError[], status: number) =>
        showForm(site, request, reply, at(id, cohortId), {
          fields: request.body,
          errors,
          status,
          version: current,
        })
      const { value, faults } = checkInput(EditedProject, { ...typed(request.body), version })
      if (!value)
        return again(
          faults.map((fault) => errorAt(t, fault)),
          422,
        )
      try {
        await editProject(site.db, request.actor, id, value)
        return goTo(reply, `/lernprojekte/${id}`, "saved")
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== "project.changed") throw error
        const newer = await findProject(site.db, request.actor, id)
        const shown = { fields: request.body, errors: [], status: 409, version: newer.version }
        return showForm(site, request, reply, at(id, cohortId), { ...shown, newer: textsOf(newer) })
      }
    },
  )
}

/** The work process it is begun from; one that is gone meanwhile, or of another cohort, is none. */
async function processOf(site: Site, request: FastifyRequest, cohortId: string, id: string | undefined) {
  const processes = id ? await listWorkProcesses(site.db, request.actor, cohortId) : []
  return processes.find((process) => process.id === id)
}

const textsOf = (project: Record<Name, string>): Fields =>
  Object.fromEntries(FIELDS.map((name) => [name, project[name]]))

const typed = (form: Fields) => Object.fromEntries(FIELDS.map((name) => [name, textOf(form, name)]))

function errorAt(t: Texts, fault: FieldFault): FieldError {
  const labels: Record<string, string> = t.qualification.projects.fields
  return {
    field: fault.field,
    message: faultMessage(t, labels[fault.field] ?? fault.field, fault, "project"),
  }
}

async function showForm(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  place: Place,
  tried: Tried,
) {
  const cohort = await findCohort(site.db, request.actor, place.cohortId)
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.projects
      const title = place.projectId ? words.edit : words.new
      return {
        title: tried.errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
        current: "qualification",
        width: "reading",
        breadcrumb: (
          <CohortTrail
            t={t}
            cohort={cohort}
            below={[{ label: words.title, href: `/lerngruppen/${cohort.id}/projekte` }, { label: title }]}
          />
        ),
        children: (
          <>
            <PageTitle lead={textOf(tried.fields, "workProcessId") && <p>{words.fromProcess}</p>}>
              {title}
            </PageTitle>
            {tried.newer && (
              <NewerVersion
                title={words.conflictTitle}
                text={words.conflictText}
                fields={compared(words.fields, tried.newer, tried.fields, { state: stateWords(t) })}
              />
            )}
            <ProjectForm t={t} place={place} tried={tried} />
          </>
        ),
      }
    },
    tried.status,
  )
}

const stateWords = (t: Texts) => wordsOf(stateOptions(t))
const stateOptions = ({ qualification }: Texts) =>
  PROJECT_STATES.map((value) => ({ value, label: qualification.projects.states[value] }))

function ProjectForm({ t, place, tried }: { t: Texts; place: Place; tried: Tried }) {
  const words = t.qualification.projects
  const { fields, errors, version } = tried
  const shared = (name: Name) => {
    const error = errorOf(errors, name)
    return { name, label: words.fields[name], value: textOf(fields, name), ...(error && { error }) }
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <Form
        action={place.action}
        keep={[place.action.slice(1), textOf(fields, "workProcessId")].filter(Boolean).join("-")}
        {...(version === undefined
          ? {
              idempotencyKey: textOf(fields, "idempotencyKey"),
              hidden: { workProcessId: textOf(fields, "workProcessId") },
            }
          : { hidden: { version } })}
      >
        <Field {...shared("title")} maxlength={160} />
        <Field {...shared("goal")} type="textarea" rows={4} maxlength={4000} />
        <Field {...shared("reason")} type="textarea" rows={3} maxlength={4000} optional />
        <Field {...shared("concerned")} type="textarea" rows={3} maxlength={4000} optional />
        <Field {...shared("risks")} type="textarea" rows={3} maxlength={4000} optional />
        <Field {...shared("state")} type="select" options={stateOptions(t)} placeholder={false} />
        <Buttons>
          <SubmitButton>{version === undefined ? words.begin : words.save}</SubmitButton>
          <LinkButton href={place.cancel} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
