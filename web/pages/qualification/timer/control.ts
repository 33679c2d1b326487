import { Type } from "typebox"
import { dateFormat } from "../../../../server/kernel/formats.ts"
import { Choice, Closed } from "../../../../server/kernel/schemas.ts"
import { MINUTE, now } from "../../../../server/kernel/time.ts"
import { TIMER_CONTROLS, TimerControl } from "../../../../server/qualification/meet.ts"
import { readForm } from "../../../form-reading.ts"
import { type Fields, textOf } from "../../../forms.ts"
import type { Texts } from "../../../texts/index.ts"

/** What the page of a timer carries out, besides the controls. */
const WHOLE = ["start", "reset"] as const
const Pressed = Closed({
  ...Type.Partial(TimerControl).properties,
  control: Choice([...TIMER_CONTROLS, ...WHOLE]),
})

/** What the forms of a timer send, to be spread into their declaration. Only a timer that is there has a version. */
export const timerForm = {
  input: Type.Unsafe<TimerControl | { control: (typeof WHOLE)[number] }>(Pressed),
  read: (fields: Fields) => {
    const isWhole = WHOLE.some((control) => control === textOf(fields, "control"))
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
} as const satisfies Record<TimerControl["control"], keyof Texts["flash"]>

/** Back to where the timer stands, with what has happened to it. */
export function afterTimer(path: string, { control, minutes }: TimerControl): [string, keyof Texts["flash"]] {
  if (control !== "break") return [path, FLASHES[control]]
  const until = dateFormat("de", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/Berlin",
  })
  return [`${path}?bis=${until.format(now().getTime() + minutes * MINUTE)}`, FLASHES.break]
}
