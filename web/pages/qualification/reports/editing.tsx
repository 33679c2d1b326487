import { Type } from "typebox"
import { Closed } from "../../../../server/kernel/schemas.ts"
import {
  Contributions,
  EVERY_PROMPT,
  type Prompt,
  perPrompt,
  type ReportView,
} from "../../../../server/qualification/outcome.ts"
import { yesOrNo } from "../../../compared.ts"
import { field, type Labels, Newer, tick, versionOf } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import { Buttons, Disclosure, Field, Form, SubmitButton } from "../../../layout/index.ts"
import { formOf, idAt, isRefused } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"
import { type Props, promptsWith, reportOf } from "./places.ts"

const includedIn = (prompt: Prompt) => `${prompt}Included`
const INCLUDED = EVERY_PROMPT.map(includedIn)

/** A text and a box for each question. */
export const REPORT_FIELDS = [...EVERY_PROMPT, ...INCLUDED]

/** The report as its form has it. */
const Typed = Closed({
  ...Contributions.properties,
  ...Object.fromEntries(INCLUDED.map((name) => [name, Type.Boolean()])),
})

/** The same as the API takes it. */
export const reportIn = (fields: Fields) => ({
  version: Number(textOf(fields, "version")) || 0,
  fields: perPrompt((prompt) => ({
    text: textOf(fields, prompt),
    included: textOf(fields, includedIn(prompt)) !== "",
  })),
})

export function reportFields({ fields, version }: ReportView): Fields {
  const entries = EVERY_PROMPT.flatMap((prompt) => [
    [prompt, fields[prompt].text],
    [includedIn(prompt), fields[prompt].included ? "true" : ""],
  ])
  return { ...Object.fromEntries(entries), version: String(version) }
}

export function reportLabels({ qualification: { reports }, errors }: Texts): Labels {
  const { prompts, included } = reports
  const boxes = EVERY_PROMPT.map((prompt) => [includedIn(prompt), included(prompts[prompt])])
  return { ...prompts, ...Object.fromEntries(boxes), expiresOn: errors.labels.expiresOn }
}

/** For whoever puts it together; what somebody typed who no longer does is there to be copied. */
export function Editing({ t, cohortId, report, tried }: Props) {
  const words = t.qualification.reports
  const at = "save"
  const form = formOf(tried, {
    at,
    action: at,
    input: Typed,
    labels: reportLabels(t),
    fields: reportFields(report),
  })
  if (!report.can.edit && !isRefused(form)) return null
  const isEmpty = EVERY_PROMPT.every((prompt) => report.fields[prompt].text === "")
  const path = reportOf(cohortId)
  const version = versionOf(form)
  const said = (value: string) => yesOrNo(t, value !== "")
  return (
    <Disclosure summary={words.edit} open={isEmpty || isRefused(form)}>
      <p id="bearbeiten">{words.saveHint}</p>
      <Newer
        form={form}
        text={words.conflict}
        words={Object.fromEntries(INCLUDED.map((name) => [name, said]))}
        level={3}
      />
      <Form action={path} keep={`${path.slice(1)}-${version}`} hidden={{ action: at, version }}>
        {promptsWith((prompt) => textOf(form.fields, prompt).trim() !== "").map((prompt) => (
          <div class="ff-part" key={prompt}>
            <Field {...field(form, prompt)} {...idAt(prompt, at)} type="textarea" rows={5} />
            <Field {...tick(form, includedIn(prompt))} {...idAt(includedIn(prompt), at)} type="checkbox" />
          </div>
        ))}
        <Buttons>
          <SubmitButton>{words.save}</SubmitButton>
        </Buttons>
      </Form>
    </Disclosure>
  )
}
