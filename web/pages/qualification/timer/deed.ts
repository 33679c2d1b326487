import { checkInput } from "../../../../server/kernel/schemas.ts"
import { TimerDeed } from "../../../../server/qualification/index.ts"
import { type Fields, textOf } from "../../../forms.ts"

/** The fields of the timer's forms. Besides the deeds, `deed` may be `start` and `reset`, which its page carries out. */
export const TIMER_FIELDS = ["deed", "version", "minutes"] as const

/** What a form of the timer asks for; null where it is nothing that the timer knows, or out of bounds. */
export function timerDeedIn(fields: Fields): TimerDeed | null {
  const minutes = textOf(fields, "minutes").trim()
  return checkInput(TimerDeed, {
    deed: textOf(fields, "deed"),
    version: Number(textOf(fields, "version")),
    minutes: minutes === "" ? 0 : Number(minutes),
  }).value
}
