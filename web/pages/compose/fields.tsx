import { MAX_MARKDOWN_LENGTH } from "../../../server/kernel/markdown.ts"
import { today } from "../../../server/kernel/time.ts"
import { AttachmentFields } from "../../attachments.tsx"
import { textOf } from "../../forms.ts"
import { errorOf, Field, type FieldError, useReader } from "../../layout/index.ts"
import { peopleOfCategory, peopleOfThread } from "../mentions.ts"
import type { Draft } from "./draft.ts"

/** The page's one form; buttons outside of it name it. */
export const FORM_ID = "verfassen"

/** What a form shows: what was typed, and what is wrong with it. */
export type Shown = { draft: Draft; errors: FieldError[] }
type FieldProps = Shown & { name: string; hint?: string; optional?: boolean }

/** What every single field needs: its value as typed, its label, its error. */
function common({ draft, errors, name, hint, optional }: FieldProps, labels: Record<string, string>) {
  const error = errorOf(errors, name)
  return {
    name,
    label: labels[name] ?? name,
    value: textOf(draft.fields, name),
    ...(hint && { hint }),
    ...(error && { error }),
    ...(optional && { optional }),
  }
}

export function TitleField(props: Shown & { hint: string }) {
  const { t } = useReader()
  return (
    <Field
      {...common({ ...props, name: "title" }, t.errors.labels)}
      maxlength={160}
      autocomplete="off"
      data={{ "data-personal-data": "" }}
    />
  )
}

type TextProps = FieldProps & {
  rows?: number
  limit?: number
  isMailWelcome?: boolean
  /** The thread that is edited; a new one is written in a category. */
  threadId?: string | undefined
}

/** Text in Markdown. */
export function TextField(props: TextProps) {
  const { t } = useReader()
  const categoryId = textOf(props.draft.fields, "categoryId")
  return (
    <Field
      {...common(props, t.errors.labels)}
      type="textarea"
      rows={props.rows ?? 12}
      maxlength={props.limit ?? MAX_MARKDOWN_LENGTH}
      data={{
        "data-markdown": "",
        "data-personal-data": "",
        ...(props.isMailWelcome && { "data-paste-mail": "" }),
        ...(categoryId && peopleOfCategory(categoryId)),
        ...(props.threadId && peopleOfThread(props.threadId)),
      }}
    />
  )
}

export function TagsField(props: Shown) {
  const { t } = useReader()
  const field = common({ ...props, name: "tags", hint: t.compose.tagsHint, optional: true }, t.errors.labels)
  return <Field {...field} autocomplete="off" maxlength={null} />
}

export function DayField(props: FieldProps & { isAhead?: boolean; isPast?: boolean }) {
  const { t } = useReader()
  return (
    <Field
      {...common(props, t.errors.labels)}
      type="date"
      width="short"
      isForWork={props.isAhead ?? false}
      {...(props.isAhead && { min: today() })}
      {...(props.isPast && { max: today() })}
    />
  )
}

export function Files({ draft, errors }: Shown) {
  return (
    <AttachmentFields
      shown={draft.files}
      errors={errors}
      newAlternative={textOf(draft.fields, "newAlternative")}
    />
  )
}
