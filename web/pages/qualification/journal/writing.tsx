import { Type } from "typebox"
import { newId } from "../../../../server/kernel/database.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed } from "../../../../server/kernel/schemas.ts"
import { today } from "../../../../server/kernel/time.ts"
import {
  accessJournal,
  listSubjects,
  NewJournalEntry,
  writeEntry,
} from "../../../../server/qualification/index.ts"
import { pagesOf } from "../../../form-pages.ts"
import { readForm } from "../../../form-reading.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import {
  Buttons,
  Disclosure,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import { aboutFault, EntryFields, entryLabels, FIELDS, readAbout, type Subjects } from "./form.tsx"
import { journalPage, offPage, PATH } from "./frame.tsx"
import { Prompts } from "./list.tsx"

/** Where to begin: a prompt by its place, and what the entry is about. */
const Beginning = Closed({
  anfang: Type.Optional(Type.String({ maxLength: 2 })),
  zu: Type.Optional(Type.String({ maxLength: 80 })),
})

export function writingPages(app: App, site: Site): void {
  pagesOf(app, site).formPage(`${PATH}/neu`, {
    query: Beginning,
    find: async ({ db, actor }) => {
      await accessJournal(db, actor)
      return listSubjects(db, actor)
    },
    input: NewJournalEntry,
    fields: [...FIELDS, "idempotencyKey"],
    read: (fields) => ({ ...readForm(NewJournalEntry, fields), ...readAbout(fields) }),
    labels: entryLabels,
    fault: aboutFault,
    start: (_subjects, { t, query: { anfang = "", zu = "" } }) => ({
      idempotencyKey: newId(),
      title: (/^\d+$/.test(anfang) && t.qualification.journal.prompts[Number(anfang)]) || "",
      writtenOn: today(),
      about: zu,
    }),
    act: ({ db, actor }, value) => writeEntry(db, site.journalKeys, actor, value),
    to: ({ id }) => [`${PATH}/${id}`, "journal-written"],
    show: ({ t }, subjects, form) => {
      if (!site.journalKeys && form.status === 200) return offPage(t)
      const { newTitle: title, write } = t.qualification.journal
      return journalPage(t, { title, below: [{ label: write }] }, <Writing subjects={subjects} form={form} />)
    },
  })
}

/** Nothing of what is typed stays in the browser but what was sent and did not arrive, in its tab alone. */
function Writing({ subjects, form }: { subjects: Subjects; form: FormState }) {
  const { t } = useReader()
  const words = t.qualification.journal
  return (
    <>
      <PageTitle>{words.newTitle}</PageTitle>
      <Faults form={form} />
      {textOf(form.fields, "title") === "" && (
        <Disclosure summary={words.promptsTitle} quiet>
          <Prompts t={t} />
        </Disclosure>
      )}
      <Form
        action={`${PATH}/neu`}
        keep="lerntagebuch-neu"
        isKeptInTab
        idempotencyKey={textOf(form.fields, "idempotencyKey")}
      >
        <EntryFields form={form} subjects={subjects} />
        <Buttons>
          <SubmitButton>{words.save}</SubmitButton>
          <LinkButton href={PATH} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
