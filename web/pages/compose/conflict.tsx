import { type Static, Type } from "typebox"
import { Refusal } from "../../../server/kernel/errors.ts"
import { Closed, checkInput, Nullable } from "../../../server/kernel/schemas.ts"
import { dayIn } from "../../compared.ts"
import { type Fields, textOf } from "../../forms.ts"
import { Card, ComparedVersions, useReader } from "../../layout/index.ts"

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

type ConflictProps = {
  current: Current
  sections: readonly string[]
  /** The other fields of the form as they are stored. */
  saved?: Fields
  /** What the person typed. */
  fields: Fields
  cancel: string
}

/** What was saved meanwhile, compared with the own text, which stands in the form. */
export function Conflict({ current, sections, saved = {}, fields, cancel }: ConflictProps) {
  const { t, locale } = useReader()
  const words = t.compose.conflict
  const labels: Record<string, string> = t.errors.labels
  const show = dayIn(locale)
  const compared = (name: string, saved: string) => ({
    name,
    label: labels[name] ?? name,
    saved: show(saved),
    mine: show(textOf(fields, name)),
  })
  return (
    <Card id="gespeicherte-fassung" title={words.saved} tone="attention">
      <p>{words.explanation}</p>
      <ComparedVersions
        fields={[
          ...(current.title === null ? [] : [compared("title", current.title)]),
          ...sections.map((name) => compared(name, current.text[name] ?? "")),
          ...Object.keys(saved).map((name) => compared(name, textOf(saved, name))),
        ]}
      />
      <p>
        <a href={cancel}>{words.discard}</a>
      </p>
    </Card>
  )
}
