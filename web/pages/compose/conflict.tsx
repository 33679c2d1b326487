import { type Static, Type } from "typebox"
import { Refusal } from "../../../server/kernel/errors.ts"
import { Closed, checkInput, Nullable } from "../../../server/kernel/schemas.ts"
import { Card, useReader } from "../../layout/index.ts"

const CurrentText = Closed({
  version: Type.Integer(),
  title: Nullable(Type.String()),
  text: Type.Record(Type.String(), Type.String()),
})
export type Current = Static<typeof CurrentText>

/** The newer text that a refusal for `post.changed` brings along; null for every other one. */
export function currentOf(error: unknown): Current | null {
  if (!(error instanceof Refusal) || error.code !== "post.changed") return null
  return checkInput(CurrentText, error.detail?.current).value
}

type ConflictProps = { current: Current; sections: readonly string[]; cancel: string }

/** What was saved meanwhile. The own text stands below it, in the form. */
export function Conflict({ current, sections, cancel }: ConflictProps) {
  const { t } = useReader()
  const words = t.compose.conflict
  const labels: Record<string, string> = t.errors.labels
  const texts = sections.flatMap((name) => {
    const text = current.text[name]
    return text ? [{ name, text }] : []
  })
  return (
    <Card id="gespeicherte-fassung" title={words.saved} tone="attention">
      <p>{words.explanation}</p>
      {current.title !== null && (
        <p>
          <strong>{current.title}</strong>
        </p>
      )}
      {texts.map(({ name, text }) => (
        <div key={name}>
          {sections.length > 1 && <h3>{labels[name] ?? name}</h3>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
          <pre class="ff-typed" tabIndex={0}>
            {text}
          </pre>
        </div>
      ))}
      <p>
        <a href={cancel}>{words.discard}</a>
      </p>
    </Card>
  )
}
