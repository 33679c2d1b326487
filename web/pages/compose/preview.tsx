import { placePictures } from "../../../server/forum/index.ts"
import { Refusal } from "../../../server/kernel/errors.ts"
import { renderMarkdown } from "../../../server/kernel/markdown.ts"
import { refusalErrors, textOf } from "../../forms.ts"
import { Card, type FieldError, Prose, useReader } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"
import type { Draft } from "./draft.ts"

/** Sanitised HTML of one section; the title has none. */
export type PreviewPart = { name: string; text: string; html: string }

export function renderPreview({ fields, files }: Draft, sections: readonly string[], t: Texts) {
  const errors: FieldError[] = []
  const title = textOf(fields, "title")
  const preview: PreviewPart[] = title ? [{ name: "title", text: title, html: "" }] : []
  for (const name of sections) {
    const text = textOf(fields, name)
    if (text.trim() === "") continue
    try {
      preview.push({ name, text, html: placePictures(renderMarkdown(text, name), files) })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      errors.push(...refusalErrors(t, error))
    }
  }
  return { preview, errors }
}

/** As it will look; the form stands below it. */
export function Preview({ parts }: { parts: PreviewPart[] }) {
  const { t } = useReader()
  const labels: Record<string, string> = t.errors.labels
  const title = parts.find(({ name }) => name === "title")
  const sections = parts.filter(({ name }) => name !== "title")
  return (
    <div tabIndex={-1} autofocus>
      <Card id="vorschau" title={t.compose.preview.title}>
        {parts.length === 0 && <p>{t.compose.preview.empty}</p>}
        {title && <h3>{title.text}</h3>}
        {sections.map(({ name, html }) => (
          <div key={name}>
            {sections.length > 1 && <h4>{labels[name] ?? name}</h4>}
            <Prose html={html} level={sections.length > 1 ? 5 : 4} />
          </div>
        ))}
      </Card>
    </div>
  )
}
