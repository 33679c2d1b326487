import type { ComponentChildren } from "preact"
import { useReader } from "./context.ts"
import { Icon } from "./icon.tsx"

export function Hint({ id, hint }: { id: string; hint?: ComponentChildren }) {
  if (!hint) return null
  return (
    <div class="kern-hint" id={`${id}-hinweis`}>
      {hint}
    </div>
  )
}

export function FieldError({ id, error }: { id: string; error?: string | string[] | undefined }) {
  const { t } = useReader()
  const messages = [error ?? []].flat().filter((message) => message !== "")
  if (messages.length === 0) return null
  const sign = <span class="kern-sr-only">{t.shell.form.error} </span>
  return (
    <div class="ff-field-error" id={`${id}-fehler`}>
      <Icon name="danger" />
      {messages.length === 1 ? (
        <p>
          {sign}
          {messages}
        </p>
      ) : (
        <ul>
          {messages.map((message) => (
            <li key={message}>
              {sign}
              {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

export function describedBy(props: {
  id: string
  hint?: ComponentChildren
  error?: string | string[] | undefined
  isLimited?: boolean
}) {
  const { id, hint, error, isLimited } = props
  const ids = [hint && `${id}-hinweis`, error && `${id}-fehler`, isLimited && `${id}-zeichen`].filter(Boolean)
  return {
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
    "aria-invalid": props.error ? ("true" as const) : undefined,
  }
}
