import { Type } from "typebox"
import { notFound } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed } from "../../../../server/kernel/schemas.ts"
import {
  cancelDate,
  type DateView,
  findDate,
  isPlaced,
  MovedStep,
  moveDate,
  restoreDate,
} from "../../../../server/qualification/index.ts"
import { momentIn } from "../../../compared.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { readForm } from "../../../form-reading.ts"
import { Faults, type FormState, freshForm, Newer } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import { PageTitle } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { instantOf, localTimeOf } from "../../announcements/moment.ts"
import { cohortPage } from "../cohort-page.tsx"
import { Cancelling, MovingForm, Restoring } from "./moving-form.tsx"

/** Whether the date is cancelled from now on, or takes place after all. */
const Cancelled = Closed({ version: Type.Integer({ minimum: 1 }), cancelled: Type.Boolean() })

export function movingPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.formPage("/termine/:id/aendern", {
    find,
    input: MovedStep,
    read: inputOf,
    labels: labelsOf,
    start: fieldsOf,
    act: ({ db, actor, params }, value) => moveDate(db, actor, params.id, value),
    to: (_, { cohort }) => [`/lerngruppen/${cohort.id}`, "date-moved"],
    show: shown,
  })
  pages.form("/termine/:id/absage", {
    find,
    input: Cancelled,
    act: async ({ db, actor, params }, { version, cancelled }) => {
      await (cancelled ? cancelDate : restoreDate)(db, actor, params.id, version)
      return cancelled ? ("date-cancelled" as const) : ("date-restored" as const)
    },
    to: (hint, { cohort }) => [`/lerngruppen/${cohort.id}`, hint],
    again: (ask, step, { errors }) =>
      shown(ask, step, { ...freshForm(MovedStep, labelsOf(ask.t), fieldsOf(step)), errors }),
  })
}

async function find({ db, actor, params }: Ask): Promise<DateView> {
  const step = await findDate(db, actor, params.id)
  if (!isPlaced(step)) throw notFound()
  return step
}

function shown({ t, locale }: Pick<Ask, "t" | "locale">, step: DateView, form: FormState) {
  const words = t.qualification.cohortDates.moving
  const title = words.title(step.title)
  return cohortPage(
    t,
    step.cohort,
    { title, width: "reading" },
    <>
      <PageTitle>{title}</PageTitle>
      <Newer
        form={form}
        title={words.conflictTitle}
        text={words.conflictText}
        words={{ startsAt: momentIn(locale) }}
      />
      <Faults form={form} />
      {step.cancelled ? (
        <Restoring step={step} />
      ) : (
        <>
          <MovingForm step={step} form={form} />
          <Cancelling step={step} />
        </>
      )}
    </>,
  )
}

const labelsOf = ({ qualification }: Texts) => {
  const { startsAt, minutes, place, link, dialIn } = qualification.cohortDates.moving
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

/** Times are entered as clocks show them, and addresses pasted with what stands around them. */
const inputOf = (fields: Fields) => ({
  ...readForm(MovedStep, fields),
  startsAt: instantOf(textOf(fields, "startsAt")),
  link: textOf(fields, "link").trim(),
})
