import type { DepartmentView } from "../../../server/accounts/index.ts"
import {
  Buttons,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  LinkButton,
  type Option,
  type OptionGroup,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"
import { type CategoryFields, KINDS, type Structure } from "./lines.ts"

/** The fields as they were typed: any text where a choice or a number belongs. */
export type Typed = Omit<CategoryFields, "kind" | "audience" | "position"> & {
  kind: string
  audience: string
  position: string | number
}

type Props = {
  title: string
  /** Null for a new category. */
  id: string | null
  structure: Structure
  fields: Typed
  errors: FieldError[]
}

export function CategoryForm(props: Props) {
  const { t } = useReader()
  const words = t.structure
  const { title, id, errors } = props
  return (
    <>
      <ErrorSummary errors={errors} />
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

function Place({ id, structure, fields, errors }: Props) {
  const { t } = useReader()
  const { fields: labels, form, kinds } = t.structure
  return (
    <>
      <Field
        type="radios"
        name="kind"
        label={labels.kind}
        hint={form.kindHint}
        options={KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))}
        values={[fields.kind]}
        {...faultOf(errors, "kind")}
      />
      <Field
        type="select"
        name="parentId"
        label={labels.parentId}
        hint={form.parentHint}
        optional
        placeholder={form.noParent}
        options={mainCategories(t, structure, id)}
        value={fields.parentId ?? ""}
        {...faultOf(errors, "parentId")}
      />
    </>
  )
}

function Words({ fields, errors }: Props) {
  const { t } = useReader()
  const { fields: labels, form } = t.structure
  return (
    <>
      <Field
        name="name"
        label={labels.name}
        value={fields.name}
        maxlength={80}
        {...faultOf(errors, "name")}
      />
      <Field
        type="textarea"
        name="description"
        label={labels.description}
        hint={form.descriptionHint}
        optional
        rows={2}
        maxlength={400}
        value={fields.description}
        {...faultOf(errors, "description")}
      />
      <Field
        type="textarea"
        name="guide"
        label={labels.guide}
        hint={form.guideHint}
        optional
        rows={6}
        maxlength={4000}
        value={fields.guide}
        data={{ "data-markdown": "" }}
        {...faultOf(errors, "guide")}
      />
    </>
  )
}

function Readers({ structure, fields, errors }: Props) {
  const { t } = useReader()
  const { fields: labels, form } = t.structure
  const present = structure.departments.filter(({ archived }) => !archived)
  return (
    <>
      <Field
        type="select"
        name="responsibleId"
        label={labels.responsibleId}
        hint={form.responsibleHint}
        optional
        placeholder={form.noResponsible}
        options={present.map(departmentOption)}
        value={fields.responsibleId ?? ""}
        {...faultOf(errors, "responsibleId")}
      />
      <Field
        type="radios"
        name="audience"
        label={labels.audience}
        options={(["all", "listed"] as const).map((value) => ({ value, label: form.audiences[value] }))}
        values={[fields.audience]}
        {...faultOf(errors, "audience")}
      />
      <Field
        type="checkboxes"
        name="departmentIds"
        label={labels.departmentIds}
        hint={form.departmentsHint}
        optional
        options={present.map(departmentOption)}
        values={fields.departmentIds}
        {...faultOf(errors, "departmentIds")}
      />
    </>
  )
}

function Standing({ id, fields, errors }: Props) {
  const { t } = useReader()
  const { fields: labels, form } = t.structure
  return (
    <>
      <Field
        type="number"
        name="position"
        label={labels.position}
        hint={form.positionHint}
        width="short"
        min="0"
        max="10000"
        value={String(fields.position)}
        {...faultOf(errors, "position")}
      />
      {id && (
        <Field
          type="checkbox"
          name="archived"
          label={form.archivedLabel}
          hint={form.archivedHint}
          checked={fields.archived}
        />
      )}
    </>
  )
}

function faultOf(errors: FieldError[], field: string): { error?: string } {
  const error = errorOf(errors, field)
  return error ? { error } : {}
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
