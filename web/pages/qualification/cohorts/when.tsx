import { dateFormat } from "../../../../server/kernel/formats.ts"
import { dayOf } from "../../../../server/kernel/time.ts"
import type { StepDate } from "../../../../server/qualification/core.ts"
import { Badge, formatDay, useReader } from "../../../layout/index.ts"

type Times = Pick<StepDate, "kind" | "startsAt" | "endsAt">

/** A session with its weekday and hours, a practice phase with its first and last day. */
export function When({ step }: { step: Times }) {
  const { locale } = useReader()
  return <time datetime={step.startsAt}>{whenOf(step, locale)}</time>
}

export function whenOf({ kind, startsAt, endsAt }: Times, locale: "de" | "en"): string {
  const [from, until] = [new Date(startsAt), new Date(endsAt)]
  if (kind === "practice")
    return `${formatDay(dayOf(from), locale)} – ${formatDay(dayOf(new Date(until.getTime() - 1)), locale)}`
  const timeZone = "Europe/Berlin"
  const weekday = dateFormat(locale, { weekday: "short", timeZone })
  const dayIn = (at: Date) => `${weekday.format(at)}, ${formatDay(dayOf(at), locale)}`
  if (kind === "impulse" || kind === "certificate") return dayIn(from)
  const clock = dateFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone })
  if (dayOf(from) === dayOf(until)) return `${dayIn(from)}, ${clock.formatRange(from, until)}`
  const [first, last] = [from, until].map((at) => `${dayIn(at)}, ${clock.format(at)}`)
  return `${first} – ${last}${locale === "de" ? " Uhr" : ""}`
}

/** Where people meet: place, link and dial-in, or that they do not. */
export function Where({ step }: { step: StepDate }) {
  const { t } = useReader()
  const words = t.qualification.cohorts
  if (step.cancelled) return <Badge kind="warning">{words.cancelled}</Badge>
  return (
    <>
      {step.place && <div>{step.place}</div>}
      {step.link && (
        <div>
          <a href={step.link} rel="noreferrer">
            {words.online}
          </a>
        </div>
      )}
      {step.dialIn && <div>{words.dialIn(step.dialIn)}</div>}
    </>
  )
}
