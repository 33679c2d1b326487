import { OPTIONAL_MAILS } from "../../../server/accounts/index.ts"
import {
  INBOX_NOTICES,
  type InboxNotice,
  MAIL_TIMES,
  OPTIONAL_NOTICES,
  reasonOf,
} from "../../../server/notifications/index.ts"
import { choice, Faults, type FormState, tick } from "../../form-state.tsx"
import {
  Buttons,
  Card,
  Field,
  FieldGroup,
  Form,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import { Pause } from "./pause.tsx"
import { type Found, fieldOf, SETTINGS } from "./settings-fields.ts"

type Props = Found & { form: FormState }

/** When mails come: reason by reason, all at once, and when none comes. */
export function SettingsForms({ settings, me, installation, form }: Props) {
  const { t } = useReader()
  const words = t.notifications.settings
  return (
    <>
      <Faults form={form} />
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <Card title={words.pauseTitle} id="pause" icon="bell">
        <Pause until={settings.pausedUntil} action={SETTINGS} />
      </Card>
      <Card title={words.allTitle} id="alle" icon="mail">
        <AllTimes />
      </Card>
      <Card title={words.eachTitle} id="anlaesse" icon="mail">
        <Form action={SETTINGS}>
          {OPTIONAL_NOTICES.map((reason) => (
            <ReasonField key={reason} form={form} reason={reason} />
          ))}
          <Fixed />
          <QuietFields form={form} />
          <Buttons>
            <SubmitButton>{t.shell.form.save}</SubmitButton>
          </Buttons>
        </Form>
      </Card>
      <Card title={words.contentTitle} id="ohne-inhalt" icon="info">
        <ContentForm me={me} installation={installation} />
      </Card>
    </>
  )
}

function ReasonField({ form, reason }: { form: FormState; reason: InboxNotice }) {
  const { t } = useReader()
  const words = t.notifications
  const { who, mail } = reasonOf(reason)
  return (
    <Field
      {...choice(form, fieldOf(reason))}
      type="select"
      optional={false}
      hint={words.settings.hint(words.audiences[who], words.settings.times[mail])}
      options={MAIL_TIMES.map((time) => ({ value: time, label: words.settings.times[time] }))}
    />
  )
}

/** What comes whatever somebody chooses. */
function Fixed() {
  const { t } = useReader()
  const { notices, settings } = t.notifications
  const fixed = INBOX_NOTICES.filter((reason) => !reasonOf(reason).isOptional)
  if (fixed.length === 0) return null
  return (
    <>
      <p>{settings.fixed}</p>
      <ul>
        {fixed.map((reason) => (
          <li key={reason}>{`${notices[reason]}: ${settings.times[reasonOf(reason).mail]}`}</li>
        ))}
      </ul>
    </>
  )
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

function QuietFields({ form }: { form: FormState }) {
  const { t } = useReader()
  const words = t.notifications.settings
  const options = HOURS.map((hour) => ({ value: String(hour), label: words.hour(hour) }))
  return (
    <FieldGroup legend={words.quietTitle} hint={words.quietHint}>
      <div class="ff-form-row">
        {["quietFrom", "quietUntil"].map((name) => (
          <Field
            key={name}
            {...choice(form, name)}
            type="select"
            optional={false}
            needed={false}
            placeholder={words.noHour}
            options={options}
          />
        ))}
      </div>
      <Field {...tick(form, "quietOnDaysOff")} type="checkbox" optional={false} needed={false} />
    </FieldGroup>
  )
}

/** One click for everything. */
function AllTimes() {
  const { t } = useReader()
  const words = t.notifications.settings
  return (
    <Form action={`${SETTINGS}/alle`}>
      <Field
        type="select"
        name="time"
        label={words.allLabel}
        value=""
        optional={false}
        needed={false}
        placeholder={words.asShipped}
        options={MAIL_TIMES.map((time) => ({ value: time, label: words.times[time] }))}
      />
      <Buttons>
        <SubmitButton kind="secondary">{words.allSave}</SubmitButton>
      </Buttons>
    </Form>
  )
}

function ContentForm({ me, installation }: Pick<Found, "me" | "installation">) {
  const { t } = useReader()
  const words = t.accounts.profile.mails
  const { mails, mailsHint } = t.accounts.administration.settings
  return (
    <Form action={`${SETTINGS}/inhalt`}>
      <Field
        type="checkboxes"
        name="mails"
        label={words.label}
        hint={words.hint}
        values={OPTIONAL_MAILS.filter((kind) => !me.mailOff.includes(kind))}
        options={OPTIONAL_MAILS.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <Field
        type="checkbox"
        name="mailWithoutContent"
        label={mails}
        hint={installation.mailWithoutContent ? `${mailsHint} ${words.setForAll}` : mailsHint}
        checked={me.mailWithoutContent}
      />
      <Buttons>
        <SubmitButton kind="secondary" context={t.notifications.settings.contentTitle}>
          {t.shell.form.save}
        </SubmitButton>
      </Buttons>
    </Form>
  )
}
