import { choice, type FormState } from "../../../form-state.tsx"
import { Button, Disclosure, Field, Form, useReader } from "../../../layout/index.ts"
import { idAt, isRefused } from "../../../page-forms.ts"

/** Never given back to the browser. */
export function CurrentPassword({ form, at }: { form: FormState; at: string }) {
  const { t } = useReader()
  return (
    <Field
      {...choice(form, "currentPassword")}
      {...idAt("currentPassword", at)}
      value=""
      type="password"
      autocomplete="current-password"
      hint={t.accounts.factors.own.confirm}
    />
  )
}

type Props = {
  form: FormState
  at: string
  action: string
  hidden?: Record<string, string>
  summary: string
  text: string
  now: string
  /** What it is about, for those who hear the button without its surroundings. */
  context?: string
}

/** What takes something away is asked first, and for the password. */
export function Confirming({ form, at, action, hidden = {}, summary, text, now, context }: Props) {
  return (
    <Disclosure summary={summary} quiet open={isRefused(form)}>
      <p>{text}</p>
      <Form action={action} hidden={hidden}>
        <CurrentPassword form={form} at={at} />
        <div>
          <Button kind="danger" small {...(context && { context })}>
            {now}
          </Button>
        </div>
      </Form>
    </Disclosure>
  )
}
