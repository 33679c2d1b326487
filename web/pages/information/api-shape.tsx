import { useReader } from "../../layout/index.ts"
import type { Field, Shape } from "./api-document.ts"

/** A value's type and limits, and below it the fields it has. */
export function ShapeOf({ shape }: { shape: Shape }) {
  return (
    <>
      <TypeOf shape={shape} />
      {shape.fields.length > 0 && <Fields fields={shape.fields} />}
    </>
  )
}

export function Fields({ fields }: { fields: Field[] }) {
  const { t } = useReader()
  return (
    <ul class="ff-bullets">
      {fields.map((field) => (
        <li key={field.name}>
          <code>{field.name}</code>
          {field.isOptional && ` (${t.information.api.optional})`}: <TypeOf shape={field} />
          {field.description && <span lang="en">. {field.description}</span>}
          {field.fields.length > 0 && <Fields fields={field.fields} />}
        </li>
      ))}
    </ul>
  )
}

function TypeOf({ shape }: { shape: Shape }) {
  const { t } = useReader()
  const words = t.information.api
  const name =
    shape.choices.length > 0 ? shape.choices.map((choice) => `"${choice}"`).join(" | ") : shape.type
  return (
    <>
      {shape.isList ? words.listOf(name) : name}
      {shape.isNullable && ` ${words.or} null`}
      {shape.limits.length > 0 && <span class="ff-muted"> ({shape.limits.join(", ")})</span>}
    </>
  )
}
