import type { DepartmentView } from "../../../server/accounts/index.ts"
import { compared, dayIn, momentIn, wordsOf } from "../../compared.ts"
import type { Fields } from "../../forms.ts"
import { NewerVersion, useReader } from "../../layout/index.ts"
import { audienceOptions } from "./form.tsx"

type ConflictProps = { newer: Fields; fields: Fields; departments: DepartmentView[]; label: string }

/** Somebody was faster: what differs from the newer text stands above one's own, which is in the form. */
export function Conflict({ newer, fields, departments, label }: ConflictProps) {
  const { t, locale } = useReader()
  const words = t.announcements
  const { title, body, audience, departmentIds, publishAt, showUntil } = t.errors.labels
  const labels = { title, body, audience, departmentIds: label || departmentIds, publishAt, showUntil }
  // The form of a published one has no time to publish it.
  const saved = fields.publishAt === undefined ? { ...newer, publishAt: "" } : newer
  return (
    <>
      <NewerVersion
        title={words.conflictTitle}
        text={words.conflictText}
        fields={compared(labels, saved, fields, {
          audience: wordsOf(audienceOptions(t, label)),
          departmentIds: wordsOf(departments.map(({ id, name }) => ({ value: id, label: name }))),
          publishAt: momentIn(locale),
          showUntil: dayIn(locale),
        })}
      />
      <h2>{words.conflictOwn}</h2>
    </>
  )
}
