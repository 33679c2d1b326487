import { DAY, dayOf, now, today } from "../../../../server/kernel/time.ts"
import { PROMPTS, type ReportView, visibleFields } from "../../../../server/qualification/index.ts"
import {
  ActionButton,
  Alert,
  Button,
  Card,
  Day,
  Disclosure,
  ErrorSummary,
  errorFor,
  Facts,
  Field,
  type FieldError,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { ReportFields } from "./fields.tsx"

type Props = { t: Texts; cohortId: string; report: ReportView; errors?: FieldError[] }

const SHOWN_DAYS = 90

/** From single experiences to the released report, step by step. */
export function Work(props: Props) {
  const { t, report } = props
  const words = t.qualification.reports
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <ErrorSummary errors={props.errors ?? []} />
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
  const path = `/lerngruppen/${cohortId}/rueckmeldung`
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
        <Disclosure summary={words.withdraw} quiet>
          <p>{words.withdrawText}</p>
          <Form action={`${path}/zuruecknehmen`}>
            <div>
              <Button kind="danger">{words.withdrawNow}</Button>
            </div>
          </Form>
        </Disclosure>
      )}
    </Alert>
  )
}

function Collecting({ t, cohortId, report, errors = [] }: Props) {
  const words = t.qualification.reports
  const { own, contributions } = report
  if (!own || !contributions)
    return (
      <Card title={words.collectTitle} id="sammeln">
        <p>{words.collectOthers}</p>
      </Card>
    )
  const collected = PROMPTS.filter((prompt) => contributions[prompt].length > 0)
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
      {report.can.contribute && (
        <Disclosure
          summary={words.collect}
          open={errors.length > 0 || Object.values(own).every((text) => text === "")}
        >
          <p>{words.collectText}</p>
          <Form
            action={`/lerngruppen/${cohortId}/rueckmeldung/erfahrungen`}
            keep={`rueckmeldung-${cohortId}`}
          >
            {PROMPTS.map((prompt) => (
              <Field
                key={prompt}
                type="textarea"
                maxlength={4000}
                rows={3}
                name={prompt}
                label={words.prompts[prompt]}
                value={own[prompt]}
                optional
                {...errorFor(errors, prompt)}
              />
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

function Composing({ t, cohortId, report }: Props) {
  const words = t.qualification.reports
  const path = `/lerngruppen/${cohortId}/rueckmeldung`
  const { composer, can } = report
  return (
    <Card title={words.composeTitle} id="zusammenstellen">
      <p>{composer ? words.composer(composer.name) : words.composerNone}</p>
      {can.edit && (
        <p>
          <LinkButton href={`${path}/bearbeiten`} icon="edit" kind="primary">
            {words.edit}
          </LinkButton>
        </p>
      )}
      {can.compose && !composer && (
        <ActionButton action={`${path}/zusammenstellen`} kind="secondary" small={false}>
          {words.compose}
        </ActionButton>
      )}
      {can.compose && composer && (
        <Disclosure summary={words.composeOver} quiet>
          <p>{words.composeOverText}</p>
          <ActionButton action={`${path}/zusammenstellen`} kind="secondary" small={false}>
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
  const left = PROMPTS.filter((prompt) => !fields.some((field) => field.prompt === prompt))
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
        <Form action={`/lerngruppen/${cohortId}/rueckmeldung/zustimmen`} hidden={{ version: report.version }}>
          <div>
            <SubmitButton>{words.approve}</SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  )
}

function Releasing({ t, cohortId, report }: Props) {
  const words = t.qualification.reports
  const expiresOn = dayOf(new Date(now().getTime() + SHOWN_DAYS * DAY))
  return (
    <Card title={words.releaseTitle} id="freigeben">
      {report.can.release ? (
        <Form action={`/lerngruppen/${cohortId}/rueckmeldung/freigeben`} hidden={{ version: report.version }}>
          <Field
            type="date"
            name="expiresOn"
            label={t.errors.labels.expiresOn}
            hint={words.expiresHint}
            value={expiresOn}
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
