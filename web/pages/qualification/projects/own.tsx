import { EditedProject, ProjectPerson, type ProjectView } from "../../../../server/qualification/work.ts"
import { choice, Newer, versionOf } from "../../../form-state.tsx"
import type { Fields } from "../../../forms.ts"
import { Card, Disclosure, Facts, Field, Form, SubmitButton, TwoSteps } from "../../../layout/index.ts"
import { formOf, idAt, isRefused } from "../../../page-forms.ts"
import { Description, descriptionLabels, stateWords } from "./description.tsx"
import type { Props } from "./parts.ts"

export const descriptionOf = (project: ProjectView): Fields => {
  const { title, goal, reason, concerned, risks, state, version } = project
  return { title, goal, reason, concerned, risks, state, version: String(version) }
}

export function About({ t, project }: Props) {
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

export function Editing({ t, project, tried }: Props) {
  const words = t.qualification.projects
  const path = `/lernprojekte/${project.id}`
  const form = formOf(tried, {
    at: "save",
    action: "save",
    input: EditedProject,
    labels: descriptionLabels(t),
    fields: descriptionOf(project),
  })
  const version = versionOf(form)
  return (
    <Disclosure summary={words.edit} open={isRefused(form)} id="bearbeiten">
      <Newer
        form={form}
        title={words.conflictTitle}
        text={words.conflictText}
        words={{ state: stateWords(t) }}
      />
      <Form action={path} hidden={{ action: "save", version }} keep={`lernprojekte-${project.id}-${version}`}>
        <Description t={t} form={form} at="save" />
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  )
}

export function People({ t, project, tried }: Props) {
  const words = t.qualification.projects
  const path = `/lernprojekte/${project.id}`
  const form = formOf(tried, {
    at: "join",
    action: "join",
    input: ProjectPerson,
    labels: { memberId: words.addPerson },
  })
  return (
    <Card title={words.people} id="beteiligte">
      <p>{project.people.map(({ name }) => name).join(", ")}</p>
      {project.can.edit && project.others.length > 0 && (
        <Disclosure summary={words.addPerson} quiet open={isRefused(form)}>
          <Form action={path} hidden={{ action: "join" }}>
            <Field
              {...choice(form, "memberId")}
              {...idAt("memberId", "join")}
              type="select"
              options={project.others.map(({ memberId, name }) => ({ value: memberId, label: name }))}
            />
            <div>
              <SubmitButton>{words.add}</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      )}
      {project.can.edit && project.people.length > 1 && (
        <TwoSteps
          summary={words.leave}
          now={words.leaveNow}
          text={words.leaveText}
          action={path}
          hidden={{ action: "leave" }}
        />
      )}
    </Card>
  )
}
