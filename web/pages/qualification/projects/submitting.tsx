import { NewSubmission, type ProjectView } from "../../../../server/qualification/work.ts"
import { choice, field } from "../../../form-state.tsx"
import type { Fields } from "../../../forms.ts"
import { Alert, Card, Disclosure, Field, Form, SubmitButton } from "../../../layout/index.ts"
import { formOf, idAt, isRefused } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Props } from "./parts.ts"
import { SubmittedProject } from "./submitted.tsx"

export const submissionLabels = ({ qualification: { projects: words } }: Texts) => ({
  cohortStepId: words.submitStep,
  message: words.submitMessage,
})

/** Where there is only one step to submit it for, that one. */
const submissionFields = ({ agreementSteps: [first, ...others] }: ProjectView): Fields => {
  return { cohortStepId: others.length === 0 ? first?.id : undefined }
}

/** Shows exactly what a manager will see, before it is given to them. */
export function Submitting(props: Props) {
  const { t, project, tried } = props
  const words = t.qualification.projects
  const at = "submit"
  const form = formOf(tried, {
    at,
    action: at,
    input: NewSubmission,
    labels: submissionLabels(t),
    fields: submissionFields(project),
  })
  const path = `/lernprojekte/${project.id}`
  return (
    <Disclosure summary={words.submit} open={isRefused(form)}>
      <div class="ff-part" id="vorlegen">
        <Preview {...props} />
      </div>
      {project.managers.length > 0 && (
        <Form
          action={path}
          hidden={{ action: at, version: project.version }}
          keep={`${path.slice(1)}-vorlegen`}
        >
          <Field
            {...choice(form, "cohortStepId")}
            {...idAt("cohortStepId", at)}
            type="select"
            options={project.agreementSteps.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <Field {...field(form, "message")} {...idAt("message", at)} type="textarea" rows={3} />
          <p class="kern-hint">{words.submitAgain}</p>
          <div>
            <SubmitButton>{words.submitNow}</SubmitButton>
          </div>
        </Form>
      )}
    </Disclosure>
  )
}

function Preview({ t, project, preview }: Props) {
  const words = t.qualification.projects
  if (project.managers.length === 0)
    return (
      <Alert kind="warning">
        <p>{words.noManager}</p>
      </Alert>
    )
  return (
    <>
      <p>{words.submitLead(project.managers.join(", "))}</p>
      {preview && (
        <Card tone="quiet">
          <SubmittedProject t={t} content={preview} level={3} />
        </Card>
      )}
    </>
  )
}
