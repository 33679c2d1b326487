import type { Locale } from "../../../../server/kernel/actor.ts"
import type { AgreementRow, AgreementView } from "../../../../server/qualification/work.ts"
import { dayIn, wordsOf } from "../../../compared.ts"
import { choice, choices, Faults, type FormState, field, Newer, versionOf } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import { Alert, Card, Field, Form, List, Meta, PageTitle, Row, SubmitButton } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { AgreementState } from "./agreement-state.tsx"
import { SubmittedProject } from "./submitted.tsx"

/** Where all that was submitted to the reader stands. */
export const OWN_AGREEMENTS = "/qualifizierung#abstimmungen"

/** What was submitted to the reader as a manager, across all cohorts; nothing where nothing was. */
export function OwnAgreements({ t, rows }: { t: Texts; rows: AgreementRow[] }) {
  const words = t.qualification.projects
  if (rows.length === 0) return null
  return (
    <section class="ff-part" aria-labelledby="abstimmungen">
      <h2 id="abstimmungen">{words.managerTitle}</h2>
      <p class="kern-hint">{words.managerLead}</p>
      <AgreementList t={t} rows={rows} />
    </section>
  )
}

/** On the page of a cohort its name is not repeated. */
type AgreementRows = (Omit<AgreementRow, "cohort"> & Partial<Pick<AgreementRow, "cohort">>)[]

export function AgreementList({ t, rows }: { t: Texts; rows: AgreementRows }) {
  const words = t.qualification.projects
  return (
    <List>
      {rows.map((row) => (
        <Row
          key={row.id}
          href={`/abstimmungen/${row.id}`}
          title={row.title}
          level={3}
          badges={<AgreementState {...row} />}
          meta={
            <Meta
              items={[
                row.step,
                row.cohort,
                words.from(row.people.join(", ")),
                row.outdated && words.outdated,
              ]}
            />
          }
        />
      ))}
    </List>
  )
}

type Props = { t: Texts; locale: Locale; agreement: AgreementView; form: FormState }

export function Agreement(props: Props) {
  const { t, agreement, form } = props
  const { content, step, number, outdated } = agreement
  const words = t.qualification.projects
  return (
    <>
      <PageTitle over={words.submission(step, String(number))}>{words.agreement}</PageTitle>
      <p>
        <AgreementState {...agreement} />
      </p>
      <Faults form={form} />
      <Card>
        <SubmittedProject t={t} content={content} level={2} />
      </Card>
      {outdated ? <Replaced t={t} form={form} /> : <Answering {...props} />}
    </>
  )
}

/** Nothing can be answered to what was replaced; what was written is there to be copied. */
function Replaced({ t, form }: { t: Texts; form: FormState }) {
  const words = t.qualification.projects
  const typed = form.status === 200 ? "" : textOf(form.fields, "comment")
  return (
    <>
      <Alert kind="info">
        <p>{words.outdated}</p>
        <p>
          <a href={OWN_AGREEMENTS}>{words.managerTitle}</a>
        </p>
      </Alert>
      {typed.trim() !== "" && (
        <Card title={words.answerTyped} id="geschrieben" tone="quiet">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
          <pre class="ff-typed" tabIndex={0}>
            {typed}
          </pre>
        </Card>
      )}
    </>
  )
}

const answerOptions = ({ qualification }: Texts) =>
  (["agreed", "commented", "talk"] as const).map((value) => ({
    value,
    label: qualification.projects.choices[value],
  }))

function Answering({ t, locale, agreement: { id }, form }: Props) {
  const words = t.qualification.projects
  const said = { answer: wordsOf(answerOptions(t)), talkOn: dayIn(locale) }
  return (
    <>
      <Newer form={form} text={words.answerConflict} words={said} />
      <Card title={words.answerTitle} id="antwort">
        <Form
          action={`/abstimmungen/${id}`}
          hidden={{ version: versionOf(form) }}
          keep={`abstimmungen-${id}`}
        >
          <Field {...choices(form, "answer")} type="radios" options={answerOptions(t)} />
          <Field {...field(form, "comment")} type="textarea" rows={4} />
          <Field {...choice(form, "talkOn")} type="date" width="short" optional={false} needed={false} />
          <p class="kern-hint">{words.answerNote}</p>
          <div>
            <SubmitButton>{words.answerSend}</SubmitButton>
          </div>
        </Form>
      </Card>
    </>
  )
}
