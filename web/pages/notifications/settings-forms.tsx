import { INBOX_NOTICES, type InboxNotice, MAIL_TIMES, reasonOf } from "../../../server/notifications/index.ts"
import { choice, Faults, type FormState, tick } from "../../form-state.tsx"
import { textOf } from "../../forms.ts"
import {
  Buttons,
  Card,
  Disclosure,
  Field,
  FieldGroup,
  Form,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import { Pause } from "./pause.tsx"
import { concerns, type Found, fieldOf, groupsFor, SETTINGS } from "./settings-fields.ts"

type Props = Found & { form: FormState }

/** When mails come: reason by reason, all at once, and when none comes. */
export function SettingsForms({ settings, me, installation, form }: Props) {
  const { t } = useReader()
  const words = t.notifications.settings
  const { shown, kept } = groupsFor(me.roles)
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
        <Form
          action={SETTINGS}
          hidden={Object.fromEntries(
            kept.map((reason) => [fieldOf(reason), textOf(form.fields, fieldOf(reason))]),
          )}
        >
          {shown.map(({ group, reasons }, at) => (
            <Disclosure key={group} summary={words.groups[group]} open={at === 0}>
              {reasons.map((reason) => (
                <ReasonField key={reason} form={form} reason={reason} />
              ))}
            </Disclosure>
          ))}
          <Fixed roles={me.roles} />
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
function Fixed({ roles }: Pick<Found["me"], "roles">) {
  const { t } = useReader()
  const { notices, settings } = t.notifications
  const fixed = INBOX_NOTICES.filter((reason) => {
    const { isOptional, mail } = reasonOf(reason)
    return !isOptional && mail !== "never" && concerns(reason, roles)
  })
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
