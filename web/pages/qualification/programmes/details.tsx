import {
  EditedProgramme,
  FOUNDATIONS,
  type ProgrammeView,
  REQUIREMENTS,
} from "../../../../server/qualification/core.ts"
import { wordsOf } from "../../../compared.ts"
import { choices, field, Newer, versionOf } from "../../../form-state.tsx"
import type { Fields } from "../../../forms.ts"
import { Buttons, Disclosure, Field, Form, SubmitButton } from "../../../layout/index.ts"
import { formOf, isRefused, type Tried } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"
import { pathOf, programmeLabels } from "./frame.tsx"

export const detailFields = (programme: ProgrammeView): Fields => {
  const { name, description, requirements, foundation, version } = programme
  return { name, description, requirements, foundation, version: String(version) }
}

type Props = { t: Texts; programme: ProgrammeView; tried: Tried | null }

/** Name, description and requirements of a draft. */
export function Details({ t, programme, tried }: Props) {
  const words = t.qualification.programmes
  const { id } = programme
  const form = formOf(tried, {
    at: id,
    action: "save",
    input: EditedProgramme,
    labels: programmeLabels(t),
    fields: detailFields(programme),
  })
  const requirements = REQUIREMENTS.map((value) => ({ value, label: words.requirements[value] }))
  const foundations = FOUNDATIONS.map((value) => ({ value, label: words.foundations[value] }))
  // What was typed comes back even where the draft was published meanwhile.
  if (!programme.can.edit && !isRefused(form)) return null
  return (
    <Disclosure summary={words.editTitle} open={isRefused(form)} id="angaben">
      <Newer
        form={form}
        title={words.conflictTitle}
        text={words.conflictText}
        words={{ requirements: wordsOf(requirements), foundation: wordsOf(foundations) }}
      />
      <Form
        action={pathOf(id)}
        hidden={{ action: "save", version: versionOf(form) }}
        keep={`programm-${id}-${versionOf(form)}`}
      >
        <Field {...field(form, "name")} />
        <Field {...field(form, "description")} type="textarea" rows={8} data={{ "data-markdown": "" }} />
        <Field
          {...choices(form, "requirements")}
          type="checkboxes"
          hint={words.requirementsHint}
          options={requirements}
        />
        <Field
          {...choices(form, "foundation")}
          optional={false}
          type="radios"
          hint={words.foundationHint}
          options={foundations}
        />
        <Buttons>
          <SubmitButton>{words.save}</SubmitButton>
        </Buttons>
      </Form>
    </Disclosure>
  )
}
