import type { ComponentChildren } from "preact"
import { useReader } from "./context.ts"
import { describedBy, FieldError, Hint } from "./field-parts.tsx"
import { fieldId } from "./forms.tsx"

export type CheckOption = { value: string; label: ComponentChildren; hint?: string; disabled?: boolean }

type ChecksProps = {
  name: string
  label: string
  hint?: ComponentChildren
  error?: string | string[]
  optional?: boolean
  id?: string
} & (
  | { type: "checkboxes" | "radios"; values?: string[]; options: CheckOption[] }
  | { type: "checkbox"; checked?: boolean; value?: string }
)

/** Checkboxes and radio buttons: a group with a legend, or one box that carries its own label. */
export function Checks(props: ChecksProps) {
  const id = props.id ?? fieldId(props.name)
  const bad = props.error ? " ff-checks--error" : ""
  if (props.type === "checkbox")
    return (
      <div class={`ff-checks${bad}`}>
        <FieldError id={id} error={props.error} />
        <Check
          id={id}
          type="checkbox"
          name={props.name}
          value={props.value ?? "true"}
          label={props.label}
          checked={props.checked ?? false}
          described={describedBy({ ...props, id })}
        />
        <Hint id={id} hint={props.hint} />
      </div>
    )
  const { values = [], type, name } = props
  return (
    <fieldset class={`ff-checks${bad}`} aria-describedby={describedBy({ ...props, id })["aria-describedby"]}>
      <Legend {...props} />
      <Hint id={id} hint={props.hint} />
      <FieldError id={id} error={props.error} />
      {props.options.map((option, index) => (
        <Check
          key={option.value}
          // The summary of errors leads to the first one.
          id={index === 0 ? id : `${id}-${index}`}
          type={type === "radios" ? "radio" : "checkbox"}
          name={name}
          checked={values.includes(option.value)}
          {...option}
        />
      ))}
    </fieldset>
  )
}

function Legend({ label, optional }: { label: string; optional?: boolean }) {
  const { t } = useReader()
  return (
    <legend class="kern-label">
      {label}
      {optional && <span class="ff-optional"> ({t.shell.form.optional})</span>}
    </legend>
  )
}

type CheckProps = CheckOption & {
  id: string
  type: "checkbox" | "radio"
  name: string
  checked: boolean
  described?: ReturnType<typeof describedBy>
}

function Check({ id, type, name, value, label, hint, checked, disabled, described }: CheckProps) {
  const look = type === "radio" ? "kern-form-check__radio" : "kern-form-check__checkbox"
  // The first one has the group's id, and the group a hint of its own.
  const hintId = `${id}-wahl-hinweis`
  return (
    <div class="kern-form-check">
      <input
        id={id}
        type={type}
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        class={look}
        {...described}
        {...(hint && { "aria-describedby": hintId })}
      />
      <label class="kern-label" for={id}>
        {label}
      </label>
      {hint && (
        <div class="kern-hint" id={hintId}>
          {hint}
        </div>
      )}
    </div>
  )
}
