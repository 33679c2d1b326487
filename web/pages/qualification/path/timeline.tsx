import { dayOf, now, today } from "../../../../server/kernel/time.ts"
import { isPlaced, isSession, type StepDate } from "../../../../server/qualification/core.ts"
import type { PathStep } from "../../../../server/qualification/course.ts"
import { Badge, EmptyState, Icon, type IconName } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { When, Where } from "../cohorts/when.tsx"
import { addressOfStep, anchorOf, type Closing } from "./address.ts"

/** Where a learner stands; facilitators have no attendance of their own. */
export type Course = { next: StepDate | null; steps: (Omit<PathStep, "attendance"> & Partial<PathStep>)[] }
type Props = {
  t: Texts
  course: Course
  closing: Closing
  facilitates: boolean
  /** The reader has their certificate: nothing has to be made up any more. */
  isCertified: boolean
}

/** The half-year as a line, and the same as a list, in which facilitators change its dates. */
export function Timeline(props: Props) {
  const { t, course } = props
  const words = t.qualification.path
  return (
    <section aria-labelledby="weg" class="ff-part">
      <h2 id="weg">{words.way}</h2>
      {course.steps.length === 0 ? (
        <EmptyState icon="calendar" title={words.noDatesTitle}>
          <p>{words.noDatesText}</p>
        </EmptyState>
      ) : (
        <>
          <Line t={t} course={course} />
          <ol class="ff-path">
            {course.steps.map((one) => (
              <Step key={one.step.id} {...props} one={one} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

const WIDTH = 320
const EDGE = 10

function Line({ t, course }: Pick<Props, "t" | "course">) {
  const words = t.qualification.path
  const steps = course.steps.filter(({ step }) => !step.cancelled)
  const times = steps.flatMap(({ step }) => [Date.parse(step.startsAt), Date.parse(step.endsAt)])
  const [from, until] = [Math.min(...times), Math.max(...times)]
  const at = (time: number) => EDGE + ((time - from) / Math.max(until - from, 1)) * (WIDTH - 2 * EDGE)
  const present = Math.min(Math.max(now().getTime(), from), until)
  const appointments = steps.filter(({ step }) => step.kind === "workshop" || step.kind === "meeting")
  const past = appointments.filter(({ place }) => place === "past").length
  const label = words.line(past, appointments.length, course.next?.title ?? null)
  return (
    <figure class="ff-line-figure">
      <svg class="ff-way" viewBox={`0 0 ${WIDTH} 36`} role="img" aria-label={label}>
        <line class="ff-way__rail" x1={EDGE} x2={WIDTH - EDGE} y1="18" y2="18" />
        <line class="ff-way__done" x1={EDGE} x2={at(present)} y1="18" y2="18" />
        {steps
          .filter(({ step }) => step.kind === "practice")
          .map(({ step, place }) => (
            <rect
              key={step.id}
              class={`ff-way__phase ff-way__phase--${place}`}
              x={at(Date.parse(step.startsAt))}
              width={Math.max(at(Date.parse(step.endsAt)) - at(Date.parse(step.startsAt)), 2)}
              y="14"
              height="8"
              rx="4"
            />
          ))}
        {appointments.map(({ step, place }) => (
          <circle
            key={step.id}
            class={`ff-way__stop ff-way__stop--${place}`}
            cx={at(Date.parse(step.startsAt))}
            cy="18"
            r={place === "next" || place === "now" ? 7 : 5}
          />
        ))}
        <path class="ff-way__today" d={`M${at(present) - 4} 1h8l-4 7z`} />
      </svg>
      <figcaption class="kern-hint">{label}</figcaption>
    </figure>
  )
}

const ICONS: Record<PathStep["place"], IconName> = {
  past: "check",
  now: "clock",
  next: "arrow-right",
  later: "calendar",
}

type StepProps = Omit<Props, "course"> & { one: Course["steps"][number] }

function Step({ t, one, closing, facilitates, isCertified }: StepProps) {
  const words = t.qualification.path
  const { step, place, attendance } = one
  return (
    <li
      id={anchorOf(step.id)}
      class={`ff-path__step ff-path__step--${place}`}
      aria-current={place === "now" || place === "next" ? "step" : undefined}
    >
      <Icon name={step.cancelled ? "close" : ICONS[place]} size={20} />
      <div class="ff-path__text">
        <span class="ff-path__title">
          <a href={addressOfStep(step, closing)}>{step.title}</a>
        </span>
        <div class="ff-path__when">
          <When step={step} />
          {place === "past" ? step.place && ` · ${step.place}` : !step.cancelled && <Where step={step} />}
        </div>
        {facilitates && <Changes t={t} step={step} />}
      </div>
      <span class="ff-path__marks">
        {step.cancelled ? (
          <Badge>{words.cancelled}</Badge>
        ) : (
          <>
            {(place === "now" || place === "next") && <Badge kind="info">{words.places[place]}</Badge>}
            {attendance && !(isCertified && attendance === "absent") && (
              <Badge kind={attendance === "absent" ? "warning" : "success"}>
                {words.attendance[attendance]}
              </Badge>
            )}
          </>
        )}
      </span>
    </li>
  )
}

/** What follows from the others has no date of its own. */
function Changes({ t, step }: { t: Texts; step: StepDate }) {
  const { moving, attendance } = t.qualification.cohortDates
  if (!isPlaced(step)) return null
  const aside = <span class="kern-sr-only"> ({step.title})</span>
  const hasBegun = dayOf(new Date(step.startsAt)) <= today()
  return (
    <div class="ff-links">
      <a href={`/termine/${step.id}/aendern`}>
        {moving.change}
        {aside}
      </a>
      {isSession(step.kind) && hasBegun && !step.cancelled && (
        <a href={`/termine/${step.id}/leitung#teilnahme`}>
          {attendance.record}
          {aside}
        </a>
      )}
    </div>
  )
}
