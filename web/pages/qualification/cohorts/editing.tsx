import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { EditedCohort, editCohort, findCohort } from "../../../../server/qualification/index.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { Faults, type FormState, field, Newer, versionOf } from "../../../form-state.tsx"
import { Buttons, Field, Form, LinkButton, PageTitle, SubmitButton } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { cohortPage } from "../cohort-page.tsx"

/** Name and mandate; the dates have pages of their own, and the day of deletion is fixed. */
export function editingPages(app: App, site: Site): void {
  pagesOf(app, site).formPage("/lerngruppen/:id/bearbeiten", {
    find: findFacilitated,
    input: EditedCohort,
    labels: (t) => ({
      name: t.qualification.cohorts.creation.name,
      mandateFrom: t.errors.labels.mandateFrom,
      mandate: t.errors.labels.mandate,
    }),
    start: ({ name, mandateFrom, mandate, version }) => ({
      name,
      mandateFrom,
      mandate,
      version: String(version),
    }),
    act: ({ db, actor, params }, value) => editCohort(db, actor, params.id, value),
    to: (_, { id }) => [`/lerngruppen/${id}`, "saved"],
    show: ({ t }, cohort, form) => {
      const { title } = t.qualification.cohorts.editing
      return cohortPage(t, cohort, { title, width: "reading" }, <Editing t={t} id={cohort.id} form={form} />)
    },
  })
}

async function findFacilitated({ db, actor, params }: Ask) {
  const cohort = await findCohort(db, actor, params.id)
  if (!cohort.parts.includes("facilitator")) throw forbidden()
  return cohort
}

function Editing({ t, id, form }: { t: Texts; id: string; form: FormState }) {
  const { editing, creation } = t.qualification.cohorts
  const version = versionOf(form)
  return (
    <>
      <PageTitle lead={<p>{editing.lead}</p>}>{editing.title}</PageTitle>
      <Newer form={form} title={editing.conflictTitle} text={editing.conflictText} />
      <Faults form={form} />
      <Form
        action={`/lerngruppen/${id}/bearbeiten`}
        hidden={{ version }}
        keep={`lerngruppe-${id}-${version}`}
      >
        <Field {...field(form, "name")} />
        <Field {...field(form, "mandateFrom")} hint={creation.mandateFromHint} />
        <Field {...field(form, "mandate")} type="textarea" rows={4} hint={creation.mandateHint} />
        <Buttons>
          <SubmitButton>{editing.save}</SubmitButton>
          <LinkButton href={`/lerngruppen/${id}`} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
