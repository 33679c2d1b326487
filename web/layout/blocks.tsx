import type { ComponentChildren } from "preact"
import type { Texts } from "../texts/index.ts"
import { useReader } from "./context.ts"
import { Icon, type IconName } from "./icon.tsx"

export type Tone = "neutral" | "info" | "success" | "warning" | "danger" | "official"
export type AlertKind = "info" | "success" | "warning" | "danger"
export type QuestionState = keyof Texts["shell"]["states"]

/** The one `h1` of a page, with what stands above and beside it. */
export function PageTitle(props: {
  children: ComponentChildren
  over?: ComponentChildren
  lead?: ComponentChildren
  actions?: ComponentChildren
}) {
  return (
    <div class="ff-page-title">
      <div class="ff-page-title__text">
        {props.over && <p class="ff-page-title__over">{props.over}</p>}
        <h1>{props.children}</h1>
        {props.lead && <div class="ff-page-title__lead">{props.lead}</div>}
      </div>
      {props.actions && <div class="ff-page-title__actions">{props.actions}</div>}
    </div>
  )
}

export function Badge(props: { kind?: Tone; icon?: IconName; children: ComponentChildren }) {
  return (
    <span class={`ff-badge ff-badge--${props.kind ?? "neutral"}`}>
      {props.icon && <Icon name={props.icon} size={16} />}
      {props.children}
    </span>
  )
}

const stateLooks: Record<QuestionState, { kind: Tone; icon: IconName }> = {
  open: { kind: "info", icon: "question" },
  "in-progress": { kind: "neutral", icon: "clock" },
  "asked-back": { kind: "warning", icon: "reply" },
  answered: { kind: "success", icon: "check-circle" },
  closed: { kind: "neutral", icon: "lock" },
  duplicate: { kind: "neutral", icon: "copy" },
}

export function StateBadge({ state }: { state: QuestionState }) {
  const { t } = useReader()
  return <Badge {...stateLooks[state]}>{t.shell.states[state]}</Badge>
}

/** A note in the page's flow. `live` announces it, for what has just happened. */
export function Alert(props: {
  kind: AlertKind
  title?: string
  live?: boolean
  /** Reading begins here: the answer to what was sent. */
  autofocus?: boolean
  children?: ComponentChildren
}) {
  const { t } = useReader()
  const icon: IconName = props.kind === "success" ? "check-circle" : props.kind
  return (
    <div
      class={`ff-alert ff-alert--${props.kind}`}
      role={props.live ? "status" : undefined}
      {...(props.autofocus && { tabIndex: -1, autofocus: true })}
    >
      <Icon name={icon} size={24} />
      <div class="ff-alert__text">
        <p class={props.title ? "ff-alert__title" : "kern-sr-only"}>
          {props.title ?? `${t.shell.alert[props.kind]}:`}
        </p>
        {props.children}
      </div>
    </div>
  )
}

/** A section with its own heading (`h2` unless told), for start pages, sidebars and settings. */
export function Card(props: {
  title?: ComponentChildren
  id?: string
  icon?: IconName
  level?: 2 | 3
  actions?: ComponentChildren
  tone?: "plain" | "quiet" | "attention"
  children: ComponentChildren
}) {
  const Heading = `h${props.level ?? 2}` as "h2" | "h3"
  const Whole = props.title ? "section" : "div"
  return (
    <Whole
      class={`ff-card ff-card--${props.tone ?? "plain"}`}
      id={props.id}
      aria-labelledby={props.id && props.title ? `${props.id}-titel` : undefined}
    >
      {props.title && (
        <div class="ff-card__head">
          <Heading class="ff-card__title" id={props.id && `${props.id}-titel`}>
            {props.icon && <Icon name={props.icon} />}
            {props.title}
          </Heading>
          {props.actions && <div class="ff-card__actions">{props.actions}</div>}
        </div>
      )}
      <div class="ff-card__body">{props.children}</div>
    </Whole>
  )
}

/** What a person sees where there is nothing yet: why, and what to do next. */
export function EmptyState(props: {
  icon?: IconName
  title: string
  /** Where the title is what the page is about, and is looked for among its headings. */
  level?: 2
  children?: ComponentChildren
}) {
  const Title = props.level ? "h2" : "p"
  return (
    <div class="ff-empty">
      <Icon name={props.icon ?? "info"} size={32} />
      <Title class="ff-empty__title">{props.title}</Title>
      {props.children}
    </div>
  )
}

export function Disclosure(props: {
  summary: ComponentChildren
  open?: boolean
  quiet?: boolean
  id?: string
  children: ComponentChildren
}) {
  return (
    <details class={`ff-details${props.quiet ? " ff-details--quiet" : ""}`} open={props.open} id={props.id}>
      <summary>
        <Icon name="arrow-down" />
        <span>{props.summary}</span>
      </summary>
      <div class="ff-details__body">{props.children}</div>
    </details>
  )
}

/** Label and value, one below the other on narrow screens. */
export function Facts({ facts }: { facts: { label: string; value: ComponentChildren }[] }) {
  return (
    <dl class="ff-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
