/**
 * The common timer on a page. Whoever uses it puts it, with what else changes live, into a region
 * `<div id="…" data-live="kind:subjectId">`: its content comes anew from the same address at every change.
 *
 * `action` is the address of the page's own form route, which reads `timerFields`, calls `timerForm` and hands the
 * control to its slice's action; without `action` there are no controls. Without a script the times are those of the
 * moment at which the page was loaded; with one (web/elements/timer.ts) they count down by the server's clock.
 */
import type { TimerView } from "../../../../server/qualification/meet.ts"
import { Badge, Button, Clock, Icon, useReader } from "../../../layout/index.ts"
import { TimerControls } from "./controls.tsx"

type Props = { view: TimerView; action?: string; level?: 2 | 3 }

export function Timer({ view, action, level = 2 }: Props) {
  const { t } = useReader()
  const words = t.qualification.timer
  const Heading = `h${level}` as "h2" | "h3"
  const current = view.phases[view.position]
  const next = view.phases[view.position + 1]
  const isOver = view.state === "ended"
  const over =
    view.state === "running"
      ? words.now(view.position + 1, view.phases.length)
      : view.state === "paused"
        ? words.paused
        : words.ended
  return (
    <section
      class={`ff-timer ff-timer--${view.state}${current?.isBreak ? " ff-timer--break" : ""}`}
      aria-label={words.label}
      data-timer={view.state}
      data-timer-now={view.now}
      data-timer-ends={view.phaseEndsAt}
      data-timer-title={isOver ? words.ended : current?.title}
    >
      <p class="ff-timer__over">{over}</p>
      <Heading class="ff-timer__phase">{isOver ? words.ended : current?.title}</Heading>
      {!isOver && current && (
        <>
          <p class="ff-timer__left" role="timer" data-timer-left>
            <Left remaining={view.remaining} />
          </p>
          <progress
            class="ff-timer__bar"
            max={current.minutes * 60}
            value={Math.max(0, current.minutes * 60 - view.remaining)}
            aria-hidden="true"
          />
          <p class="ff-timer__facts">
            {view.state === "running" && (
              <span>
                {words.until} <Clock value={view.phaseEndsAt} />
              </span>
            )}
            <span>{next ? `${words.next}: ${next.title}` : words.last}</span>
          </p>
        </>
      )}
      {!isOver && <End view={view} />}
      {action && <TimerControls view={view} action={action} />}
    </section>
  )
}

function Left({ remaining }: { remaining: number }) {
  const { t } = useReader()
  const words = t.qualification.timer
  return (
    <>{remaining >= 0 ? words.left(Math.ceil(remaining / 60)) : words.over(Math.floor(-remaining / 60))}</>
  )
}

function End({ view }: { view: TimerView }) {
  const { t } = useReader()
  const words = t.qualification.timer
  const { late, breakDueAt, now } = view
  return (
    <p class="ff-timer__facts">
      <span>
        {words.end} <Clock value={view.expectedEndAt} />
      </span>
      {late !== 0 && (
        <Badge kind={late > 0 ? "warning" : "neutral"} icon="clock">
          {late > 0 ? words.late(late) : words.early(-late)}
        </Badge>
      )}
      {breakDueAt && breakDueAt <= now && (
        <Badge kind="warning" icon="bell">
          {words.breakDue}
        </Badge>
      )}
    </p>
  )
}

/** Everything that was, is and comes, with the times as they look now. */
export function TimerPhases({ view }: { view: TimerView }) {
  const { t } = useReader()
  const words = t.qualification.timer
  return (
    <ol class="ff-phases" aria-label={words.phases}>
      {view.phases.map(({ title, minutes, isBreak, state, startsAt }, index) => (
        <li
          key={index}
          class={`ff-phases__item ff-phases__item--${state}`}
          aria-current={state === "now" ? "step" : undefined}
        >
          <span class="ff-phases__when">
            {state === "done" ? <Icon name="check" size={16} /> : startsAt && <Clock value={startsAt} />}
            {state === "done" && <span class="kern-sr-only">{words.done}</span>}
          </span>
          <span class="ff-phases__title">{title}</span>
          <span class="ff-phases__minutes">
            {isBreak && title !== words.isBreak && `${words.isBreak}, `}
            {words.minutes(minutes)}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** Before it starts. */
export function TimerStart({ action }: { action: string }) {
  const { t } = useReader()
  return (
    <form method="post" action={action} class="ff-action">
      <Button kind="primary" name="control" value="start" icon="clock">
        {t.qualification.timer.controls.start}
      </Button>
    </form>
  )
}
