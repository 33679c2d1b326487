import { type MailPart, readPastedMail, withoutParts } from "../../../server/forum/index.ts"
import { textOf } from "../../forms.ts"
import { Button, Buttons, Card, Field, Form, PageTitle, SubmitButton, useReader } from "../../layout/index.ts"
import { Carried } from "./carried.tsx"
import { type Draft, withFields } from "./draft.ts"

export const looksLikeMail = (text: string) => readPastedMail(text).looksLikeMail

/** Takes the chosen parts off the text; the form comes back with what is left. */
export function takeMail(draft: Draft, section: string | undefined): Draft {
  if (!section) return draft
  const text = textOf(draft.fields, section)
  const chosen = [draft.fields.mailPart ?? []].flat()
  const parts = readPastedMail(text).removed.filter((part) => chosen.includes(idOf(part)))
  return withFields(draft, { [section]: withoutParts(text, parts), mailSeen: "true" })
}

const idOf = ({ start }: MailPart) => String(start)

/** Comes once: what a mail has and a question does not need, to be taken off part by part. */
export function MailStep({ draft, section, path }: { draft: Draft; section: string; path: string }) {
  const { t } = useReader()
  const words = t.compose.mail
  const { subject, removed } = readPastedMail(textOf(draft.fields, section))
  const title = textOf(draft.fields, "title")
  return (
    <>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      <Card>
        <Form action={path}>
          <Carried draft={draft} leaveOut={["title", "mailSeen"]} />
          <input type="hidden" name="mailSeen" value="true" />
          <Field
            name="title"
            label={t.errors.labels.title}
            value={title || subject || ""}
            maxlength={160}
            autocomplete="off"
            {...(!title && subject && { hint: words.titleHint })}
          />
          <Field
            type="checkboxes"
            name="mailPart"
            label={words.parts}
            hint={words.partsHint}
            values={removed.map(idOf)}
            options={removed.map((part) => ({
              value: idOf(part),
              label: words.kinds[part.kind],
              hint: shorten(part.text),
            }))}
          />
          <Buttons>
            <SubmitButton name="step" value="mail">
              {words.submit}
            </SubmitButton>
            <Button name="step" value="edit">
              {words.keep}
            </Button>
          </Buttons>
        </Form>
      </Card>
    </>
  )
}

/** One line that tells which part is meant. */
function shorten(text: string): string {
  const line = [...text.replace(/\s+/g, " ").trim()]
  return line.length > 240 ? `${line.slice(0, 240).join("")}…` : line.join("")
}
