import type { Candidate, CohortView } from "../../../../server/qualification/core.ts"
import { type FormState, field } from "../../../form-state.tsx"
import {
  Button,
  Buttons,
  Card,
  EmptyState,
  errorFor,
  Field,
  Form,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"

const MANY = 20

type Props = { cohort: CohortView; form: FormState; candidates: Candidate[] | null }

/** Search and choice in one place, as two plain forms one after the other. */
export function Adding({ cohort, form, candidates }: Props) {
  const { t } = useReader()
  const words = t.qualification.cohorts.members
  const action = `/lerngruppen/${cohort.id}/beteiligte`
  return (
    <Card title={words.search} icon="plus" id="hinzufuegen">
      <Form method="get" action={action}>
        <Field
          {...field(form, "name")}
          name="person"
          hint={words.searchHint}
          type="search"
          autocomplete="off"
          {...errorFor(form.errors, "person")}
        />
        <Buttons>
          <SubmitButton icon="search">{words.find}</SubmitButton>
        </Buttons>
      </Form>
      {candidates?.length === 0 && (
        <EmptyState icon="people" title={words.found(0)}>
          <p>{words.nobody}</p>
        </EmptyState>
      )}
      {candidates && candidates.length > 0 && (
        <>
          <p role="status">
            {words.found(candidates.length)}
            {candidates.length === MANY && `. ${words.foundMany}`}
          </p>
          <ul class="ff-people">
            {candidates.map((candidate) => (
              <li key={candidate.id}>
                <Choice cohort={cohort} candidate={candidate} action={action} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

function Choice({ cohort, candidate, action }: { cohort: CohortView; candidate: Candidate; action: string }) {
  const { t } = useReader()
  const words = t.qualification.cohorts.members
  const own = cohort.people.filter(({ personId }) => personId === candidate.id).map(({ part }) => part)
  const parts = (["learner", "manager", "facilitator"] as const).filter((part) => !own.includes(part))
  const label = { learner: words.asLearner, manager: words.asManager, facilitator: words.asFacilitator }
  return (
    <Form action={action} hidden={{ action: "add", personId: candidate.id }}>
      <p>
        <strong>{candidate.name}</strong>
        {candidate.departments.length > 0 && (
          <span class="ff-muted"> {candidate.departments.join(", ")}</span>
        )}
        {own.length > 0 && <span class="ff-muted"> ({words.alreadyIn})</span>}
      </p>
      <fieldset class="ff-choice">
        <legend class="kern-sr-only">
          {words.addAs} ({candidate.name})
        </legend>
        <Buttons>
          {parts.map((part) => (
            <Button key={part} name="part" value={part} small icon="plus" context={candidate.name}>
              {label[part]}
            </Button>
          ))}
        </Buttons>
      </fieldset>
    </Form>
  )
}
