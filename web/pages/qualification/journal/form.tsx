import type { FieldFault } from "../../../../server/kernel/http.ts"
import type { JournalEntryView, listSubjects } from "../../../../server/qualification/own.ts"
import { dayIn, wordsOf } from "../../../compared.ts"
import { choice, type FormState, field, Newer } from "../../../form-state.tsx"
import { type Fields, orNull, textOf } from "../../../forms.ts"
import { Field, useReader } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

/** Of what is written and of what is changed. */
export const FIELDS = ["title", "body", "writtenOn", "about"] as const

/** The value of "about" is `COHORT` or `COHORT STEP`. */
export function readAbout(fields: Fields) {
  const [cohortId = "", cohortStepId = ""] = textOf(fields, "about").split(" ")
  return { cohortId: orNull(cohortId), cohortStepId: orNull(cohortStepId) }
}

/** One field of the form stands for two of the API. */
export const aboutFault = (fault: FieldFault): FieldFault =>
  /^cohort/.test(fault.field) ? { ...fault, field: "about" } : fault

export const entryLabels = (t: Texts) => t.qualification.journal.fields

export const aboutOf = ({ cohort, step }: Pick<JournalEntryView, "cohort" | "step">) =>
  [cohort?.id, step?.id].filter((id) => id !== undefined).join(" ")

/** Of an entry that may be unreadable. */
export const nameOf = (t: Texts, { content }: Pick<JournalEntryView, "content">) =>
  content?.title ?? t.qualification.journal.unreadable

export type Subjects = Awaited<ReturnType<typeof listSubjects>>

type Props = { form: FormState; subjects: Subjects; former?: JournalEntryView }

export function EntryFields({ form, subjects, former }: Props) {
  const { t, locale } = useReader()
  const words = t.qualification.journal
  const groups = groupsOf(t, subjects)
  const options = [...keptOf(form, groups, former), ...groups]
  const about = wordsOf(groups.flatMap((group) => group.options))
  return (
    <>
      <Newer form={form} text={words.conflict} words={{ writtenOn: dayIn(locale), about }} />
      <Field {...field(form, "title")} autocomplete="off" />
      <Field {...field(form, "body")} type="textarea" rows={12} hint={words.bodyHint} autocomplete="off" />
      <Field {...choice(form, "writtenOn")} type="date" width="short" />
      <Field
        {...choice(form, "about")}
        type="select"
        options={options}
        placeholder={words.aboutNothing}
        optional
      />
    </>
  )
}

const groupsOf = ({ qualification: { journal } }: Texts, subjects: Subjects) =>
  subjects.map((cohort) => ({
    label: cohort.name,
    options: [
      ...cohort.steps.map(({ id, name }) => ({ value: `${cohort.id} ${id}`, label: name })),
      { value: cohort.id, label: journal.wholeCohort(cohort.name) },
    ],
  }))

/** What an entry was about already stays choosable, though its person may have left the cohort since. */
function keptOf(
  { fields }: FormState,
  groups: ReturnType<typeof groupsOf>,
  former: JournalEntryView | undefined,
) {
  const chosen = textOf(fields, "about")
  const isOffered = groups.some(({ options }) => options.some(({ value }) => value === chosen))
  if (!former || isOffered || chosen === "" || chosen !== aboutOf(former)) return []
  return [{ value: chosen, label: former.step?.name ?? former.cohort?.name ?? "" }]
}
