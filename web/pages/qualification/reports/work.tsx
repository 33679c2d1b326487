import { DAY, dayOf, now, today } from "../../../../server/kernel/time.ts"
import {
  Contributions,
  EVERY_PROMPT,
  ReleasedReport,
  visibleFields,
} from "../../../../server/qualification/outcome.ts"
import { choice, field } from "../../../form-state.tsx"
import {
  ActionButton,
  Alert,
  Card,
  Day,
  Disclosure,
  ErrorSummary,
  Facts,
  Field,
  Form,
  PageTitle,
  SubmitButton,
  TwoSteps,
} from "../../../layout/index.ts"
import { errorsOf, formOf, idAt, isRefused } from "../../../page-forms.ts"
import { Editing, reportLabels } from "./editing.tsx"
import { ReportFields } from "./fields.tsx"
import { type Props, promptsWith, reportOf } from "./places.ts"

const SHOWN_DAYS = 90

/** From single experiences to the released report, step by step. */
export function Work(props: Props) {
  const { t, report } = props
  const words = t.qualification.reports
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <ErrorSummary errors={errorsOf(props.tried)} />
      {report.released && <Released {...props} />}
      <Collecting {...props} />
      <Composing {...props} />
      <Preview {...props} />
      {report.composer && !report.released && <Approving {...props} />}
      {report.composer && !report.released && report.own && <Releasing {...props} />}
    </>
  )
}

function Released({ t, cohortId, report }: Props) {
  const words = t.qualification.reports
  if (!report.released) return null
  const path = reportOf(cohortId)
  return (
    <Alert kind={report.released.expired ? "warning" : "success"} title={words.releasedTitle}>
      <p>
        {words.expiresOn} <Day value={report.released.expiresOn} />.{" "}
        {report.released.expired && words.expired}
      </p>
      {!report.released.expired && (
        <p>
          <a href={`${path}/pdf`}>{words.pdf}</a>
        </p>
      )}
      {report.can.withdraw && (
        <TwoSteps
          summary={words.withdraw}
          now={words.withdrawNow}
          text={words.withdrawText}
          action={path}
          hidden={{ action: "withdraw" }}
        />
      )}
    </Alert>
  )
}

function Collecting({ t, cohortId, report, tried }: Props) {
  const words = t.qualification.reports
  const { own, contributions } = report
  if (!own || !contributions)
    return (
      <Card title={words.collectTitle} id="sammeln">
        <p>{words.collectOthers}</p>
      </Card>
    )
  const collected = EVERY_PROMPT.filter((prompt) => contributions[prompt].length > 0)
  const at = "contribute"
  const form = formOf(tried, {
    at,
    action: at,
    input: Contributions,
    labels: words.prompts,
    fields: own,
  })
  return (
    <Card title={words.collectTitle} id="sammeln">
      {collected.length === 0 && <p>{words.collectedNone}</p>}
      {collected.map((prompt) => (
        <section key={prompt} aria-labelledby={`gesammelt-${prompt}`}>
          <h3 id={`gesammelt-${prompt}`}>{words.prompts[prompt]}</h3>
          <ul class="ff-checklist">
            {contributions[prompt].map((text) => (
              <li class="ff-lines" key={text}>
                {text}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {(report.can.contribute || isRefused(form)) && (
        <Disclosure
          summary={words.collect}
          open={isRefused(form) || Object.values(own).every((text) => text === "")}
        >
          <p>{words.collectText}</p>
          <Form action={reportOf(cohortId)} hidden={{ action: at }} keep={`rueckmeldung-${cohortId}`}>
            {promptsWith((prompt) => own[prompt].trim() !== "").map((prompt) => (
              <Field key={prompt} {...field(form, prompt)} {...idAt(prompt, at)} type="textarea" rows={3} />
            ))}
            <div>
              <SubmitButton>{words.collectSave}</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      )}
    </Card>
  )
}

function Composing(props: Props) {
  const { t, cohortId, report } = props
  const words = t.qualification.reports
  const path = reportOf(cohortId)
  const { composer, can } = report
  return (
    <Card title={words.composeTitle} id="zusammenstellen">
      <p>{composer ? words.composer(composer.name) : words.composerNone}</p>
      <Editing {...props} />
      {can.compose && !composer && (
        <ActionButton action={path} hidden={{ action: "compose" }} kind="secondary" small={false}>
          {words.compose}
        </ActionButton>
      )}
      {can.compose && composer && (
        <Disclosure summary={words.composeOver} quiet>
          <p>{words.composeOverText}</p>
          <ActionButton action={path} hidden={{ action: "compose" }} kind="secondary" small={false}>
            {words.composeOver}
          </ActionButton>
        </Disclosure>
      )}
    </Card>
  )
}

function Preview({ t, report }: Props) {
  const words = t.qualification.reports
  const fields = visibleFields(report.fields)
  const left = promptsWith((prompt) => report.fields[prompt].text.trim() !== "").filter(
    (prompt) => !fields.some((field) => field.prompt === prompt),
  )
  return (
    <Card title={words.previewTitle} id="vorschau">
      <p>{words.previewText}</p>
      {fields.length === 0 && <p>{words.previewNone}</p>}
      <ReportFields t={t} fields={fields} level={3} />
      {fields.length > 0 && left.length > 0 && (
        <p class="kern-hint">{words.notIncluded(left.map((prompt) => words.prompts[prompt]).join(" "))}</p>
      )}
    </Card>
  )
}

function Approving({ t, cohortId, report }: Props) {
  const words = t.qualification.reports
  const list = (names: string[]) => (names.length > 0 ? names.join(", ") : words.nobody)
  return (
    <Card title={words.approveTitle} id="zustimmen">
      <Facts
        facts={[
          { label: words.approved, value: list(report.approved) },
          { label: words.waiting, value: list(report.waiting) },
        ]}
      />
      {report.can.approve && (
        <Form action={reportOf(cohortId)} hidden={{ action: "approve", version: report.version }}>
          <div>
            <SubmitButton>{words.approve}</SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  )
}

function Releasing({ t, cohortId, report, tried }: Props) {
  const words = t.qualification.reports
  const at = "release"
  const form = formOf(tried, {
    at,
    action: at,
    input: ReleasedReport,
    labels: reportLabels(t),
    fields: { expiresOn: dayOf(new Date(now().getTime() + SHOWN_DAYS * DAY)) },
  })
  return (
    <Card title={words.releaseTitle} id="freigeben">
      {report.can.release ? (
        <Form action={reportOf(cohortId)} hidden={{ action: at, version: report.version }}>
          <Field
            {...choice(form, "expiresOn")}
            {...idAt("expiresOn", at)}
            type="date"
            hint={words.expiresHint}
            min={today()}
            width="short"
          />
          <div>
            <SubmitButton>{words.release}</SubmitButton>
          </div>
        </Form>
      ) : (
        <p>{words.releaseWait}</p>
      )}
    </Card>
  )
}
