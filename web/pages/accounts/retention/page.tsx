import type { HoldView, RetentionRow, RetentionTrial } from "../../../../server/accounts/index.ts"
import { NewHold, NewRetention } from "../../../../server/accounts/index.ts"
import type { Ask } from "../../../form-pages.ts"
import { choice, choices, field } from "../../../form-state.tsx"
import {
  Buttons,
  Card,
  DateTime,
  ErrorSummary,
  Field,
  Form,
  PageTitle,
  SubmitButton,
  Table,
  TwoSteps,
  useReader,
} from "../../../layout/index.ts"
import { errorsOf, formOf, idAt, type Tried } from "../../../page-forms.ts"
import type { Content } from "../../../site.tsx"
import { underAdministration } from "../administration.tsx"

export type Found = { rules: RetentionRow[]; trials: RetentionTrial[]; holds: HoldView[] }

const PATH = "/verwaltung/aufbewahrung"

export function shown({ t }: Pick<Ask, "t">, found: Found, tried: Tried | null = null): Content {
  const words = t.accounts.retention
  return {
    title: words.title,
    current: "administration",
    width: "reading",
    breadcrumb: underAdministration(t, words.title),
    children: (
      <>
        <ErrorSummary errors={errorsOf(tried)} />
        <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
        <h2>{words.rules}</h2>
        {found.rules.map((rule) => (
          <Rule rule={rule} tried={tried} key={rule.kind} />
        ))}
        <p>
          {words.elsewhere} <a href="/datenschutz#verzeichnis">{words.catalogue}</a>.
        </p>
        <Trial trials={found.trials} />
        <Holds holds={found.holds} tried={tried} />
      </>
    ),
  }
}

function Rule({ rule, tried }: { rule: RetentionRow; tried: Tried | null }) {
  const { t } = useReader()
  const words = t.accounts.retention
  const { kind, title, explained, days } = rule
  const form = formOf(tried, {
    at: kind,
    input: NewRetention,
    labels: { days: words.days(title) },
    fields: { days: days === null ? "" : String(days) },
  })
  return (
    <Card title={title} level={3}>
      <p>{explained}</p>
      <Form action={`${PATH}/fristen/${kind}`}>
        <Field
          {...choice(form, "days")}
          {...idAt("days", kind)}
          type="number"
          hint={words.daysHint}
          width="short"
          optional
        />
        <Buttons>
          <SubmitButton kind="secondary" context={title}>
            {t.shell.form.save}
          </SubmitButton>
        </Buttons>
      </Form>
    </Card>
  )
}

/** In numbers alone: what would go is nobody's to look at here. */
function Trial({ trials }: { trials: RetentionTrial[] }) {
  const { t } = useReader()
  const words = t.accounts.retention
  return (
    <section aria-labelledby="probe">
      <h2 id="probe">{words.trial}</h2>
      {trials.length === 0 ? (
        <p>{words.trialNone}</p>
      ) : (
        <>
          <p>{words.trialHint}</p>
          <Table
            caption={words.trial}
            columns={[words.kind, words.period, words.count]}
            rows={trials.map(({ kind, title, days, count }) => ({
              key: kind,
              cells: [title, words.inDays(days), String(count)],
            }))}
            named
            short
          />
        </>
      )}
    </section>
  )
}

function Holds({ holds, tried }: { holds: HoldView[]; tried: Tried | null }) {
  const { t } = useReader()
  const words = t.accounts.retention
  return (
    <section aria-labelledby="sperren">
      <h2 id="sperren">{words.holds}</h2>
      <p>{words.holdsLead}</p>
      {holds.length === 0 && <p>{words.holdsNone}</p>}
      <ul class="ff-list">
        {holds.map((hold) => (
          <Hold hold={hold} key={hold.id} />
        ))}
      </ul>
      <Placing tried={tried} />
    </section>
  )
}

function Hold({ hold }: { hold: HoldView }) {
  const { t } = useReader()
  const words = t.accounts.retention
  const { id, subjectType, subjectId, subjectName, reason, placedBy, placedAt } = hold
  const name = subjectName ?? subjectId
  return (
    <li class="ff-row">
      <div class="ff-row__main">
        <h3 class="ff-row__title">
          {words[subjectType]}: {name}
        </h3>
        <p class="ff-row__excerpt">{reason}</p>
        <p class="ff-muted ff-small">
          {words.by(placedBy)} <DateTime value={placedAt} />
        </p>
        <TwoSteps
          summary={words.lift}
          text={words.liftText}
          now={words.liftNow}
          action={`${PATH}/sperren/${id}/aufheben`}
          small
          context={name}
        />
      </div>
    </li>
  )
}

function Placing({ tried }: { tried: Tried | null }) {
  const { t } = useReader()
  const words = t.accounts.retention
  const form = formOf(tried, {
    at: "sperre",
    input: NewHold,
    labels: { subjectType: words.of, subjectId: words.id, reason: words.reason },
    fields: { subjectType: "person" },
  })
  return (
    <Card title={words.place} level={3}>
      <Form action={`${PATH}/sperren`}>
        <Field
          {...choices(form, "subjectType")}
          {...idAt("subjectType", "sperre")}
          type="radios"
          options={[
            { value: "person", label: words.person },
            { value: "thread", label: words.thread },
          ]}
        />
        <Field
          {...field(form, "subjectId")}
          {...idAt("subjectId", "sperre")}
          hint={words.idHint}
          maxlength={500}
          optional={false}
          autocomplete="off"
          spellcheck={false}
        />
        <Field {...field(form, "reason")} {...idAt("reason", "sperre")} autocomplete="off" />
        <Buttons>
          <SubmitButton>{words.place}</SubmitButton>
        </Buttons>
      </Form>
    </Card>
  )
}
