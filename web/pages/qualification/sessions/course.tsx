import type { ComponentChildren } from "preact"
import type { SessionView } from "../../../../server/qualification/meet.ts"
import { Card } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { Timer, TimerPhases, TimerStart } from "../timer/index.ts"

type Props = { t: Texts; session: SessionView }

/** How long the present item still takes, as soon as it runs. `action`: for whoever leads. */
export function ClockCard({ t, session, action }: Props & { action?: string }) {
  const { timer } = session
  return (
    <div id="uhr-live" data-live={`session:${session.id}`} class="ff-led__clock">
      {timer && <Timer view={timer} {...(action !== undefined && { action })} />}
      {!timer && action !== undefined && (
        <Card title={t.qualification.timer.label} id="uhr" icon="clock">
          <TimerStart action={action} />
        </Card>
      )}
    </div>
  )
}

/** How the agenda runs, or how it is planned. */
export function AgendaCard({ t, session, children }: Props & { children?: ComponentChildren }) {
  return (
    <Card title={t.qualification.sessions.agenda} id="ablauf">
      <div id="ablauf-live" data-live={`session:${session.id}`}>
        {session.timer ? <TimerPhases view={session.timer} /> : <Planned t={t} session={session} />}
      </div>
      {children}
    </Card>
  )
}

export function Planned({ t, session }: Props) {
  return (
    <ol class="ff-phases">
      {session.agenda.map(({ title, minutes }, index) => (
        <li key={index} class="ff-phases__item">
          <span class="ff-phases__title">{title}</span>
          <span class="ff-phases__minutes">{t.qualification.timer.minutes(minutes)}</span>
        </li>
      ))}
    </ol>
  )
}
