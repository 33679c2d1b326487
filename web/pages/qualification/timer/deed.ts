import { Type } from "typebox"
import { dateFormat } from "../../../../server/kernel/formats.ts"
import { Choice, Closed, checkInput } from "../../../../server/kernel/schemas.ts"
import { MINUTE, now } from "../../../../server/kernel/time.ts"
import { TIMER_DEEDS, TimerDeed } from "../../../../server/qualification/index.ts"
import { readForm } from "../../../form-reading.ts"
import { type Fields, textOf } from "../../../forms.ts"
import type { Texts } from "../../../texts/index.ts"

/** The fields of the timer's forms. Besides the deeds, `deed` may be `start` and `reset`, which its page carries out. */
export const TIMER_FIELDS = ["deed", "version", "minutes"] as const

const WHOLE = ["start", "reset"] as const
const Pressed = Closed({ ...Type.Partial(TimerDeed).properties, deed: Choice([...TIMER_DEEDS, ...WHOLE]) })

/** The same to be spread into the declaration of a form. Only a timer that is there has a version. */
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

/** What a form of the timer asks for; null where it is nothing that the timer knows, or out of bounds. */
export function timerDeedIn(fields: Fields): TimerDeed | null {
  const minutes = textOf(fields, "minutes").trim()
  return checkInput(TimerDeed, {
    deed: textOf(fields, "deed"),
    version: Number(textOf(fields, "version")),
    minutes: minutes === "" ? 0 : Number(minutes),
  }).value
}
