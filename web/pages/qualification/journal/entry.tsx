import { Type } from "typebox"
import { newId } from "../../../../server/kernel/database.ts"
import { Choice, Closed, Key } from "../../../../server/kernel/schemas.ts"
import { EditedJournalEntry, type JournalEntryView } from "../../../../server/qualification/own.ts"
import { Faults, type FormState, freshForm, versionOf } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import {
  Alert,
  Button,
  Buttons,
  Day,
  Disclosure,
  Form,
  Meta,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import type { Content } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { aboutOf, EntryFields, entryLabels, nameOf, type Subjects } from "./form.tsx"
import { journalPage, offPage, PATH } from "./frame.tsx"
import { AsEvidence, Deleting, Sharing } from "./handling.tsx"

/** Where another window was faster, what was typed can become an entry of its own. */
export const Edited = Closed({
  ...EditedJournalEntry.properties,
  as: Type.Optional(Choice(["new"])),
  key: Type.Optional(Key),
})

/** Null where the installation has no keys. */
export type Found = { entry: JournalEntryView; subjects: Subjects } | null

export function entryStart(found: Found): Fields {
  if (!found) return {}
  const { content, writtenOn, version } = found.entry
  return {
    ...content,
    writtenOn,
    about: aboutOf(found.entry),
    version: String(version),
    idempotencyKey: newId(),
  }
}

/** @param tried what came back of the forms on the page */
export function entryPage(t: Texts, found: Found, tried: FormState | null): Content {
  if (!found) return offPage(t)
  const title = nameOf(t, found.entry)
  return journalPage(t, { title, below: [{ label: title }] }, <Entry {...found} tried={tried} />)
}

type Props = NonNullable<Found> & { tried: FormState | null }

function Entry({ entry, subjects, tried }: Props) {
  const { t } = useReader()
  // Only the form with the words has something to compare with a newer version; the others are told.
  const isOfWords = tried !== null && textOf(tried.fields, "action") === "save"
  const form = isOfWords
    ? { ...tried, input: Edited }
    : freshForm(Edited, entryLabels(t), entryStart({ entry, subjects }))
  const words = t.qualification.journal
  const about = [entry.cohort?.name, entry.step?.name].filter((name) => name !== undefined)
  const { content } = entry
  return (
    <>
      <PageTitle lead={<Meta items={[<Day key="day" value={entry.writtenOn} />, ...about]} />}>
        {nameOf(t, entry)}
      </PageTitle>
      {tried && <Faults form={isOfWords ? tried : { ...tried, newer: null }} />}
      {content ? (
        <>
          {form.status === 200 && <p class="ff-written">{content.body}</p>}
          <Editing entry={entry} subjects={subjects} form={form} />
        </>
      ) : (
        <Alert kind="warning">
          <p>{words.unreadableText}</p>
        </Alert>
      )}
      {(content || entry.shared) && <Sharing entry={entry} cohorts={subjects} />}
      {content && subjects.length > 0 && <AsEvidence entry={entry} cohorts={subjects} />}
      <Deleting entry={entry} />
    </>
  )
}

/** Nothing of what is typed stays in the browser but what was sent and did not arrive, in its tab alone. */
function Editing({ entry, subjects, form }: NonNullable<Found> & { form: FormState }) {
  const { t } = useReader()
  const words = t.qualification.journal
  const version = versionOf(form)
  return (
    <Disclosure summary={words.edit} id="bearbeiten" open={form.status !== 200}>
      {entry.shared && (
        <Alert kind="warning">
          <p>{words.editShared[entry.shared.with](entry.shared.cohort.name)}</p>
        </Alert>
      )}
      <Form
        action={`${PATH}/${entry.id}`}
        keep={`lerntagebuch-${entry.id}-${version}`}
        isKeptInTab
        hidden={{ action: "save", version, idempotencyKey: textOf(form.fields, "idempotencyKey") }}
      >
        <EntryFields form={form} subjects={subjects} former={entry} />
        <Buttons>
          <SubmitButton>{form.newer ? words.replace : words.save}</SubmitButton>
          {form.newer && (
            <Button name="as" value="new">
              {words.saveAsNew}
            </Button>
          )}
        </Buttons>
      </Form>
    </Disclosure>
  )
}
