import { Disclosure } from "./blocks.tsx"
import { useReader } from "./context.ts"
import { differing } from "./differing.ts"

type DifferencesProps = { saved: string; mine: string; label: string }

/**
 * Two texts in one: what only the saved one has is struck out, what only mine has is underlined, and both are said in
 * words to whoever hears it. Nothing depends on a colour.
 */
function Differences({ saved, mine, label }: DifferencesProps) {
  const { t } = useReader()
  const words = t.shell.differences
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

type Compared = { name: string; label: string; saved: string; mine: string }

/** A saved version beside one's own: what differs in each field, and the saved one as it is, to copy from. */
export function ComparedVersions({ fields }: { fields: Compared[] }) {
  const { t } = useReader()
  const words = t.shell.differences
  const changed = fields.filter(({ saved, mine }) => saved.trim() !== mine.replaceAll("\r\n", "\n").trim())
  if (changed.length === 0) return <p>{words.same}</p>
  return (
    <>
      <p class="ff-differences__key">
        <del>{words.savedSample}</del> {words.savedKey} <ins>{words.mineSample}</ins> {words.mineKey}
      </p>
      {changed.map(({ name, label, saved, mine }) => (
        <div key={name}>
          <h3>{label}</h3>
          <Differences saved={saved} mine={mine} label={`${words.title}: ${label}`} />
        </div>
      ))}
      <Disclosure summary={words.plain} quiet>
        {fields.map(({ name, label, saved }) => (
          <div key={name}>
            <h3>{label}</h3>
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

/** A difference of nothing but line breaks and spaces would otherwise not be seen. */
const shownBreaks = (text: string) =>
  text.trim() === "" ? text.replaceAll("\n", "¶\n").replace(/^ +$/, (gap) => "·".repeat(gap.length)) : text
