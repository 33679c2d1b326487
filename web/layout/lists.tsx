import type { ComponentChildren } from "preact"
import { useReader } from "./context.ts"
import { Icon, type IconName } from "./icon.tsx"

/** A compact list; its rows are `<Row>`. */
export function List(props: {
  children: ComponentChildren
  label?: string
  /** Hooks for small scripts. */
  data?: Record<`data-${string}`, string>
}) {
  const { children, label, data } = props
  return (
    <ul class="ff-list" aria-label={label} {...data}>
      {children}
    </ul>
  )
}

export type RowProps = {
  href: string
  title: string
  /** Level of the title as a heading; without one it is a plain link. */
  level?: 2 | 3
  badges?: ComponentChildren
  meta?: ComponentChildren
  excerpt?: string
  /** Right-hand column: waiting time, counts. */
  aside?: ComponentChildren
  actions?: ComponentChildren
}

/** One thread, announcement or person in a list. */
export function Row(props: RowProps) {
  const Title = props.level ? (`h${props.level}` as "h2" | "h3") : "p"
  return (
    <li class="ff-row">
      <div class="ff-row__main">
        <Title class="ff-row__title">
          <a href={props.href}>{props.title}</a>
        </Title>
        {props.excerpt && <p class="ff-row__excerpt">{props.excerpt}</p>}
        {(props.badges || props.meta) && (
          <div class="ff-row__foot">
            {props.badges}
            {props.meta}
          </div>
        )}
      </div>
      {props.aside && <div class="ff-row__aside">{props.aside}</div>}
      {props.actions && <div class="ff-row__actions">{props.actions}</div>}
    </li>
  )
}

/** Author · department · time: pass an array; empty entries are left out. */
export function Meta({ items }: { items: ComponentChildren[] }) {
  const filled = items.filter((item) => item !== null && item !== undefined && item !== false && item !== "")
  return (
    <ul class="ff-meta">
      {filled.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  )
}

/** A number with a drawing and its words, e.g. "3 Antworten". */
export function Count({ icon, children }: { icon: IconName; children: ComponentChildren }) {
  return (
    <span class="ff-count">
      <Icon name={icon} size={16} />
      {children}
    </span>
  )
}

/** Lists page by keyset: there is a next page or there is none. */
export function Pager({
  next,
  first,
  label,
}: {
  next?: string | null
  first?: string | null
  label?: string
}) {
  const { t } = useReader()
  if (!next && !first) return null
  return (
    <div class="ff-pager">
      {first && (
        <a class="kern-btn kern-btn--tertiary" href={first}>
          <Icon name="arrow-left" />
          <span class="kern-label">{t.shell.first}</span>
        </a>
      )}
      {next && (
        <a class="kern-btn kern-btn--secondary" href={next} rel="next">
          <span class="kern-label">{label ?? t.shell.more}</span>
          <Icon name="arrow-right" />
        </a>
      )}
    </div>
  )
}

export type Crumb = { label: string; href?: string }

/** The last crumb is the page itself and has no address. */
export function Breadcrumb({ trail }: { trail: Crumb[] }) {
  const { t } = useReader()
  return (
    <nav class="ff-breadcrumb" aria-label={t.shell.breadcrumb}>
      <ol>
        {trail.map(({ label, href }) => (
          <li key={label}>{href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  )
}

export type Tab = { label: string; href: string; current?: boolean; count?: number }

/** Views of one list (open, taken, to be reviewed), as plain links. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label: string }) {
  return (
    <nav class="ff-tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? "page" : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="ff-tabs__count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type TableRow = {
  key: string | number
  /** Where there are fewer than columns, the last one spans the rest. */
  cells: ComponentChildren[]
}

type TableProps = {
  caption: string
  columns: string[]
  rows: TableRow[]
  /** The first cell of a row says what the row is about. */
  named?: boolean
  /** Of the cells below the name of their column; `short` ones stand beside it. */
  short?: boolean
  /** Of each cell. */
  cellClass?: string
}

/**
 * A data table. Where its columns find no room, each row becomes a block, each cell with the name of its column. The
 * frame scrolls where a word is wider all the same; it is no landmark.
 */
export function Table({ caption, columns, rows, named, short, cellClass }: TableProps) {
  const room = columns.length > 4 ? "many" : columns.length > 2 && "three"
  const look = ["ff-data", room && `ff-data--${room}`, short && "ff-data--short"]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: it holds a table, no fields
    <div class="ff-scroll" role="group" tabIndex={0} aria-label={caption}>
      <table class={look.filter(Boolean).join(" ")}>
        <caption class="kern-sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <Cell
                  key={index}
                  isName={named === true && index === 0}
                  label={cells.length === columns.length ? columns[index] : undefined}
                  span={index === cells.length - 1 ? columns.length - index : 1}
                  class={cellClass}
                >
                  {cell}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CellProps = {
  isName: boolean
  label?: string | undefined
  span: number
  class?: string | undefined
  children: ComponentChildren
}

function Cell({ isName, label, span, class: look, children }: CellProps) {
  if (isName) return <th scope="row">{children}</th>
  return (
    <td data-label={label} colSpan={span > 1 ? span : undefined} class={look}>
      {children}
    </td>
  )
}
