import type { FastifyReply, FastifyRequest } from "fastify"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  Contributions,
  contribute,
  findCohort,
  findReport,
  PROMPTS,
  perPrompt,
  type ReportView,
  SavedReport,
  saveReport,
} from "../../../../server/qualification/index.ts"
import { yesOrNo } from "../../../compared.ts"
import { type Fields, FormOf, textOf } from "../../../forms.ts"
import {
  Buttons,
  type Compared,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  LinkButton,
  NewerVersion,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { Work } from "./work.tsx"

const config = { access: "signed-in", page: true } as const
const at = (id: string) => `/lerngruppen/${id}/rueckmeldung`
const INCLUDED = PROMPTS.map((prompt) => `${prompt}Included`)

export function editingPages(app: App, site: Site): void {
  app.post(
    `${at(":id")}/erfahrungen`,
    { config, schema: { params: ById, body: FormOf(...PROMPTS), response: html } },
    async (request, reply) => {
      const { id } = request.params
      const typed = perPrompt((prompt) => textOf(request.body, prompt))
      const { value, faults } = checkInput(Contributions, typed)
      if (!value)
        return showTyped(
          site,
          request,
          reply,
          typed,
          faults.map(({ field }) => errorAt(texts(request.locale), field)),
        )
      await contribute(site.db, request.actor, id, value)
      return goTo(reply, at(id), "report-contributed")
    },
  )
  app.get(
    `${at(":id")}/bearbeiten`,
    { config, schema: { params: ById, response: html } },
    async (request, reply) => {
      const report = await findReport(site.db, request.actor, request.params.id)
      if (!report.can.edit) throw new Refusal(403, "report.not-composer")
      return showForm(site, request, reply, { ...report, errors: [], status: 200 })
    },
  )
  app.post(
    `${at(":id")}/bearbeiten`,
    { config, schema: { params: ById, body: FormOf(...PROMPTS, ...INCLUDED, "version"), response: html } },
    async (request, reply) => {
      const { id } = request.params
      const fields = fieldsIn(request.body)
      const version = Number(textOf(request.body, "version")) || 0
      const { value, faults } = checkInput(SavedReport, { version, fields })
      const t = texts(request.locale)
      if (!value) {
        const errors = faults.map(({ field }) => errorAt(t, field.split(".")[1] ?? ""))
        return showForm(site, request, reply, { version, fields, errors, status: 422 })
      }
      try {
        await saveReport(site.db, request.actor, id, value)
        return goTo(reply, `${at(id)}#vorschau`, "saved")
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== "report.changed") throw error
        const current = await findReport(site.db, request.actor, id)
        const { version: newest, fields: newer } = current
        return showForm(site, request, reply, { version: newest, fields, newer, errors: [], status: 409 })
      }
    },
  )
}

/** The page of the report once more, with what was typed and what is wrong with it. */
async function showTyped(
  site: Site,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  own: Contributions,
  errors: FieldError[],
) {
  const { id } = request.params
  const cohort = await findCohort(site.db, request.actor, id)
  const report = await findReport(site.db, request.actor, id)
  return show(
    site,
    request,
    reply,
    (t) => ({
      title: t.shell.form.errorPageTitle(t.qualification.reports.title),
      current: "qualification",
      width: "reading",
      breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: t.qualification.reports.title }]} />,
      children: <Work t={t} cohortId={id} report={{ ...report, own }} errors={errors} />,
    }),
    422,
  )
}

const fieldsIn = (form: Fields) =>
  perPrompt((prompt) => ({ text: textOf(form, prompt), included: textOf(form, `${prompt}Included`) !== "" }))

function errorAt(t: Texts, field: string): FieldError {
  const prompts: Record<string, string> = t.qualification.reports.prompts
  return { field, message: t.errors.planField(prompts[field] ?? field) }
}

type Shown = Pick<ReportView, "version" | "fields"> & {
  errors: FieldError[]
  status: number
  /** What somebody else saved meanwhile. */
  newer?: ReportView["fields"]
}

function comparedReports(t: Texts, saved: ReportView["fields"], mine: ReportView["fields"]): Compared[] {
  const { prompts, included } = t.qualification.reports
  return PROMPTS.flatMap((prompt) => [
    { name: prompt, label: prompts[prompt], saved: saved[prompt].text, mine: mine[prompt].text },
    {
      name: `${prompt}Included`,
      label: included(prompts[prompt]),
      saved: yesOrNo(t, saved[prompt].included),
      mine: yesOrNo(t, mine[prompt].included),
    },
  ])
}

async function showForm(
  site: Site,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  shown: Shown,
) {
  const { id } = request.params
  const cohort = await findCohort(site.db, request.actor, id)
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.reports
      return {
        title: shown.errors.length > 0 ? t.shell.form.errorPageTitle(words.editTitle) : words.editTitle,
        current: "qualification",
        width: "reading",
        breadcrumb: (
          <CohortTrail
            t={t}
            cohort={cohort}
            below={[{ label: words.title, href: at(id) }, { label: words.edit }]}
          />
        ),
        children: (
          <>
            <PageTitle lead={<p>{words.saveHint}</p>}>{words.editTitle}</PageTitle>
            {shown.newer && (
              <NewerVersion text={words.conflict} fields={comparedReports(t, shown.newer, shown.fields)} />
            )}
            <ErrorSummary errors={shown.errors} />
            <ReportForm t={t} path={at(id)} {...shown} />
          </>
        ),
      }
    },
    shown.status,
  )
}

function ReportForm({ t, path, version, fields, errors }: Shown & { t: Texts; path: string }) {
  const words = t.qualification.reports
  return (
    <Form action={`${path}/bearbeiten`} keep={`${path.slice(1)}-${version}`} hidden={{ version }}>
      {PROMPTS.map((prompt) => {
        const error = errorOf(errors, prompt)
        return (
          <div class="ff-part" key={prompt}>
            <Field
              type="textarea"
              maxlength={4000}
              rows={5}
              name={prompt}
              label={words.prompts[prompt]}
              value={fields[prompt].text}
              optional
              {...(error && { error })}
            />
            <Field
              type="checkbox"
              name={`${prompt}Included`}
              label={words.included(words.prompts[prompt])}
              checked={fields[prompt].included}
            />
          </div>
        )
      })}
      <Buttons>
        <SubmitButton>{words.save}</SubmitButton>
        <LinkButton href={path} kind="tertiary">
          {t.shell.form.cancel}
        </LinkButton>
      </Buttons>
    </Form>
  )
}
