import type { ComponentChildren } from "preact"
import { type CheckOption, Checks } from "./checks.tsx"
import { useReader } from "./context.ts"
import { DayOffHint, holidaysAhead } from "./days-off.tsx"
import { describedBy, FieldError, Hint } from "./field-parts.tsx"
import { fieldId } from "./forms.tsx"
import { Icon } from "./icon.tsx"

type Common = {
  name: string
  label: string
  hint?: ComponentChildren
  /** Several, such as one for each file, stand as a list. */
  error?: string | string[]
  /** Optional fields say so in words; everything else has to be filled in. */
  optional?: boolean
  /** False for one that its label says enough about, or that is only read: it is not marked as optional either. */
  needed?: boolean
  id?: string
  autocomplete?: string
  /** Hooks for small scripts, e.g. `data-markdown`. */
  data?: Record<`data-${string}`, string>
}

export type Option = { value: string; label: string; disabled?: boolean }
export type OptionGroup = { label: string; options: Option[] }

/**
 * Most characters that are taken. Browsers are not told: they would cut what is pasted without a word. A small script
 * counts while somebody types, and the server gives back what is too long. Null where each line has a limit of its
 * own, which the hint says, or where nobody types.
 */
type MaxLength = number | null
type Line = {
  value?: string
  inputmode?: "text" | "numeric" | "email" | "search"
  min?: string
  max?: string
  spellcheck?: boolean
  /** A day by which something is wanted: says when nobody works then. */
  isForWork?: boolean
  /** Width that fits what is entered; the default takes the whole line. */
  width?: "short" | "medium"
} & (
  | { type?: "text" | "email" | "search" | "url"; maxlength: MaxLength }
  // Nobody writes too much into these, and what a password may be its own words say.
  | { type: "password" | "date" | "datetime-local" | "number"; maxlength?: undefined }
)
type Area = { type: "textarea"; value?: string; rows?: number; maxlength: MaxLength }
type Select = {
  type: "select"
  value?: string
  options: (Option | OptionGroup)[]
  /** First entry without a value; `false` leaves it out where something is chosen. */
  placeholder?: string | false
}
type File = {
  type: "file"
  accept?: string
  multiple?: boolean
  /** Opens the camera of a phone. */
  capture?: "environment"
}
type Chosen = { values?: string[]; options: CheckOption[] }
type Choices = ({ type: "checkboxes" } & Chosen) | ({ type: "radios" } & Chosen)
type Checkbox = { type: "checkbox"; checked?: boolean; value?: string }

export type FieldProps = Common & (Line | Area | Select | File | Choices | Checkbox)

/** One labelled control with hint and error. Keep what was typed by passing it back as `value`. */
export function Field(props: FieldProps) {
  if (props.type === "checkboxes" || props.type === "radios" || props.type === "checkbox")
    return <Checks {...props} />
  const id = props.id ?? fieldId(props.name)
  const hint = hintOf(props)
  return (
    <div class={`kern-form-input${props.error ? " kern-form-input--error" : ""}`}>
      <Label id={id} label={props.label} optional={props.optional} />
      <Hint id={id} hint={hint} />
      <FieldError id={id} error={props.error} />
      <Control field={{ ...props, hint }} id={id} />
      <Limit id={id} limit={toldLimit(props)} />
    </div>
  )
}

function hintOf(props: FieldProps): ComponentChildren {
  if (!("isForWork" in props) || !props.isForWork) return props.hint
  return (
    <>
      {props.hint} <DayOffHint value={props.value} />
    </>
  )
}

/** Longer fields than these nobody fills by chance, and what is shorter nobody counts. */
const LONGEST_TOLD = { line: 200, textarea: 1000 }
const SHORTEST_TOLD = 40

/** The limit that a hint names before somebody types, where it is small enough to matter; null elsewhere. */
function toldLimit(field: FieldProps): number | null {
  if (!("maxlength" in field) || !field.maxlength || field.maxlength < SHORTEST_TOLD) return null
  return field.maxlength <= LONGEST_TOLD[field.type === "textarea" ? "textarea" : "line"]
    ? field.maxlength
    : null
}

/** With a script the counter stands in its place, under the same id. */
function Limit({ id, limit }: { id: string; limit: number | null }) {
  const { t } = useReader()
  if (limit === null) return null
  return (
    <noscript>
      <p class="kern-hint ff-limit" id={`${id}-zeichen`}>
        {t.shell.form.atMost(t.errors.number(limit))}
      </p>
    </noscript>
  )
}

function Control({ id, field }: { id: string; field: Exclude<FieldProps, Choices | Checkbox> }) {
  const shared = {
    id,
    name: field.name,
    required: !field.optional && field.needed !== false,
    autocomplete: field.autocomplete,
    ...describedBy({ ...field, id, isLimited: toldLimit(field) !== null }),
    ...field.data,
  }
  const look = `kern-form-input__input${field.error ? " kern-form-input__input--error" : ""}`
  if (field.type === "textarea")
    return (
      <textarea
        {...shared}
        class={look}
        rows={field.rows ?? 6}
        data-limit={field.maxlength ?? undefined}
        value={field.value}
      />
    )
  if (field.type === "select") {
    // Without an empty entry something is always chosen, and HTML allows no `required`.
    const placeholder =
      isChosen(field) && field.placeholder === false ? false : field.placeholder || undefined
    return (
      <div class="ff-select">
        <select {...shared} required={shared.required && placeholder !== false} class={look}>
          <SelectOptions {...field} placeholder={placeholder} />
        </select>
        <Icon name="arrow-down" />
      </div>
    )
  }
  if (field.type === "file")
    return (
      <input
        {...shared}
        type="file"
        class={look}
        accept={field.accept}
        multiple={field.multiple}
        capture={field.capture}
      />
    )
  const reader = useReader()
  // Preact ties roles to each single type, which a type known only at run time cannot satisfy.
  const type = (field.type ?? "text") as "text"
  return (
    <input
      {...shared}
      type={type}
      class={`${look}${field.width ? ` ff-width--${field.width}` : ""}`}
      value={field.value}
      inputMode={field.inputmode}
      autocapitalize={field.inputmode === "email" ? "none" : undefined}
      data-limit={field.maxlength ?? undefined}
      min={field.min}
      max={field.max}
      data-days-off={field.isForWork ? holidaysAhead(reader) : undefined}
      spellcheck={field.spellcheck}
    />
  )
}

const isChosen = ({ options, value }: Select) =>
  options.flatMap((entry) => ("options" in entry ? entry.options : entry)).some((one) => one.value === value)

function SelectOptions({
  options,
  value,
  placeholder,
}: Omit<Select, "placeholder"> & { placeholder?: string | false | undefined }) {
  const { t } = useReader()
  const one = (option: Option) => (
    <option
      value={option.value}
      selected={option.value === value}
      disabled={option.disabled}
      key={option.value}
    >
      {option.label}
    </option>
  )
  return (
    <>
      {placeholder !== false && <option value="">{placeholder ?? t.shell.form.choose}</option>}
      {options.map((entry) =>
        "options" in entry ? (
          <optgroup label={entry.label} key={entry.label}>
            {entry.options.map(one)}
          </optgroup>
        ) : (
          one(entry)
        ),
      )}
    </>
  )
}

function Label({ id, label, optional }: { id: string; label: string; optional?: boolean | undefined }) {
  const { t } = useReader()
  return (
    <label class="kern-label" for={id}>
      {label}
      {optional && <span class="ff-optional"> ({t.shell.form.optional})</span>}
    </label>
  )
}
