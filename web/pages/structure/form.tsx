import type { DepartmentView } from "../../../server/accounts/index.ts"
import { choice, choices, Faults, type FormState, field, tick } from "../../form-state.tsx"
import {
  Buttons,
  Field,
  Form,
  LinkButton,
  type Option,
  type OptionGroup,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"
import { KINDS, type Structure } from "./lines.ts"

type Props = {
  title: string
  /** Null for a new category. */
  id: string | null
  structure: Structure
  form: FormState
}

export function CategoryForm(props: Props) {
  const { t } = useReader()
  const words = t.structure
  const { title, id, form } = props
  return (
    <>
      <Faults form={form} />
      <PageTitle lead={<p>{words.form.lead}</p>}>{title}</PageTitle>
      <Form action={`/verwaltung/struktur/${id ?? "neu"}`} keep={`struktur-${id ?? "neu"}`}>
        <Place {...props} />
        <Words {...props} />
        <Readers {...props} />
        <Standing {...props} />
        <Buttons>
          <SubmitButton>{words.form.save}</SubmitButton>
          <LinkButton href="/verwaltung/struktur" kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}

function Place({ id, structure, form }: Props) {
  const { t } = useReader()
  const { form: words, kinds } = t.structure
  return (
    <>
      <Field
        {...choices(form, "kind")}
        type="radios"
        hint={words.kindHint}
        options={KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))}
      />
      <Field
        {...choice(form, "parentId")}
        type="select"
        hint={words.parentHint}
        placeholder={words.noParent}
        options={mainCategories(t, structure, id)}
      />
    </>
  )
}

function Words({ form }: Props) {
  const words = useReader().t.structure.form
  return (
    <>
      <Field {...field(form, "name")} />
      <Field {...field(form, "description")} type="textarea" hint={words.descriptionHint} rows={2} />
      <Field
        {...field(form, "guide")}
        type="textarea"
        hint={words.guideHint}
        rows={6}
        data={{ "data-markdown": "" }}
      />
    </>
  )
}

function Readers({ structure, form }: Props) {
  const words = useReader().t.structure.form
  const present = structure.departments.filter(({ archived }) => !archived)
  return (
    <>
      <Field
        {...choice(form, "responsibleId")}
        type="select"
        hint={words.responsibleHint}
        placeholder={words.noResponsible}
        options={present.map(departmentOption)}
      />
      <Field
        {...choices(form, "audience")}
        type="radios"
        options={(["all", "listed"] as const).map((value) => ({ value, label: words.audiences[value] }))}
      />
      <Field
        {...choices(form, "departmentIds")}
        type="checkboxes"
        hint={words.departmentsHint}
        options={present.map(departmentOption)}
        optional
      />
    </>
  )
}

function Standing({ id, form }: Props) {
  const words = useReader().t.structure.form
  return (
    <>
      <Field
        {...choice(form, "position")}
        type="number"
        hint={words.positionHint}
        width="short"
        min="0"
        max="10000"
      />
      {id && (
        <Field
          {...tick(form, "archived")}
          type="checkbox"
          label={words.archivedLabel}
          hint={words.archivedHint}
        />
      )}
    </>
  )
}

/** What a category can be a part of: main categories, drafted ones too, but not itself. */
function mainCategories(t: Texts, { lines }: Structure, id: string | null): OptionGroup[] {
  const mains = lines.filter((line) => line.fields.parentId === null && line.id !== id)
  return KINDS.map((kind) => ({
    label: t.structure.kinds[kind],
    options: mains
      .filter(({ fields }) => fields.kind === kind)
      .map((line) => ({ value: line.id, label: line.fields.name })),
  })).filter(({ options }) => options.length > 0)
}

const departmentOption = ({ id, name }: DepartmentView): Option => ({ value: id, label: name })
