import {
  CHECKS,
  choicesOf,
  type FieldKind,
  longTexts,
  noteOn,
  PLANS,
  type PlanContent,
  type PlanHtml,
  type PlanKind,
} from "../../../../server/qualification/outcome.ts"
import { Badge, Day, Facts, Prose, Table } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { choiceLabel, columnLabel, fieldLabel, hasChecklist, plainFields } from "./labels.ts"

/** `level` is that of its headings; `within` keeps the ids apart where several stand on one page. */
type Props = {
  t: Texts
  kind: PlanKind
  content: PlanContent
  html: PlanHtml
  level: 2 | 3
  within?: string
}

const headingOf = (level: 2 | 3) => `h${level}` as "h2" | "h3"

/** An edition of a plan, to be read and printed. */
export function PlanText(props: Props) {
  const { t, content } = props
  const words = t.qualification.plans
  return (
    <>
      {content.link !== "" && (
        <p>
          {words.link}: <a href={content.link}>{linkTitle(t, content)}</a>
        </p>
      )}
      {hasChecklist(props.kind) && <Checklist {...props} />}
      <Short {...props} />
      <Long {...props} />
      <Lines {...props} />
    </>
  )
}

/** What the link leads to: the plan's own title, and what it is where it has none. */
const linkTitle = ({ qualification }: Texts, { fields }: PlanContent) =>
  fields.title || qualification.plans.linkName

/** Days and single lines, as facts. */
function Short({ t, kind, content }: Props) {
  const filled = plainFields(kind).filter(([name, type]) => type !== "text" && content.fields[name])
  if (filled.length === 0) return null
  return (
    <Facts
      facts={filled.map(([name, type]) => ({
        label: fieldLabel(t, kind, name),
        value: <Value t={t} type={type} value={content.fields[name] ?? ""} />,
      }))}
    />
  )
}

function Long({ t, kind, html, level, within = "" }: Props) {
  const Heading = headingOf(level)
  const words = t.qualification.plans
  return (
    <>
      {longTexts(kind).map((name) => (
        <section key={name} class="ff-part" aria-labelledby={`text-${name}${within}`}>
          <Heading id={`text-${name}${within}`}>{fieldLabel(t, kind, name)}</Heading>
          {html[name] ? (
            <Prose html={html[name]} level={level === 2 ? 3 : 4} />
          ) : (
            <p class="kern-hint">{words.notFilled}</p>
          )}
        </section>
      ))}
    </>
  )
}

function Lines({ t, kind, content, level, within = "" }: Props) {
  const Heading = headingOf(level)
  const words = t.qualification.plans
  const columns = Object.entries(PLANS[kind].columns)
  if (columns.length === 0) return null
  return (
    <section class="ff-part" aria-labelledby={`lines${within}`}>
      <Heading id={`lines${within}`}>{words.kinds[kind].lines}</Heading>
      {content.lines.length === 0 ? (
        <p class="kern-hint">{words.noLines}</p>
      ) : (
        <Table
          caption={words.kinds[kind].lines}
          columns={columns.map(([name]) => columnLabel(t, kind, name))}
          rows={content.lines.map((line, index) => ({
            key: index,
            cells: columns.map(([name, type]) => (
              <Value t={t} type={type} value={line[name] ?? ""} key={name} />
            )),
          }))}
        />
      )}
    </section>
  )
}

function Checklist({ t, kind, content, level, within = "" }: Props) {
  const Heading = headingOf(level)
  const words = t.qualification.plans
  return (
    <section class="ff-part" aria-labelledby={`checklist${within}`}>
      <Heading id={`checklist${within}`}>{words.checklist}</Heading>
      <ul class="ff-checklist">
        {CHECKS.map((name) => (
          <li key={name}>
            <span>{fieldLabel(t, kind, name)}</span> <Answer t={t} value={content.fields[name] ?? ""} />
            {content.fields[noteOn(name)] && <p class="kern-hint">{content.fields[noteOn(name)]}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Answer({ t, value }: { t: Texts; value: string }) {
  const words = t.qualification.plans
  if (value === "yes")
    return (
      <Badge kind="success" icon="check">
        {words.yes}
      </Badge>
    )
  return (
    <Badge kind={value === "no" ? "warning" : "neutral"}>{value === "no" ? words.no : words.unclear}</Badge>
  )
}

function Value({ t, type, value }: { t: Texts; type: FieldKind; value: string }) {
  if (type === "day") return value ? <Day value={value} /> : <>–</>
  if (type === "check")
    return <>{value === "yes" ? t.qualification.plans.done : t.qualification.plans.unclear}</>
  return <>{(choicesOf(type) ? choiceLabel(t, value) : value) || "–"}</>
}
