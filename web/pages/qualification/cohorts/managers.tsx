import type { CohortView } from "../../../../server/qualification/core.ts"
import { choice, choices, type FormState } from "../../../form-state.tsx"
import { Buttons, Card, Field, Form, SubmitButton, useReader } from "../../../layout/index.ts"

/** One manager for several learners at once. */
export function Managers({ cohort, form }: { cohort: CohortView; form: FormState }) {
  const { t } = useReader()
  const words = t.qualification.cohorts.members
  const learners = cohort.people.filter(({ part }) => part === "learner")
  const managers = cohort.people.filter(({ part }) => part === "manager")
  if (learners.length === 0) return null
  const without = learners.filter(({ managerId }) => managerId === null).map(({ memberId }) => memberId)
  const { values, ...boxes } = choices(form, "memberIds")
  return (
    <Card title={words.managers} id="zuordnung" icon="people">
      {managers.length === 0 ? (
        <p>{words.managersFirst}</p>
      ) : (
        <Form action={`/lerngruppen/${cohort.id}/beteiligte`} hidden={{ action: "assign" }}>
          <Field
            {...choice(form, "managerId")}
            type="select"
            placeholder={words.managerNone}
            optional={false}
            needed={false}
            options={managers.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
          <Field
            {...boxes}
            type="checkboxes"
            hint={words.managersHint}
            values={form.errors.length > 0 ? values : without}
            options={learners.map(({ memberId, name, managerId }) => ({
              value: memberId,
              label: name,
              hint: managers.find(({ personId }) => personId === managerId)?.name ?? words.managerNone,
            }))}
          />
          <Buttons>
            <SubmitButton>{words.assign}</SubmitButton>
          </Buttons>
        </Form>
      )}
    </Card>
  )
}
