import type { ComponentChildren } from "preact"

type Props = {
  action: string
  /** What the browser is asked for; null where there are no passkeys. */
  options: object | null
  hidden?: Record<string, string>
  children: ComponentChildren
}

/** Shown by a small script where the browser knows passkeys; without a script there is always another way. */
export function PasskeyForm({ action, options, hidden = {}, children }: Props) {
  if (!options) return null
  return (
    <form
      method="post"
      action={action}
      class="ff-form"
      data-passkey={JSON.stringify(options)}
      hidden
      novalidate
    >
      <input type="hidden" name="response" value="" />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      {children}
    </form>
  )
}
