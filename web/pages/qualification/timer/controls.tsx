import type { TimerView } from "../../../../server/qualification/meet.ts"
import {
  Button,
  type ButtonKind,
  Disclosure,
  Field,
  type IconName,
  useReader,
} from "../../../layout/index.ts"

type Props = { view: TimerView; action: string }
type Name = "next" | "previous" | "pause" | "resume" | "end" | "reopen" | "break" | "reset"

/** Each is a form of its own, so that they work without a script; the version keeps two from going two steps. */
export function TimerControls({ view, action }: Props) {
  const { t } = useReader()
  const words = t.qualification.timer
  const isLast = view.position + 1 === view.phases.length
  const control = (name: Name, kind: ButtonKind, label: string, icon?: IconName, confirm?: string) => (
    <form method="post" action={action} class="ff-action" data-confirm={confirm}>
      <input type="hidden" name="version" value={view.version} />
      <Button kind={kind} small={kind === "tertiary"} name="control" value={name} {...(icon && { icon })}>
        {label}
      </Button>
    </form>
  )
  const { controls } = words
  if (view.state === "ended")
    return (
      <div class="ff-timer__controls">
        {control("reopen", "secondary", controls.reopen)}
        {control("reset", "tertiary", controls.reset, undefined, words.resetConfirm)}
      </div>
    )
  const isBreakDue = view.breakDueAt !== null && view.breakDueAt <= view.now
  return (
    <>
      <div class="ff-timer__controls">
        {control("next", "primary", isLast ? controls.finish : controls.next, "arrow-right")}
        {view.state === "paused"
          ? control("resume", "secondary", controls.resume)
          : control("pause", "secondary", controls.pause)}
        {view.position > 0 && control("previous", "secondary", controls.previous, "arrow-left")}
        {!view.phases[view.position]?.isBreak &&
          control("break", isBreakDue ? "secondary" : "tertiary", controls.break)}
      </div>
      {view.late > 0 && <Lateness view={view} action={action} />}
      <Disclosure summary={words.later} quiet>
        <Later view={view} action={action} />
        <div class="ff-timer__controls">
          {control("end", "tertiary", controls.end, undefined, isLast ? undefined : words.endConfirm)}
          {control("reset", "tertiary", controls.reset, undefined, words.resetConfirm)}
        </div>
      </Disclosure>
    </>
  )
}

/** It is late already: what becomes of the rest? */
function Lateness({ view, action }: Props) {
  const { t } = useReader()
  const words = t.qualification.timer
  return (
    <form method="post" action={action} class="ff-timer__late">
      <input type="hidden" name="version" value={view.version} />
      <input type="hidden" name="minutes" value="0" />
      <p>{words.late(view.late)}:</p>
      <Button small name="control" value="shift">
        {words.controls.shift}
      </Button>
      <Button small name="control" value="shorten">
        {words.controls.shorten}
      </Button>
    </form>
  )
}

function Later({ view, action }: Props) {
  const { t } = useReader()
  const words = t.qualification.timer
  return (
    <form method="post" action={action} class="ff-timer__late" novalidate>
      <input type="hidden" name="version" value={view.version} />
      <Field
        type="number"
        name="minutes"
        label={words.laterMinutes}
        hint={words.laterHint}
        value="5"
        inputmode="numeric"
        min="1"
        max="120"
        width="short"
      />
      <Button small name="control" value="shift">
        {words.controls.shift}
      </Button>
      <Button small name="control" value="shorten">
        {words.controls.shorten}
      </Button>
    </form>
  )
}
