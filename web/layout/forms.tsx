import type { ComponentChildren } from "preact"
import { useReader } from "./context.ts"
import { Icon } from "./icon.tsx"

export type FieldError = { field: string; message: string }

type FormProps = {
  action: string
  method?: "get" | "post"
  /** Sent along, so that a form sent twice makes one thing. */
  idempotencyKey?: string
  hidden?: Record<string, string | number | undefined>
  /** With files. */
  multipart?: boolean
  id?: string
  class?: string
  /** Asked by a small script before sending; without one the form is sent at once. */
  confirm?: string
  /** A small script keeps what was typed under this key in the browser, until it is sent. */
  keep?: string
  /** Not while it is typed: only what was sent and did not arrive, only in its tab. */
  isKeptInTab?: boolean
  /** A small script offers threads that resemble title and body. */
  similar?: string
  /** What is in the form comes from the step before, and replaces what was kept. */
  isCarried?: boolean
  /** A small script keeps what is sent without a connection, and sends it later; see `web/elements/outbox.ts`. */
  outbox?: {
    owner: string
    replaces?: boolean
    auto?: boolean
    /** What waits is called so, or as the field of this name says. */
    label?: string
    text?: string
  }
  children: ComponentChildren
}

/** Browsers' own checks are off: the server answers with one summary in the reader's language. */
export function Form(props: FormProps) {
  const { method = "post", idempotencyKey, hidden = {}, multipart } = props
  return (
    <form
      id={props.id}
      action={props.action}
      method={method}
      enctype={multipart ? "multipart/form-data" : undefined}
      class={["ff-form", props.class].filter(Boolean).join(" ")}
      data-confirm={props.confirm}
      data-keep={props.keep}
      data-keep-tab={props.isKeptInTab ? "" : undefined}
      data-similar={props.similar}
      data-keep-carried={props.isCarried ? "" : undefined}
      data-outbox={props.outbox?.owner}
      data-outbox-replace={props.outbox?.replaces ? props.action : undefined}
      data-outbox-label={props.outbox?.label}
      data-outbox-text={props.outbox?.text}
      data-outbox-auto={props.outbox?.auto ? "" : undefined}
      novalidate
    >
      {idempotencyKey && <input type="hidden" name="idempotencyKey" value={idempotencyKey} />}
      {Object.entries(hidden).map(
        ([name, value]) =>
          value !== undefined && <input type="hidden" name={name} value={value} key={name} />,
      )}
      {props.children}
    </form>
  )
}

/** A fault that no single field is to blame for. */
export const WHOLE_FORM = "formular"

/** Stands at the top of the page's content; every entry leads to its field. */
export function ErrorSummary({ errors, title }: { errors: FieldError[]; title?: string }) {
  const { t } = useReader()
  if (errors.length === 0) return null
  const isRefusal = errors.every(({ field }) => field === WHOLE_FORM)
  return (
    <div class="ff-error-summary" role="alert" tabIndex={-1} id="fehler" autofocus>
      <h2 class="ff-error-summary__title">
        <Icon name="danger" size={24} />
        {title ?? (isRefusal ? t.shell.form.refusedTitle : t.shell.form.errorTitle(errors.length))}
      </h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field === WHOLE_FORM ? message : <a href={`#${fieldId(field)}`}>{message}</a>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Groups fields under one heading, e.g. the sections of a best practice. */
export function FieldGroup(props: { legend: string; hint?: string; children: ComponentChildren }) {
  return (
    <fieldset class="ff-group">
      <legend class="ff-group__legend">{props.legend}</legend>
      {props.hint && <p class="kern-hint">{props.hint}</p>}
      {props.children}
    </fieldset>
  )
}

export const fieldId = (name: string) => `feld-${name}`

export const errorOf = (errors: FieldError[], field: string) =>
  errors.find((error) => error.field === field)?.message

/** The same as a property of `<Field>`, or nothing. */
export function errorFor(errors: FieldError[], field: string): { error?: string } {
  const error = errorOf(errors, field)
  return error === undefined ? {} : { error }
}
