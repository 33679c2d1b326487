import { now } from "../../../../server/kernel/time.ts"
import type { PathStep, PathView } from "../../../../server/qualification/index.ts"
import { Badge, EmptyState, Icon, type IconName } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { When } from "../cohorts/when.tsx"
import { addressOfStep, anchorOf } from "./address.ts"

type Props = { t: Texts; path: PathView; assessment: string }

/** The half-year as a line, and the same as a list. */
export function Timeline({ t, path, assessment }: Props) {
  const words = t.qualification.path
  return (
    <section aria-labelledby="weg" class="ff-part">
      <h2 id="weg">{words.way}</h2>
      {path.steps.length === 0 ? (
        <EmptyState icon="calendar" title={words.noDatesTitle}>
          <p>{words.noDatesText}</p>
        </EmptyState>
      ) : (
        <>
          <Line t={t} path={path} />
          <ol class="ff-path">
            {path.steps.map((one) => (
              <Step key={one.step.id} t={t} one={one} assessment={assessment} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

const WIDTH = 320
const EDGE = 10

function Line({ t, path }: Omit<Props, "assessment">) {
  const words = t.qualification.path
  const steps = path.steps.filter(({ step }) => !step.cancelled)
  const times = steps.flatMap(({ step }) => [Date.parse(step.startsAt), Date.parse(step.endsAt)])
  const [from, until] = [Math.min(...times), Math.max(...times)]
  const at = (time: number) => EDGE + ((time - from) / Math.max(until - from, 1)) * (WIDTH - 2 * EDGE)
  const present = Math.min(Math.max(now().getTime(), from), until)
  const appointments = steps.filter(({ step }) => step.kind === "workshop" || step.kind === "meeting")
  const past = appointments.filter(({ place }) => place === "past").length
  const label = words.line(past, appointments.length, path.next?.title ?? null)
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

function Step({ t, one, assessment }: { t: Texts; one: PathStep; assessment: string }) {
  const words = t.qualification.path
  const { step, place, attendance } = one
  const address = addressOfStep(step, assessment)
  return (
    <li
      id={anchorOf(step.id)}
      class={`ff-path__step ff-path__step--${place}`}
      aria-current={place === "now" || place === "next" ? "step" : undefined}
    >
      <Icon name={step.cancelled ? "close" : ICONS[place]} size={20} />
      <div class="ff-path__text">
        <span class="ff-path__title">{address ? <a href={address}>{step.title}</a> : step.title}</span>
        <span class="ff-path__when">
          <When step={step} />
          {step.place && ` · ${step.place}`}
        </span>
      </div>
      <span class="ff-path__marks">
        {step.cancelled ? (
          <Badge>{words.cancelled}</Badge>
        ) : (
          <>
            {(place === "now" || place === "next") && <Badge kind="info">{words.places[place]}</Badge>}
            {attendance && (
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
