import type { FastifyReply, FastifyRequest } from "fastify"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  cancelDate,
  type DateView,
  findDate,
  isPlaced,
  MovedStep,
  moveDate,
  restoreDate,
} from "../../../../server/qualification/index.ts"
import { compared, momentIn } from "../../../compared.ts"
import { type Fields, FormOf, fieldErrors, refusalErrors, textOf } from "../../../forms.ts"
import { type FieldError, NewerVersion, PageTitle } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { instantOf, localTimeOf } from "../../announcements/moment.ts"
import { CohortTrail } from "../trail.tsx"
import { Cancelling, MovingForm, Restoring } from "./moving-form.tsx"

const config = { access: "signed-in", page: true } as const
const NAMES = ["startsAt", "minutes", "place", "link", "dialIn", "version"] as const

export function movingPages(app: App, site: Site): void {
  app.get(
    "/termine/:id/aendern",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => {
      const step = await findDate(site.db, request.actor, request.params.id)
      return showForm(site, request, reply, step, fieldsOf(step), [], 200)
    },
  )
  app.post(
    "/termine/:id/aendern",
    { config, schema: { params: ById, body: FormOf(...NAMES), response: html } },
    async (request, reply) => {
      const { id } = request.params
      const step = await findDate(site.db, request.actor, id)
      const t = texts(request.locale)
      const { value, faults } = checkInput(MovedStep, inputOf(request.body))
      if (!value) return showForm(site, request, reply, step, request.body, fieldErrors(t, faults), 422)
      try {
        await moveDate(site.db, request.actor, id, value)
        return goTo(reply, `/lerngruppen/${step.cohort.id}`, "date-moved")
      } catch (error) {
        const errors = refusalErrors(t, error)
        const status = error instanceof Refusal ? error.status : 422
        const current = await findDate(site.db, request.actor, id)
        // Sent again it replaces the newer state, which the page shows.
        const fields = { ...request.body, version: String(current.version) }
        return showForm(site, request, reply, current, fields, errors, status)
      }
    },
  )
  for (const [slug, act, flash] of [
    ["absagen", cancelDate, "date-cancelled"],
    ["wiederherstellen", restoreDate, "date-restored"],
  ] as const)
    app.post(
      `/termine/:id/${slug}`,
      { config, schema: { params: ById, body: FormOf("version"), response: html } },
      async (request, reply) => {
        const step = await findDate(site.db, request.actor, request.params.id)
        try {
          await act(site.db, request.actor, step.id, Number(textOf(request.body, "version")) || 0)
          return goTo(reply, `/lerngruppen/${step.cohort.id}`, flash)
        } catch (error) {
          const errors = refusalErrors(texts(request.locale), error)
          return showForm(site, request, reply, step, fieldsOf(step), errors, 409)
        }
      },
    )
}

async function showForm(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  step: DateView,
  fields: Fields,
  errors: FieldError[],
  status: number,
) {
  if (!isPlaced(step)) throw new Refusal(404, "not-found")
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.cohortDates.moving
      const heading = words.title(step.title)
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(heading) : heading,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={step.cohort} below={[{ label: heading }]} />,
        children: (
          <>
            <PageTitle>{heading}</PageTitle>
            {status === 409 && (
              <NewerVersion
                title={words.conflictTitle}
                text={words.conflictText}
                fields={compared(labelsOf(words), fieldsOf(step), fields, {
                  startsAt: momentIn(request.locale),
                })}
              />
            )}
            {step.cancelled ? (
              <Restoring step={step} />
            ) : (
              <>
                <MovingForm step={step} fields={fields} errors={errors} />
                <Cancelling step={step} />
              </>
            )}
          </>
        ),
      }
    },
    status,
  )
}

const labelsOf = ({
  startsAt,
  minutes,
  place,
  link,
  dialIn,
}: Texts["qualification"]["cohortDates"]["moving"]) => {
  return { startsAt, minutes, place, link, dialIn }
}

const fieldsOf = ({ startsAt, minutes, place, link, dialIn, version }: DateView): Fields => {
  return {
    startsAt: localTimeOf(startsAt),
    minutes: String(minutes),
    place,
    link,
    dialIn,
    version: String(version),
  }
}

function inputOf(fields: Fields) {
  const minutes = textOf(fields, "minutes").trim()
  return {
    version: Number(textOf(fields, "version")) || 1,
    startsAt: instantOf(textOf(fields, "startsAt")),
    minutes: /^\d+$/.test(minutes) ? Number(minutes) : minutes,
    place: textOf(fields, "place"),
    link: textOf(fields, "link").trim(),
    dialIn: textOf(fields, "dialIn"),
  }
}
