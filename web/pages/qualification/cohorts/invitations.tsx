import { now } from "../../../../server/kernel/time.ts"
import { type CohortView, type InvitationsView, isSession } from "../../../../server/qualification/core.ts"
import { Alert, Buttons, Card, Form, SubmitButton, useReader } from "../../../layout/index.ts"

type Props = { cohort: CohortView; view: InvitationsView }

/** Who gets what stands with the people; here it is sent, after a look at what would go out without a place. */
export function Invitations({ cohort, view }: Props) {
  const { t } = useReader()
  const words = t.qualification.cohortDates.invitations
  const isWaiting = view.people.some(({ invited, reachable }) => !invited && reachable)
  const homeless = homelessOf(cohort)
  return (
    <Card title={words.title} id="einladungen" icon="mail">
      <p>{words.lead}</p>
      {view.sessions === 0 && <p>{words.noSessions}</p>}
      {view.sessions > 0 && !isWaiting && <p>{words.allInvited}</p>}
      {homeless.length > 0 && (
        <Alert kind="warning" title={words.homeless(homeless.length)}>
          <p>{words.homelessText}</p>
          <ul class="ff-bullets">
            {homeless.map(({ id, title }) => (
              <li key={id}>
                <a href={`/termine/${id}/aendern`}>{title}</a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {isWaiting && view.sessions > 0 && (
        <Form
          action={`/lerngruppen/${cohort.id}/beteiligte`}
          hidden={{ action: "invite" }}
          {...(homeless.length > 0 && { confirm: words.homelessConfirm(homeless.length) })}
        >
          <Buttons>
            <SubmitButton icon="mail">{words.send}</SubmitButton>
          </Buttons>
        </Form>
      )}
    </Card>
  )
}

/** Nobody could say where to go. */
const homelessOf = ({ steps }: CohortView) =>
  steps.filter(
    ({ kind, cancelled, endsAt, place, link, dialIn }) =>
      isSession(kind) && !cancelled && new Date(endsAt) > now() && !place && !link && !dialIn,
  )

/** What somebody has been sent, or will be. */
export function useInvitation({ people }: InvitationsView): (personId: string) => string | null {
  const { t } = useReader()
  const words = t.qualification.cohortDates.invitations
  return (personId) => {
    const found = people.find((one) => one.personId === personId)
    if (!found) return null
    if (!found.reachable) return words.unreachable
    return found.invited ? words.invited : words.waiting(found.sessions)
  }
}
