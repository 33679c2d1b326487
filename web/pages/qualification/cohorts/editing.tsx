import type { FastifyReply, FastifyRequest } from "fastify"
import { forbidden, Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  type CohortView,
  EditedCohort,
  editCohort,
  findCohort,
} from "../../../../server/qualification/index.ts"
import { compared } from "../../../compared.ts"
import { type Fields, FormOf, fieldErrors, refusalErrors, textOf } from "../../../forms.ts"
import {
  Buttons,
  ErrorSummary,
  errorFor,
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

const config = { access: "signed-in", page: true } as const
const path = "/lerngruppen/:id/bearbeiten"
type Tried = { fields: Fields; errors: FieldError[]; status: number }

/** Name and mandate; the dates have pages of their own, and the day of deletion is fixed. */
export function editingPages(app: App, site: Site): void {
  app.get(path, { config, schema: { params: ById, response: html } }, async (request, reply) => {
    const cohort = await facilitated(site, request, request.params.id)
    const { name, mandateFrom, mandate, version } = cohort
    const fields = { name, mandateFrom, mandate, version: String(version) }
    return showForm(site, request, reply, cohort, { fields, errors: [], status: 200 })
  })
  app.post(
    path,
    {
      config,
      schema: { params: ById, body: FormOf("name", "mandateFrom", "mandate", "version"), response: html },
    },
    async (request, reply) => {
      const { actor, params, body } = request
      const cohort = await facilitated(site, request, params.id)
      const t = texts(request.locale)
      const { value, faults } = checkInput(EditedCohort, {
        name: textOf(body, "name"),
        mandateFrom: textOf(body, "mandateFrom"),
        mandate: textOf(body, "mandate"),
        version: Number(textOf(body, "version")) || 0,
      })
      if (!value)
        return showForm(site, request, reply, cohort, {
          fields: body,
          errors: fieldErrors(t, faults),
          status: 422,
        })
      try {
        await editCohort(site.db, actor, params.id, value)
        return goTo(reply, `/lerngruppen/${params.id}`, "saved")
      } catch (error) {
        const errors = refusalErrors(t, error)
        if (!(error instanceof Refusal) || error.status !== 409) throw error
        // What was typed stays in the form, on top of what is there now.
        const current = await facilitated(site, request, params.id)
        const fields = { ...body, version: String(current.version) }
        return showForm(site, request, reply, current, { fields, errors, status: 409 })
      }
    },
  )
}

async function facilitated(site: Site, request: FastifyRequest, id: string): Promise<CohortView> {
  const cohort = await findCohort(site.db, request.actor, id)
  if (!cohort.parts.includes("facilitator")) throw forbidden()
  return cohort
}

async function showForm(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  cohort: CohortView,
  tried: Tried,
) {
  return show(
    site,
    request,
    reply,
    (t) => {
      const { title } = t.qualification.cohorts.editing
      return {
        title: tried.errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: title }]} />,
        children: <Editing t={t} cohort={cohort} {...tried} />,
      }
    },
    tried.status,
  )
}

function Editing({ t, cohort, fields, errors, status }: Tried & { t: Texts; cohort: CohortView }) {
  const words = t.qualification.cohorts
  const { labels } = t.errors
  const isStale = status === 409
  return (
    <>
      <PageTitle lead={<p>{words.editing.lead}</p>}>{words.editing.title}</PageTitle>
      {isStale && (
        <NewerVersion
          title={words.editing.conflictTitle}
          text={words.editing.conflictText}
          fields={compared(
            { name: words.creation.name, mandateFrom: labels.mandateFrom, mandate: labels.mandate },
            { name: cohort.name, mandateFrom: cohort.mandateFrom, mandate: cohort.mandate },
            fields,
          )}
        />
      )}
      <ErrorSummary errors={isStale ? [] : errors} />
      <Form
        action={`/lerngruppen/${cohort.id}/bearbeiten`}
        hidden={{ version: textOf(fields, "version") }}
        keep={`lerngruppe-${cohort.id}-${cohort.version}`}
      >
        <Field
          name="name"
          label={words.creation.name}
          value={textOf(fields, "name")}
          maxlength={160}
          {...errorFor(errors, "name")}
        />
        <Field
          name="mandateFrom"
          label={labels.mandateFrom}
          hint={words.creation.mandateFromHint}
          value={textOf(fields, "mandateFrom")}
          maxlength={200}
          {...errorFor(errors, "mandateFrom")}
        />
        <Field
          type="textarea"
          maxlength={4000}
          name="mandate"
          label={labels.mandate}
          hint={words.creation.mandateHint}
          rows={4}
          value={textOf(fields, "mandate")}
          {...errorFor(errors, "mandate")}
        />
        <Buttons>
          <SubmitButton>{words.editing.save}</SubmitButton>
          <LinkButton href={`/lerngruppen/${cohort.id}`} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
