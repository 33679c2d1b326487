import type { App } from "../../../../server/kernel/http.ts"
import {
  findCohort,
  NewSubmission,
  type ProjectView,
  previewSubmission,
  type Submitted,
  submitProject,
} from "../../../../server/qualification/index.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { choice, Faults, type FormState, field } from "../../../form-state.tsx"
import {
  Alert,
  Buttons,
  Card,
  Field,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { cohortPage } from "../cohort-page.tsx"
import { findOwn } from "./project.tsx"
import { SubmittedProject } from "./submitted.tsx"

/** Shows exactly what a manager will see, before it is given to them. */
export function submittingPage(app: App, site: Site): void {
  pagesOf(app, site).formPage("/lernprojekte/:id/vorlegen", {
    find: findOwn,
    input: NewSubmission,
    name: "project",
    labels: ({ qualification: { projects: words } }) => ({
      cohortStepId: words.submitStep,
      message: words.submitMessage,
    }),
    start: ({ agreementSteps: [first, ...others] }) => {
      return { cohortStepId: others.length === 0 ? first?.id : undefined }
    },
    act: ({ db, actor, params }, value) => submitProject(db, actor, params.id, value),
    to: (_, { id }) => [`/lernprojekte/${id}#abstimmung`, "project-submitted"],
    show: showSubmitting,
  })
}

async function showSubmitting({ db, actor, t }: Ask, project: ProjectView, form: FormState) {
  const content = await previewSubmission(db, actor, project.id)
  const cohort = await findCohort(db, actor, project.cohortId)
  const above = [{ label: project.title, href: `/lernprojekte/${project.id}` }]
  return cohortPage(
    t,
    cohort,
    { title: t.qualification.projects.submitTitle, above, width: "reading" },
    <Submitting t={t} project={project} content={content} form={form} />,
  )
}

type Props = { t: Texts; project: ProjectView; content: Submitted; form: FormState }

function Submitting({ t, project, content, form }: Props) {
  const words = t.qualification.projects
  const path = `/lernprojekte/${project.id}`
  if (project.managers.length === 0)
    return (
      <>
        <PageTitle>{words.submitTitle}</PageTitle>
        <Faults form={form} />
        <Alert kind="warning">
          <p>{words.noManager}</p>
        </Alert>
      </>
    )
  return (
    <>
      <PageTitle>{words.submitTitle}</PageTitle>
      <Faults form={{ ...form, newer: null }} />
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
          {...choice(form, "cohortStepId")}
          type="select"
          options={project.agreementSteps.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <Field {...field(form, "message")} type="textarea" rows={3} />
        <p class="kern-hint">{words.submitAgain}</p>
        <Buttons>
          <SubmitButton>{words.submitNow}</SubmitButton>
          <LinkButton href={path} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
