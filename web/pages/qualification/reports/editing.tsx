import { Type } from "typebox"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed } from "../../../../server/kernel/schemas.ts"
import {
  Contributions,
  EVERY_PROMPT,
  findCohort,
  findReport,
  type Prompt,
  perPrompt,
  type ReportView,
  SavedReport,
  saveReport,
} from "../../../../server/qualification/index.ts"
import { yesOrNo } from "../../../compared.ts"
import { pagesOf } from "../../../form-pages.ts"
import { Faults, type FormState, field, type Labels, Newer, tick, versionOf } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import { Buttons, Field, Form, LinkButton, PageTitle, SubmitButton } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { cohortPage } from "../cohort-page.tsx"
import { promptsWith, reportOf } from "./places.ts"

const includedIn = (prompt: Prompt) => `${prompt}Included`
const INCLUDED = EVERY_PROMPT.map(includedIn)

/** The report as its form has it: a text and a box for each question. */
const Typed = Closed({
  ...Contributions.properties,
  ...Object.fromEntries(INCLUDED.map((name) => [name, Type.Boolean()])),
})

export function editingPage(app: App, site: Site): void {
  pagesOf(app, site).formPage("/lerngruppen/:id/rueckmeldung/bearbeiten", {
    find: async ({ db, actor, params }) => {
      const report = await findReport(db, actor, params.id)
      if (!report.can.edit) throw new Refusal(403, "report.not-composer")
      return { report, cohort: await findCohort(db, actor, params.id) }
    },
    input: SavedReport,
    fields: [...EVERY_PROMPT, ...INCLUDED, "version"],
    read: (fields) => ({ version: Number(textOf(fields, "version")) || 0, fields: fieldsIn(fields) }),
    fault: ({ field, ...fault }) => ({ ...fault, field: field.split(".")[1] ?? field }),
    labels: labelsOf,
    start: ({ report }) => formOf(report),
    act: ({ db, actor, params }, value) => saveReport(db, actor, params.id, value),
    to: (_, __, { params }) => [`${reportOf(params.id)}#vorschau`, "saved"],
    show: ({ t, params }, { cohort }, form) => {
      const { title, editTitle } = t.qualification.reports
      const above = [{ label: title, href: reportOf(params.id) }]
      return cohortPage(
        t,
        cohort,
        { title: editTitle, above, width: "reading" },
        <Editing t={t} cohortId={cohort.id} form={{ ...form, input: Typed }} />,
      )
    },
  })
}

const fieldsIn = (form: Fields) =>
  perPrompt((prompt) => ({ text: textOf(form, prompt), included: textOf(form, includedIn(prompt)) !== "" }))

function formOf({ fields, version }: ReportView): Fields {
  const entries = EVERY_PROMPT.flatMap((prompt) => [
    [prompt, fields[prompt].text],
    [includedIn(prompt), fields[prompt].included ? "true" : ""],
  ])
  return { ...Object.fromEntries(entries), version: String(version) }
}

function labelsOf(t: Texts): Labels {
  const { prompts, included } = t.qualification.reports
  const boxes = EVERY_PROMPT.map((prompt) => [includedIn(prompt), included(prompts[prompt])])
  return { ...prompts, ...Object.fromEntries(boxes) }
}

function Editing({ t, cohortId, form }: { t: Texts; cohortId: string; form: FormState }) {
  const words = t.qualification.reports
  const path = reportOf(cohortId)
  const version = versionOf(form)
  const said = (value: string) => yesOrNo(t, value !== "")
  return (
    <>
      <PageTitle lead={<p>{words.saveHint}</p>}>{words.editTitle}</PageTitle>
      <Newer
        form={form}
        text={words.conflict}
        words={Object.fromEntries(INCLUDED.map((name) => [name, said]))}
      />
      <Faults form={form} />
      <Form action={`${path}/bearbeiten`} keep={`${path.slice(1)}-${version}`} hidden={{ version }}>
        {promptsWith((prompt) => textOf(form.fields, prompt).trim() !== "").map((prompt) => (
          <div class="ff-part" key={prompt}>
            <Field {...field(form, prompt)} type="textarea" rows={5} />
            <Field {...tick(form, includedIn(prompt))} type="checkbox" />
          </div>
        ))}
        <Buttons>
          <SubmitButton>{words.save}</SubmitButton>
          <LinkButton href={path} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
