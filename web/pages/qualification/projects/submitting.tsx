import type { FastifyReply, FastifyRequest } from "fastify"
import { forbidden, Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  findCohort,
  findProject,
  NewSubmission,
  previewSubmission,
  submitProject,
} from "../../../../server/qualification/index.ts"
import { codeMessage, type Fields, FormOf, faultMessage, textOf } from "../../../forms.ts"
import {
  Alert,
  Buttons,
  Card,
  ErrorSummary,
  Field,
  type FieldError,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { SubmittedProject } from "./submitted.tsx"

const config = { access: "signed-in", page: true } as const
type Tried = { fields: Fields; errors: FieldError[]; status: number }

export function submittingPages(app: App, site: Site): void {
  app.get(
    "/lernprojekte/:id/vorlegen",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => showForm(site, request, reply, { fields: {}, errors: [], status: 200 }),
  )
  app.post(
    "/lernprojekte/:id/vorlegen",
    { config, schema: { params: ById, body: FormOf("cohortStepId", "message", "version"), response: html } },
    async (request, reply) => {
      const { id } = request.params
      const t = texts(request.locale)
      const words = t.qualification.projects
      const labels: Record<string, string> = { cohortStepId: words.submitStep, message: words.submitMessage }
      const version = Number(textOf(request.body, "version")) || 0
      const input = {
        cohortStepId: textOf(request.body, "cohortStepId"),
        message: textOf(request.body, "message"),
        version,
      }
      const { value, faults } = checkInput(NewSubmission, input)
      if (!value) {
        const errors = faults.map((fault) => ({
          field: fault.field,
          message: faultMessage(t, labels[fault.field] ?? fault.field, fault, "project"),
        }))
        return showForm(site, request, reply, { fields: request.body, errors, status: 422 })
      }
      try {
        await submitProject(site.db, request.actor, id, value)
        return goTo(reply, `/lernprojekte/${id}#abstimmung`, "project-submitted")
      } catch (error) {
        if (!(error instanceof Refusal) || ![409, 422].includes(error.status)) throw error
        const errors = [{ field: error.field ?? "formular", message: codeMessage(t, error.code) }]
        return showForm(site, request, reply, { fields: request.body, errors, status: error.status })
      }
    },
  )
}

async function showForm(
  site: Site,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  { fields, errors, status }: Tried,
) {
  const project = await findProject(site.db, request.actor, request.params.id)
  if (!project.can.edit) throw forbidden()
  const content = await previewSubmission(site.db, request.actor, project.id)
  const cohort = await findCohort(site.db, request.actor, project.cohortId)
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.projects
      const path = `/lernprojekte/${project.id}`
      const steps = project.agreementSteps.map(({ id, title }) => ({ value: id, label: title }))
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(words.submitTitle) : words.submitTitle,
        current: "qualification",
        width: "reading",
        breadcrumb: (
          <CohortTrail
            t={t}
            cohort={cohort}
            below={[{ label: project.title, href: path }, { label: words.submitTitle }]}
          />
        ),
        children: (
          <>
            <PageTitle>{words.submitTitle}</PageTitle>
            <ErrorSummary errors={errors} />
            {project.managers.length === 0 ? (
              <Alert kind="warning">
                <p>{words.noManager}</p>
              </Alert>
            ) : (
              <>
                <p>{words.submitLead(project.managers.join(", "))}</p>
                <Card>
                  <SubmittedProject t={t} content={content} />
                </Card>
                <Form
                  action={`${path}/vorlegen`}
                  hidden={{ version: project.version }}
                  keep={`${path.slice(1)}-vorlegen`}
                >
                  <Field
                    type="select"
                    name="cohortStepId"
                    label={words.submitStep}
                    options={steps}
                    value={
                      textOf(fields, "cohortStepId") || (steps.length === 1 ? (steps[0]?.value ?? "") : "")
                    }
                  />
                  <Field
                    type="textarea"
                    maxlength={4000}
                    rows={3}
                    name="message"
                    label={words.submitMessage}
                    value={textOf(fields, "message")}
                    optional
                  />
                  <p class="kern-hint">{words.submitAgain}</p>
                  <Buttons>
                    <SubmitButton>{words.submitNow}</SubmitButton>
                    <LinkButton href={path} kind="tertiary">
                      {t.shell.form.cancel}
                    </LinkButton>
                  </Buttons>
                </Form>
              </>
            )}
          </>
        ),
      }
    },
    status,
  )
}
