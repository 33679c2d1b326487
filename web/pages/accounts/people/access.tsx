import type { PersonView } from "../../../../server/accounts/index.ts"
import { ActionButton, Badge, Card, useReader } from "../../../layout/index.ts"

type Props = { person: PersonView; path: string; isLockedHere: boolean }

/** Whether the person can sign in, and what to do about it. */
export function PersonAccess({ person, path, isLockedHere }: Props) {
  const { t } = useReader()
  const words = t.accounts.administration.people
  const state = stateOf(person)
  return (
    <Card title={words.access} id="zugang" icon="lock">
      <StateBadge state={state} />
      <p>{words.states[state]}</p>
      {state === "invited" && (
        <ActionButton action={`${path}/einladen`} kind="secondary" icon="mail">
          {words.inviteAgain}
        </ActionButton>
      )}
      {person.active ? (
        <>
          <p class="ff-muted ff-small">{words.deactivateHint}</p>
          <ActionButton
            action={`${path}/deaktivieren`}
            kind="danger"
            confirm={words.confirmDeactivate(person.displayName)}
          >
            {words.deactivate}
          </ActionButton>
        </>
      ) : (
        (!person.directory || isLockedHere) && (
          <ActionButton action={`${path}/aktivieren`} kind="secondary">
            {words.reactivate}
          </ActionButton>
        )
      )}
      <p>
        <a href={`/verwaltung/protokoll?subjectId=${person.id}`}>{words.log}</a>
      </p>
      {person.roles.some((role) => role !== "clerk") && (
        <p>
          <a href={`/verwaltung/protokoll?actorId=${person.id}`}>{words.logOf}</a>
        </p>
      )}
    </Card>
  )
}

type State = "active" | "invited" | "inactive"

function stateOf({ active, invited }: PersonView): State {
  if (!active) return "inactive"
  return invited ? "invited" : "active"
}

function StateBadge({ state }: { state: State }) {
  const { t } = useReader()
  const { active, inactive, people } = t.accounts.administration
  const looks = {
    active: { kind: "success", icon: "check", children: active },
    invited: { kind: "info", icon: "mail", children: people.invited },
    inactive: { kind: "warning", icon: "hide", children: inactive },
  } as const
  return (
    <p>
      <Badge {...looks[state]} />
    </p>
  )
}
