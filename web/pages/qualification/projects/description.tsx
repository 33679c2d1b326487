import { PROJECT_STATES } from "../../../../server/qualification/work.ts"
import { wordsOf } from "../../../compared.ts"
import { choice, type FormState, field } from "../../../form-state.tsx"
import { Field } from "../../../layout/index.ts"
import { idAt } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"

export const descriptionLabels = (t: Texts) => t.qualification.projects.fields

const stateOptions = (t: Texts) =>
  PROJECT_STATES.map((value) => ({ value, label: t.qualification.projects.states[value] }))

/** How a compared state is said. */
export const stateWords = (t: Texts) => wordsOf(stateOptions(t))

/** What is said of a project, of a new one and of one that is changed. */
export function Description({ t, form, at }: { t: Texts; form: FormState; at: string }) {
  return (
    <>
      <Field {...field(form, "title")} {...idAt("title", at)} />
      <Field {...field(form, "goal")} {...idAt("goal", at)} type="textarea" rows={4} />
      {(["reason", "concerned", "risks"] as const).map((name) => (
        <Field key={name} {...field(form, name)} {...idAt(name, at)} type="textarea" rows={3} />
      ))}
      <Field
        {...choice(form, "state")}
        {...idAt("state", at)}
        type="select"
        options={stateOptions(t)}
        placeholder={false}
      />
    </>
  )
}
