import type { ComponentChildren } from "preact"
import { useReader } from "./context.ts"
import { Icon, type IconName } from "./icon.tsx"

export type ButtonKind = "primary" | "secondary" | "tertiary" | "danger"

export type ButtonLook = {
  kind?: ButtonKind
  small?: boolean
  icon?: IconName
  /** Stands after the visible words for those who hear them without their surroundings. */
  context?: string
  children: ComponentChildren
}

type ButtonProps = ButtonLook & {
  type?: "submit" | "button"
  name?: string
  value?: string
  form?: string
  formaction?: string
  pressed?: boolean
  class?: string
}

export function Button(props: ButtonProps) {
  const { type = "submit", name, value, form, formaction, pressed } = props
  return (
    <button
      type={type}
      name={name}
      value={value}
      form={form}
      formaction={formaction}
      aria-pressed={pressed}
      class={look(props, props.class)}
    >
      <Content {...props} />
    </button>
  )
}

type LinkProps = ButtonLook & {
  href: string
  class?: string
  current?: boolean
  /** Says so, and leaves the page with what is typed in it where it is. */
  newWindow?: boolean
  /** With a script, the form that it leads to comes in here instead. */
  inPlace?: boolean
}

export function LinkButton({ newWindow, ...props }: LinkProps) {
  const { t } = useReader()
  const aside = newWindow && `(${t.shell.newWindow})`
  const context = [props.context, aside].filter(Boolean).join(" ")
  return (
    <a
      href={props.href}
      class={look(props, props.class)}
      aria-current={props.current ? "page" : undefined}
      target={newWindow ? "_blank" : undefined}
      rel={newWindow ? "noopener" : undefined}
      data-in-place={props.inPlace ? "" : undefined}
    >
      <Content {...props} {...(context && { context })} />
    </a>
  )
}

/** The first submit button of a form takes the enter key: place it first inside `<Buttons>`. */
export const SubmitButton = (props: Omit<ButtonProps, "type">) => <Button kind="primary" {...props} />

export function Buttons({ children }: { children: ComponentChildren }) {
  return <div class="ff-buttons">{children}</div>
}

/** One act as a form of its own: works without a script and never as a link. */
export function ActionButton(
  props: ButtonProps & { action: string; hidden?: Record<string, string>; confirm?: string },
) {
  const { action, hidden = {}, confirm, ...button } = props
  return (
    <form method="post" action={action} class="ff-action" data-confirm={confirm}>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <Button kind="tertiary" small {...button} />
    </form>
  )
}

function Content({ icon, context, children }: ButtonLook) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span class="kern-label">
        {children}
        {context && <span class="kern-sr-only"> {context}</span>}
      </span>
    </>
  )
}

function look({ kind = "secondary", small }: ButtonLook, more?: string) {
  const base =
    kind === "danger" ? "kern-btn kern-btn--secondary ff-btn--danger" : `kern-btn kern-btn--${kind}`
  return [base, small && "ff-btn--small", more].filter(Boolean).join(" ")
}

/** Enough of a text to know which one a button belongs to: for its `context`. */
export const brief = (body: string): string =>
  body.length > 60 ? `${[...body].slice(0, 60).join("")} …` : body
