import { Alert, Card, Disclosure } from "./blocks.tsx"
import { useReader } from "./context.ts"
import { differing } from "./differing.ts"

type DifferencesProps = {
  saved: string
  mine: string
  label: string
  /** What is said of each part, where they are not a saved text and one's own. */
  words?: { onlySaved: string; onlyMine: string }
}

/**
 * Two texts in one: what only the saved one has is struck out, what only mine has is underlined, and both are said in
 * words to whoever hears it. Nothing depends on a colour.
 */
function Differences({ saved, mine, label, words: said }: DifferencesProps) {
  const { t } = useReader()
  const words = { ...t.shell.differences, ...said }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a named region of running text, no set of fields
    <div class="ff-typed ff-differences" tabIndex={0} role="group" aria-label={label}>
      {differing(saved, mine).map((part, index) => {
        const key = `${index}`
        if (part.in === "both") return <span key={key}>{part.text}</span>
        const Tag = part.in === "saved" ? "del" : "ins"
        return (
          <Tag key={key}>
            <span class="kern-sr-only">{part.in === "saved" ? words.onlySaved : words.onlyMine} </span>
            {shownBreaks(part.text)}
            <span class="kern-sr-only"> {words.end} </span>
          </Tag>
        )
      })}
    </div>
  )
}

/** What a newer wording changed, as people read it: struck out what is gone, underlined what is new. */
export function Changes({ before, after, label }: { before: string; after: string; label: string }) {
  const { t } = useReader()
  const { gone, added } = t.shell.differences
  return (
    <Differences saved={before} mine={after} label={label} words={{ onlySaved: gone, onlyMine: added }} />
  )
}

export type Compared = { name: string; label: string; saved: string; mine: string }

/** A saved version beside one's own: what differs in each field, and the saved one as it is, to copy from. */
export function ComparedVersions({ fields, level = 3 }: { fields: Compared[]; level?: 3 | 4 }) {
  const { t } = useReader()
  const words = t.shell.differences
  const Heading = `h${level}` as "h3" | "h4"
  const changed = fields.filter(({ saved, mine }) => plain(saved) !== plain(mine))
  if (changed.length === 0) return <p>{words.same}</p>
  return (
    <>
      <p class="ff-differences__key">
        <del>{words.savedSample}</del> {words.savedKey} <ins>{words.mineSample}</ins> {words.mineKey}
      </p>
      {changed.map(({ name, label, saved, mine }) => (
        <div key={name}>
          <Heading>{label}</Heading>
          <Differences saved={saved} mine={mine} label={`${words.title}: ${label}`} />
        </div>
      ))}
      <Disclosure summary={words.plain} quiet>
        {fields
          .filter(({ saved, mine }) => saved !== "" || mine !== "")
          .map(({ name, label, saved }) => (
            <div key={name}>
              <Heading>{label}</Heading>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
              <pre class="ff-typed" tabIndex={0}>
                {saved}
              </pre>
            </div>
          ))}
      </Disclosure>
    </>
  )
}

const plain = (text: string) => text.replaceAll("\r\n", "\n").trim()

type NewerProps = {
  /** What happened, and what saving would do now. */
  text: string
  title?: string
  fields: Compared[]
  /** Of its heading: 3 within a card. */
  level?: 2 | 3
}

/** Somebody was faster: what differs from what is stored now stands above one's own, which is in the form. */
export function NewerVersion({ text, title, fields, level = 2 }: NewerProps) {
  const { t } = useReader()
  return (
    <>
      <Alert kind="warning" live autofocus {...(title && { title })}>
        <p>{text}</p>
      </Alert>
      <Card title={t.shell.differences.newer} id="neue-fassung" tone="quiet" level={level}>
        <ComparedVersions fields={fields} level={level === 2 ? 3 : 4} />
      </Card>
    </>
  )
}

/** A difference of nothing but line breaks and spaces would otherwise not be seen. */
const shownBreaks = (text: string) =>
  text.trim() === "" ? text.replaceAll("\n", "¶\n").replace(/^ +$/, (gap) => "·".repeat(gap.length)) : text
