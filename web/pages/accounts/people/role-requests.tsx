import { DeclinedRole, type OpenRoleRequest } from "../../../../server/qualification/core.ts"
import { field } from "../../../form-state.tsx"
import {
  Button,
  Buttons,
  Card,
  Disclosure,
  Facts,
  Field,
  Form,
  formatDay,
  useReader,
} from "../../../layout/index.ts"
import { formOf, idAt, isRefused, type Tried } from "../../../page-forms.ts"
import { LIST } from "./fields.tsx"

type Props = { requests: OpenRoleRequest[]; tried: Tried | null }

/** What facilitators ask the administration for. Where nothing waits, nothing is shown. */
export function RoleRequests({ requests, tried }: Props) {
  const { t } = useReader()
  const words = t.accounts.administration.people.roleRequests
  if (requests.length === 0) return null
  return (
    <Card title={words.title(requests.length)} id="antraege" icon="person" tone="attention">
      <p>{words.lead}</p>
      {requests.map((request) => (
        <RoleRequest key={request.id} request={request} tried={tried} />
      ))}
    </Card>
  )
}

function RoleRequest({ request, tried }: { request: OpenRoleRequest; tried: Tried | null }) {
  const { t, locale } = useReader()
  const words = t.accounts.administration.people.roleRequests
  const { id, person, cohort, requestedBy, requestedOn, reason } = request
  const labels = { answer: words.answer }
  const form = formOf(tried, { at: id, action: "decline", input: DeclinedRole, labels })
  const address = `${LIST}/antraege/${id}`
  return (
    <section class="ff-part" aria-labelledby={`antrag-${id}`}>
      <h3 id={`antrag-${id}`}>
        <a href={`${LIST}/${person.id}`}>{person.name}</a>
      </h3>
      <Facts
        facts={[
          { label: words.role, value: t.shell.roles.editor },
          { label: words.cohort, value: cohort },
          {
            label: words.requested,
            value: words.requestedBy(requestedBy ?? words.somebody, formatDay(requestedOn, locale)),
          },
          { label: words.reason, value: <span class="ff-plain">{reason}</span> },
        ]}
      />
      <Form action={address} hidden={{ action: "grant" }}>
        <Buttons>
          <Button context={person.name}>{words.grant}</Button>
        </Buttons>
      </Form>
      <Disclosure summary={words.decline} quiet open={isRefused(form)}>
        <Form action={address} hidden={{ action: "decline" }} keep={`rollenantrag-${id}`}>
          <Field
            {...field(form, "answer")}
            {...idAt("answer", id)}
            type="textarea"
            rows={3}
            hint={words.answerHint}
          />
          <Buttons>
            <Button context={person.name}>{words.declineNow}</Button>
          </Buttons>
        </Form>
      </Disclosure>
    </section>
  )
}
