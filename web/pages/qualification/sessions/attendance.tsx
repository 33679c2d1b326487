import { ATTENDANCE } from "../../../../server/qualification/core.ts"
import type { SessionView } from "../../../../server/qualification/meet.ts"
import { ActionButton, Button, Buttons, Card, Disclosure, Form, useReader } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

export type Present = { memberId: string; name: string; state: (typeof ATTENDANCE)[number] | null }

/** @property present null before the day, and of what was cancelled: nobody can be there */
type Props = { t: Texts; session: SessionView; present: Present[] | null }

/** One tap for each who is there, and a second one to take it back; below it all that can be recorded. */
export function Attendance({ t, session, present }: Props) {
  const words = t.qualification.cohortDates.attendance
  return (
    <Card title={words.record} id="teilnahme">
      <p>{words.lead}</p>
      {present === null && !session.cancelled && <p>{words.tooEarly}</p>}
      {present?.length === 0 && <p>{words.noLearners}</p>}
      {present && present.length > 0 && (
        <div id="teilnahme-live" class="ff-stack" data-live={`attendance:${session.id}`}>
          <Taps action={`/termine/${session.id}/anwesenheit`} present={present} />
          <Disclosure summary={words.others} quiet id="teilnahme-alle">
            <States action={`/termine/${session.id}/anwesenheit`} present={present} />
          </Disclosure>
        </div>
      )}
    </Card>
  )
}

type Taken = { action: string; present: Present[] }

/** One tap for everybody of whom nothing is recorded yet; who is away is changed after it. */
function Taps({ action, present }: Taken) {
  const { t } = useReader()
  const words = t.qualification.cohortDates.attendance
  return (
    <>
      {present.some(({ state }) => state === null) && (
        <ActionButton action={action} hidden={{ all: "true" }} kind="secondary" icon="check">
          {words.all}
        </ActionButton>
      )}
      <ul class="ff-present">
        {present.map(({ memberId, name, state }) => (
          <li key={memberId}>
            <ActionButton
              action={action}
              hidden={{ memberId }}
              kind="secondary"
              name="state"
              value={state === "present" ? "none" : "present"}
              pressed={state === "present"}
              {...(state === "present" && { icon: "check" as const })}
            >
              {state && state !== "present" ? `${name} (${words.states[state]})` : name}
            </ActionButton>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The button of the present state says "none": a second tap takes it back, a double one does it once. */
function States({ action, present }: Taken) {
  const { t } = useReader()
  const words = t.qualification.cohortDates.attendance
  return (
    <ul class="ff-people">
      {present.map(({ memberId, name, state }) => (
        <li key={memberId} id={`person-${memberId}`}>
          <Form action={action} hidden={{ memberId, unfolded: "true" }}>
            <p>
              <strong>{name}</strong> <span class="ff-muted">{state ? words.states[state] : words.open}</span>
            </p>
            <Buttons>
              {ATTENDANCE.map((one) => (
                <Button
                  key={one}
                  name="state"
                  value={one === state ? "none" : one}
                  kind={one === state ? "primary" : "secondary"}
                  pressed={one === state}
                  small
                  context={one === state ? `${name}, ${words.undo}` : name}
                >
                  {words.states[one]}
                </Button>
              ))}
            </Buttons>
          </Form>
        </li>
      ))}
    </ul>
  )
}
