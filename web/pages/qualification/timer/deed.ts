import { Type } from "typebox"
import { dateFormat } from "../../../../server/kernel/formats.ts"
import { Choice, Closed } from "../../../../server/kernel/schemas.ts"
import { MINUTE, now } from "../../../../server/kernel/time.ts"
import { TIMER_DEEDS, TimerDeed } from "../../../../server/qualification/meet.ts"
import { readForm } from "../../../form-reading.ts"
import { type Fields, textOf } from "../../../forms.ts"
import type { Texts } from "../../../texts/index.ts"

/** What the page of a timer carries out, besides the deeds. */
const WHOLE = ["start", "reset"] as const
const Pressed = Closed({ ...Type.Partial(TimerDeed).properties, deed: Choice([...TIMER_DEEDS, ...WHOLE]) })

/** What the forms of a timer send, to be spread into their declaration. Only a timer that is there has a version. */
export const timerForm = {
  input: Type.Unsafe<TimerDeed | { deed: (typeof WHOLE)[number] }>(Pressed),
  read: (fields: Fields) => {
    const isWhole = WHOLE.some((deed) => deed === textOf(fields, "deed"))
    return { ...(!isWhole && { version: "" }), ...readForm(Pressed, fields) }
  },
}

const FLASHES = {
  next: "timer-next",
  previous: "timer-previous",
  pause: "timer-paused",
  resume: "timer-resumed",
  end: "timer-ended",
  reopen: "timer-reopened",
  shift: "timer-shifted",
  shorten: "timer-shifted",
  break: "timer-break",
} as const satisfies Record<TimerDeed["deed"], keyof Texts["flash"]>

/** Back to where the timer stands, with what has happened to it. */
export function afterTimer(path: string, { deed, minutes }: TimerDeed): [string, keyof Texts["flash"]] {
  if (deed !== "break") return [path, FLASHES[deed]]
  const until = dateFormat("de", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/Berlin",
  })
  return [`${path}?bis=${until.format(now().getTime() + minutes * MINUTE)}`, FLASHES.break]
}
