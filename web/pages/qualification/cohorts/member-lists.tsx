import type { CohortView } from "../../../../server/qualification/index.ts"
import { Button, Buttons, Disclosure, Field, Form, useReader } from "../../../layout/index.ts"

type Person = CohortView["people"][number]

export function MemberLists({ cohort }: { cohort: CohortView }) {
  const { t } = useReader()
  const { parts, members: words } = t.qualification.cohorts
  const of = (part: Person["part"]) => cohort.people.filter((one) => one.part === part)
  return (
    <>
      {(["learner", "manager", "facilitator"] as const).map((part) => (
        <section key={part} class="ff-part" aria-labelledby={part}>
          <h2 id={part}>{parts[part]}</h2>
          {part === "learner" && of("learner").length > 0 && of("manager").length === 0 && (
            <p>{words.managersFirst}</p>
          )}
          {of(part).length === 0 && <p>{words.none}</p>}
          <ul class="ff-people">
            {of(part).map((person) => (
              <li key={person.memberId}>
                <Member cohort={cohort} person={person} managers={of("manager")} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Member({ cohort, person, managers }: { cohort: CohortView; person: Person; managers: Person[] }) {
  const { t } = useReader()
  const words = t.qualification.cohorts.members
  const action = `/lerngruppen/${cohort.id}/beteiligte/${person.memberId}`
  return (
    <>
      <p>
        <strong>{person.name}</strong>
      </p>
      {person.part === "learner" && managers.length > 0 && (
        <Form action={`${action}/fuehrungskraft`} class="ff-form--line">
          <Field
            type="select"
            name="managerId"
            id={`manager-${person.memberId}`}
            label={words.manager}
            value={person.managerId ?? ""}
            placeholder={words.managerNone}
            optional
            options={managers
              .filter(({ personId }) => personId !== person.personId)
              .map(({ personId, name }) => ({ value: personId, label: name }))}
          />
          <Button small context={words.managerOf(person.name)}>
            {words.save}
          </Button>
        </Form>
      )}
      <Disclosure summary={words.leave} quiet>
        <p>{words.leaveText(person.name)}</p>
        {person.part === "learner" && <p>{words.leaveOwn}</p>}
        <Form action={`${action}/beenden`}>
          <Buttons>
            <Button kind="danger" small context={words.managerOf(person.name)}>
              {words.leaveNow}
            </Button>
          </Buttons>
        </Form>
      </Disclosure>
    </>
  )
}
