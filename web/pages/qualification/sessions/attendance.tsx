import type { SessionView } from "../../../../server/qualification/index.ts"
import { ActionButton, Card, LinkButton } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { AllPresent } from "../cohorts/attendance.tsx"

export type Present = { memberId: string; name: string; state: "present" | "absent" | "made-up" | null }

type Props = { t: Texts; session: SessionView; present: Present[] | null }

/** One tap for each who is there, and a second one to take it back; all else on the page of its own. */
export function Attendance({ t, session, present }: Props) {
  const words = t.qualification.sessions
  const states = t.qualification.cohortDates.attendance.states
  const path = `/termine/${session.id}`
  return (
    <Card title={words.attendance} id="teilnahme">
      <p>{words.attendanceText}</p>
      {present && (
        <div id="teilnahme-live" data-live={`attendance:${session.id}`}>
          {present.some(({ state }) => state === null) && (
            <AllPresent t={t} sessionId={session.id} back={`${path}/leitung#teilnahme`} />
          )}
          <ul class="ff-present">
            {present.map(({ memberId, name, state }) => (
              <li key={memberId}>
                <ActionButton
                  action={`${path}/anwesenheit`}
                  hidden={{ memberId, back: `${path}/leitung#teilnahme` }}
                  kind="secondary"
                  name="state"
                  value={state === "present" ? "none" : "present"}
                  pressed={state === "present"}
                  {...(state === "present" && { icon: "check" as const })}
                >
                  {state && state !== "present" ? `${name} (${states[state]})` : name}
                </ActionButton>
              </li>
            ))}
          </ul>
        </div>
      )}
      <LinkButton href={`${path}/anwesenheit`} icon="people" kind="tertiary" small>
        {words.attendanceLink}
      </LinkButton>
    </Card>
  )
}
