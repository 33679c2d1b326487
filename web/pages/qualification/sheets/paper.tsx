import { BOXES } from "../../../../server/kernel/pdf-blocks.ts"
import { Prose, useReader } from "../../../layout/index.ts"
import {
  box,
  type Copy,
  cardsOf,
  EMPTY,
  hasGroups,
  inParts,
  type LineField,
  type OtherField,
  rowsOf,
  type Sheet,
  type SheetField,
  type TableField,
  type Values,
} from "./sheet.ts"

type Level = 2 | 3 | 4
const headingOf = (level: Level) => `h${level}` as "h2" | "h3" | "h4"

type PaperProps = {
  sheet: Sheet
  fields: SheetField[]
  cohort: string
  copy: Copy | null
  isOneOfMany: boolean
}

/** A sheet as it comes out of the printer; on the screen a page to look at. */
export function Paper({ sheet, fields, cohort, copy, isOneOfMany }: PaperProps) {
  const { t } = useReader()
  const words = t.qualification.sheets
  const level = isOneOfMany ? 3 : 2
  return (
    <article class={`ff-paper ff-paper--${sheet.paper}`}>
      <p class="ff-paper__title ff-print-only">{words.titles[sheet.slug]}</p>
      {isOneOfMany && <h2>{copy?.of ?? words.titles[sheet.slug]}</h2>}
      <p class="kern-hint">
        {[cohort, !isOneOfMany && copy?.of, copy ? copy.state : words.hints[sheet.slug]]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <Fields fields={fields} values={copy?.values ?? EMPTY} level={level} />
    </article>
  )
}

function Fields({ fields, values, level }: { fields: SheetField[]; values: Values; level: 2 | 3 }) {
  const below: Level = hasGroups(fields) ? (level === 2 ? 3 : 4) : level
  return (
    <>
      {inParts(fields).map((part, index) =>
        Array.isArray(part) ? (
          <Lines key={index} lines={part} values={values} />
        ) : (
          <One key={index} field={part} values={values} level={part.kind === "group" ? level : below} />
        ),
      )}
    </>
  )
}

function Lines({ lines, values: { texts } }: { lines: LineField[]; values: Values }) {
  return (
    <dl class="ff-paper__lines">
      {lines.map(({ name, label }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{texts?.[name]}</dd>
        </div>
      ))}
    </dl>
  )
}

function One({ field, values, level }: { field: OtherField; values: Values; level: Level }) {
  if (field.kind === "cards") return <Cards field={field} values={values} level={level} />
  const Heading = headingOf(level)
  return (
    <div class={field.kind === "group" ? "ff-paper__group" : "ff-paper__field"}>
      {field.label && <Heading>{field.label}</Heading>}
      {field.kind === "group" && field.text && <p class="kern-hint">{field.text}</p>}
      {field.kind === "text" && <Words field={field} values={values} level={level} />}
      {field.kind === "boxes" && <Boxes field={field} values={values} />}
      {field.kind === "table" && <Rows field={field} values={values} />}
    </div>
  )
}

type TextProps = { field: Extract<SheetField, { kind: "text" }>; values: Values; level: Level }

function Words({ field: { name, lines }, values: { texts, html }, level }: TextProps) {
  const text = texts?.[name]?.trim()
  if (!text)
    return (
      <div class="ff-paper__ruled" aria-hidden="true">
        {Array.from({ length: lines }, (_, index) => (
          <div key={index} />
        ))}
      </div>
    )
  const rendered = html?.[name]
  if (rendered) return <Prose html={rendered} level={level === 2 ? 3 : level === 3 ? 4 : 5} />
  return <p class="ff-lines">{text}</p>
}

type BoxesProps = { field: Extract<SheetField, { kind: "boxes" }>; values: Values }

function Boxes({ field: { name, options }, values: { texts, boxes } }: BoxesProps) {
  const text = texts?.[name]
  if (text !== undefined) return <p>{text}</p>
  const ticked = boxes?.[name] ?? []
  return (
    <ul class="ff-paper__boxes">
      {options.map(({ value, label }) => (
        <li key={value}>
          <Marked text={box(ticked.includes(value))} /> {label}
        </li>
      ))}
    </ul>
  )
}

function Rows({ field, values }: { field: TableField; values: Values }) {
  const { label, columns, lines } = field
  const sum = columns.reduce((total, { share }) => total + share, 0)
  return (
    <table class={`ff-paper__table${lines > 5 ? " ff-paper__table--tall" : ""}`}>
      <caption class="kern-sr-only">{label || columns.map((column) => column.label).join(", ")}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.label}
              scope="col"
              class={`ff-paper__col-${Math.round((column.share / sum) * 20)}`}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rowsOf(field, values).map((cells, index) => (
          <tr key={index}>
            {cells.map((cell, place) => (
              <td key={place} data-label={columns[place]?.label}>
                <Marked text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const BOX = new RegExp(`([${Object.values(BOXES).join("")}])`)

/** The same words, with their boxes drawn: not every font has the signs. */
function Marked({ text }: { text: string }) {
  const { t } = useReader()
  const parts = text.split(BOX)
  if (parts.length === 1) return <span class="ff-lines">{text}</span>
  return (
    <>
      {parts.map((part, index) => {
        if (part === BOXES.empty) return <span key={index} class="ff-box" aria-hidden="true" />
        if (part !== BOXES.ticked) return part
        return (
          <span key={index}>
            <span class="ff-box" aria-hidden="true">
              ×
            </span>
            <span class="kern-sr-only">{t.qualification.sheets.ticked}</span>
          </span>
        )
      })}
    </>
  )
}

type CardsProps = { field: Extract<SheetField, { kind: "cards" }>; values: Values; level: Level }

function Cards({ field: { count, fields }, values, level }: CardsProps) {
  return (
    <ul class="ff-paper__cards">
      {cardsOf(count, values).map((card, index) => (
        <li key={index}>
          <Fields fields={fields} values={card} level={level === 2 ? 2 : 3} />
        </li>
      ))}
    </ul>
  )
}
