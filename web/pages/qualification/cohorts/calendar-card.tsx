import { Alert, Buttons, Card, Field, Form, SubmitButton, TwoSteps } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

/** @param address fresh, to be copied now; null where it is not shown */
export function Calendar({ t, exists, address }: { t: Texts; exists: boolean; address: string | null }) {
  const words = t.qualification.cohortDates.calendar
  return (
    <Card title={words.title} id="kalender" icon="calendar">
      <p>{words.lead}</p>
      {address ? (
        <>
          <Alert kind="success" live autofocus>
            <p>{words.once}</p>
          </Alert>
          <Field
            name="address"
            label={words.address}
            value={address}
            spellcheck={false}
            needed={false}
            maxlength={null}
          />
        </>
      ) : (
        <p>{exists ? words.exists : words.none}</p>
      )}
      <Form action="/kalender">
        {exists && <p class="kern-hint">{words.renewText}</p>}
        <Buttons>
          <SubmitButton kind="secondary" icon="calendar">
            {exists ? words.renew : words.make}
          </SubmitButton>
        </Buttons>
      </Form>
      {exists && (
        <TwoSteps
          summary={words.revoke}
          text={words.revokeText}
          action="/kalender"
          hidden={{ action: "revoke" }}
          now={words.revokeNow}
        />
      )}
    </Card>
  )
}
