import type { CohortView, InvitationsView } from "../../../../server/qualification/core.ts"
import { Button, Buttons, Disclosure, Form, Meta, useReader } from "../../../layout/index.ts"
import { useInvitation } from "./invitations.tsx"

type Person = CohortView["people"][number]
type Props = { cohort: CohortView; invitations: InvitationsView }

export function MemberLists({ cohort, invitations }: Props) {
  const { t } = useReader()
  const { parts, members: words } = t.qualification.cohorts
  return (
    <>
      {(["learner", "manager", "facilitator"] as const).map((part) => {
        const people = cohort.people.filter((one) => one.part === part)
        return (
          <section key={part} class="ff-part" aria-labelledby={part}>
            <h2 id={part}>{parts[part]}</h2>
            {people.length === 0 && <p>{words.none}</p>}
            <ul class="ff-people">
              {people.map((person) => (
                <li key={person.memberId}>
                  <Member cohort={cohort} person={person} invitations={invitations} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

function Member({ cohort, person, invitations }: Props & { person: Person }) {
  const { t } = useReader()
  const words = t.qualification.cohorts.members
  const invitationOf = useInvitation(invitations)
  const { memberId, name, part, managerId } = person
  const manager = cohort.people.find((one) => one.part === "manager" && one.personId === managerId)
  return (
    <>
      <p>
        <strong>{name}</strong>
      </p>
      <Meta
        items={[
          part === "learner" && `${words.manager}: ${manager?.name ?? words.managerNone}`,
          invitationOf(person.personId),
        ]}
      />
      <Disclosure summary={words.leave} quiet>
        <p>{words.leaveText(name)}</p>
        {part === "learner" && <p>{words.leaveOwn}</p>}
        <Form action={`/lerngruppen/${cohort.id}/beteiligte`} hidden={{ action: "end", memberId }}>
          <Buttons>
            <Button kind="danger" small context={words.managerOf(name)}>
              {words.leaveNow}
            </Button>
          </Buttons>
        </Form>
      </Disclosure>
    </>
  )
}
