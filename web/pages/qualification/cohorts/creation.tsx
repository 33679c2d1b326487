import type { FastifyReply, FastifyRequest } from "fastify"
import { readInstallation } from "../../../../server/accounts/index.ts"
import { newId } from "../../../../server/kernel/database.ts"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  createCohort,
  isPlaced,
  listStartable,
  NewCohort,
  type Proposal,
  ProposalQuery,
  proposeDates,
} from "../../../../server/qualification/core.ts"
import { namesOf, readForm } from "../../../form-reading.ts"
import { type FormState, freshForm } from "../../../form-state.tsx"
import { type Fields, FormOf, faultErrors, refusalErrors, textOf } from "../../../forms.ts"
import { Breadcrumb, EmptyState, type FieldError, PageTitle } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { instantOf, localTimeOf } from "../../announcements/moment.ts"
import { CohortForm, type Draft } from "./form.tsx"

const config = { access: ["facilitator"], page: true } as const
const FORM = FormOf(...namesOf(NewCohort), "step", "proposedFor", "stepIds", "startsAts")

/** Two steps of one form: the dates are proposed and can be changed before anything is stored. */
export function creationPages(app: App, site: Site): void {
  app.get("/lerngruppen/neu", { config, schema: { response: html } }, async (request, reply) =>
    showForm(site, request, reply, {
      fields: { idempotencyKey: newId(), time: "09:00", land: (await readInstallation(site.db)).land ?? "" },
    }),
  )
  app.post("/lerngruppen/neu", { config, schema: { body: FORM, response: html } }, async (request, reply) => {
    const fields: Fields = request.body
    const t = texts(request.locale)
    const query = checkInput(ProposalQuery, settingIn(fields))
    if (!query.value)
      return showForm(site, request, reply, { fields, errors: errorsOf(t, query.faults) }, 422)
    try {
      const proposal = await proposeDates(site.db, request.actor, query.value)
      const asked = textOf(fields, "step") === "create"
      const fits = textOf(fields, "proposedFor") === keyOf(fields)
      if (!asked || !fits) return showProposal(site, request, reply, fields, proposal, asked)
      const { value, faults } = checkInput(NewCohort, inputOf(fields))
      if (!value)
        return showForm(site, request, reply, { fields, proposal, errors: errorsOf(t, faults) }, 422)
      const { id } = await createCohort(site.db, request.actor, value)
      return goTo(reply, `/lerngruppen/${id}/beteiligte`, "cohort-created")
    } catch (error) {
      const errors = refusalErrors(t, error)
      const proposal = await proposeDates(site.db, request.actor, query.value).catch(() => undefined)
      const status = error instanceof Refusal ? error.status : 422
      return showForm(site, request, reply, { fields, errors, ...(proposal && { proposal }) }, status)
    }
  })
}

/** Fresh dates replace the ones in the form; a day of deletion that was chosen stays. */
function showProposal(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  fields: Fields,
  proposal: Proposal,
  isChanged: boolean,
) {
  const placed = proposal.dates.filter(isPlaced)
  const filled = {
    ...fields,
    deleteOn: textOf(fields, "deleteOn") || proposal.deleteOn,
    proposedFor: keyOf(fields),
    stepIds: placed.map(({ stepId }) => stepId),
    startsAts: placed.map(({ startsAt }) => localTimeOf(startsAt)),
  }
  return showForm(site, request, reply, { fields: filled, proposal, isChanged })
}

type Shown = Pick<Draft, "proposal" | "isChanged"> & Pick<FormState, "fields"> & { errors?: FieldError[] }

async function showForm(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { fields, errors = [], ...draft }: Shown,
  status = 200,
) {
  const programmes = await listStartable(site.db, request.actor)
  return show(
    site,
    request,
    reply,
    (t) => {
      const { cohorts } = t.qualification
      const words = cohorts.creation
      const form = { ...freshForm(NewCohort, labelsOf(t), fields), errors, status }
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(words.title) : words.title,
        current: "qualification",
        width: "reading",
        breadcrumb: (
          <Breadcrumb trail={[{ label: cohorts.title, href: "/qualifizierung" }, { label: words.title }]} />
        ),
        children: (
          <>
            <PageTitle>{words.title}</PageTitle>
            {programmes.length === 0 ? (
              <EmptyState icon="info" title={words.noProgrammeTitle}>
                <p>{words.noProgrammeText}</p>
              </EmptyState>
            ) : (
              <CohortForm {...draft} form={form} programmes={programmes} />
            )}
          </>
        ),
      }
    },
    status,
  )
}

const labelsOf = ({ qualification: { cohorts, cohortDates }, errors: { labels } }: Texts) => {
  const { name, land, startOn, time, deleteOn, place, link } = cohorts.creation
  const { programmeId, mandateFrom, mandate } = labels
  const { dialIn } = cohortDates.moving
  return { programmeId, name, mandateFrom, mandate, land, startOn, time, deleteOn, place, link, dialIn }
}

function errorsOf(t: Texts, faults: Parameters<typeof faultErrors>[1]): FieldError[] {
  const { dateMissing } = t.qualification.cohorts.creation
  return faultErrors(t, faults, labelsOf(t), "cohort").map((error) =>
    error.field === "dates" ? { ...error, message: dateMissing } : error,
  )
}

const settingIn = (fields: Fields) =>
  readForm(ProposalQuery, { ...fields, time: textOf(fields, "time").trim() })

/** What the proposal hangs on. */
const keyOf = (fields: Fields) => Object.values(settingIn(fields)).join("|")

function inputOf(fields: Fields) {
  const startsAts = allOf(fields, "startsAts")
  return {
    ...readForm(NewCohort, fields),
    ...settingIn(fields),
    link: textOf(fields, "link").trim(),
    dates: allOf(fields, "stepIds").map((stepId, index) => {
      return { stepId, startsAt: instantOf(startsAts[index] ?? "") }
    }),
  }
}

/** Several of one name, the empty ones too. */
const allOf = (fields: Fields, name: string): string[] => [fields[name] ?? []].flat()
