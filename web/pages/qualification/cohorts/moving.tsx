import { notFound } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import {
  cancelDate,
  type DateView,
  findDate,
  isPlaced,
  MovedStep,
  moveDate,
  restoreDate,
  StepVersion,
} from "../../../../server/qualification/core.ts"
import { momentIn } from "../../../compared.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { actionsOf } from "../../../form-reading.ts"
import { Faults, type FormState, freshForm, Newer } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import { PageTitle } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { instantOf, localTimeOf } from "../../announcements/moment.ts"
import { cohortPage } from "../cohort-page.tsx"
import { Cancelling, MovingForm, Restoring } from "./moving-form.tsx"

const actions = actionsOf({ move: MovedStep, cancel: StepVersion, restore: StepVersion })

export function movingPages(app: App, site: Site): void {
  pagesOf(app, site).formPage("/termine/:id/aendern", {
    find,
    input: actions.input,
    read: inputOf,
    labels: labelsOf,
    start: fieldsOf,
    act: async ({ db, actor, params: { id } }, value) => {
      if (value.action === "cancel") await cancelDate(db, actor, id, value.version)
      else if (value.action === "restore") await restoreDate(db, actor, id, value.version)
      else await moveDate(db, actor, id, value)
      return HINTS[value.action]
    },
    to: (hint, { cohort }) => [`/lerngruppen/${cohort.id}`, hint],
    show: shown,
  })
}

const HINTS = { move: "date-moved", cancel: "date-cancelled", restore: "date-restored" } as const

async function find({ db, actor, params }: Ask): Promise<DateView> {
  const step = await findDate(db, actor, params.id)
  if (!isPlaced(step)) throw notFound()
  return step
}

function shown({ t, locale }: Pick<Ask, "t" | "locale">, step: DateView, sent: FormState) {
  const isMove = ["", "move"].includes(textOf(sent.fields, "action"))
  const form = isMove
    ? { ...sent, input: MovedStep }
    : { ...freshForm(MovedStep, labelsOf(t), fieldsOf(step)), errors: sent.errors }
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
function inputOf(fields: Fields) {
  const sent = actions.read(fields)
  if (sent.action !== "move") return sent
  return {
    ...sent,
    startsAt: instantOf(textOf(fields, "startsAt")),
    link: textOf(fields, "link").trim(),
  }
}
