import type { RoleRow } from "../../../../server/qualification/core.ts"
import { choice, type FormState, field } from "../../../form-state.tsx"
import {
  Buttons,
  Card,
  Disclosure,
  Facts,
  Field,
  Form,
  formatDay,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"

type Props = { cohortId: string; rows: RoleRow[]; form: FormState }

/** Who of the learners may set the platform up, and asking the administration for it. */
export function Roles({ cohortId, rows, form }: Props) {
  const { t } = useReader()
  const words = t.qualification.roles
  const without = rows.filter(({ hasRole, request }) => !hasRole && request?.state !== "open")
  return (
    <Card title={words.title} id="redaktion" icon="settings">
      <p>{words.lead}</p>
      {rows.length === 0 && <p>{words.noLearners}</p>}
      {rows.length > 0 && (
        <Facts
          facts={rows.map((row) => ({ label: row.name, value: <State row={row} key={row.memberId} /> }))}
        />
      )}
      {without.length > 0 && (
        <Disclosure summary={words.ask} quiet open={form.status !== 200}>
          <Form
            action={`/lerngruppen/${cohortId}/beteiligte`}
            hidden={{ action: "request" }}
            keep={`lerngruppe-${cohortId}-rolle`}
          >
            <Field
              {...choice(form, "memberId")}
              type="select"
              options={without.map(({ memberId, name }) => ({ value: memberId, label: name }))}
            />
            <Field {...field(form, "reason")} type="textarea" rows={3} hint={words.reasonHint} />
            <Buttons>
              <SubmitButton>{words.send}</SubmitButton>
            </Buttons>
          </Form>
        </Disclosure>
      )}
    </Card>
  )
}

function State({ row: { hasRole, request } }: { row: RoleRow }) {
  const { t, locale } = useReader()
  const words = t.qualification.roles
  if (hasRole) return <>{words.states.has}</>
  if (!request) return <>{words.states.none}</>
  if (request.state === "open") return <>{words.states.open(formatDay(request.requestedOn, locale))}</>
  if (request.state === "granted") return <>{words.states.granted}</>
  return (
    <>
      {words.states.declined}
      <p class="ff-plain">{words.declined(request.answer)}</p>
    </>
  )
}
