import type { ComponentChildren } from "preact"
import { type CheckOption, Checks } from "./checks.tsx"
import { useReader } from "./context.ts"
import { DayOffHint, holidaysAhead } from "./days-off.tsx"
import { fieldId } from "./forms.tsx"
import { Icon } from "./icon.tsx"

type Common = {
  name: string
  label: string
  hint?: ComponentChildren
  error?: string
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
 * counts while somebody types, and the server gives back what is too long.
 */
type MaxLength = number
type Line = {
  type?: "text" | "email" | "password" | "search" | "date" | "datetime-local" | "number" | "url"
  value?: string
  inputmode?: "text" | "numeric" | "email" | "search"
  maxlength?: MaxLength
  min?: string
  max?: string
  spellcheck?: boolean
  /** A day by which something is wanted: says when nobody works then. */
  isForWork?: boolean
  /** Width that fits what is entered; the default takes the whole line. */
  width?: "short" | "medium"
}
type Area = { type: "textarea"; value?: string; rows?: number; maxlength?: MaxLength }
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

function Control({ id, field }: { id: string; field: Exclude<FieldProps, Choices | Checkbox> }) {
  const shared = {
    id,
    name: field.name,
    required: !field.optional && field.needed !== false,
    autocomplete: field.autocomplete,
    ...describedBy({ ...field, id }),
    ...field.data,
  }
  const look = `kern-form-input__input${field.error ? " kern-form-input__input--error" : ""}`
  if (field.type === "textarea")
    return (
      <textarea
        {...shared}
        class={look}
        rows={field.rows ?? 6}
        data-limit={field.maxlength}
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
      data-limit={field.maxlength}
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

export function Hint({ id, hint }: { id: string; hint?: ComponentChildren }) {
  if (!hint) return null
  return (
    <div class="kern-hint" id={`${id}-hinweis`}>
      {hint}
    </div>
  )
}

export function FieldError({ id, error }: { id: string; error?: string | undefined }) {
  const { t } = useReader()
  if (!error) return null
  return (
    <p class="ff-field-error" id={`${id}-fehler`}>
      <Icon name="danger" />
      <span>
        <span class="kern-sr-only">{t.shell.form.error} </span>
        {error}
      </span>
    </p>
  )
}

export function describedBy(props: { id: string; hint?: ComponentChildren; error?: string | undefined }) {
  const ids = [props.hint && `${props.id}-hinweis`, props.error && `${props.id}-fehler`].filter(Boolean)
  return {
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
    "aria-invalid": props.error ? ("true" as const) : undefined,
  }
}
