import type { CompetenceView } from "../../../../server/qualification/proof.ts"
import { choices, type FormState, field } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import { Field, useReader } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"

export const evidenceLabels = ({ qualification: { evidence } }: Texts) => evidence.fields

/** An address of our own is kept without the name of the host. */
export function ownAddress({ config: { publicUrl } }: Site, fields: Fields): string {
  const address = textOf(fields, "address").trim()
  return address.startsWith(`${publicUrl}/`) ? address.slice(publicUrl.length) : address
}

export const competenceOptions = (competences: CompetenceView[]) =>
  competences.map(({ key: value, name }) => ({ value, label: name }))

/** What it is called and where it is, of what is not taken from where it is. */
export function Naming({ form }: { form: FormState }) {
  const { t } = useReader()
  const words = t.qualification.evidence
  return (
    <>
      <Field {...field(form, "title")} hint={words.titleHint} />
      <Field {...field(form, "address")} hint={words.addressHint} optional />
    </>
  )
}

/** What it shows, and for which competences it stands. */
export function Showing({ form, competences }: { form: FormState; competences: CompetenceView[] }) {
  const { t } = useReader()
  const words = t.qualification.evidence
  return (
    <>
      <Field {...field(form, "sentence")} hint={words.sentenceHint} />
      <Field {...choices(form, "competences")} type="checkboxes" options={competenceOptions(competences)} />
    </>
  )
}
