import { ROLES } from "../../../../server/kernel/actor.ts"
import { choices, type FormState } from "../../../form-state.tsx"
import { Buttons, Card, Field, Form, SubmitButton, useReader } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

export const demandLabels = ({ accounts: { factors } }: Texts) => ({ roles: factors.admin.roles })

/** Whose roles demand more than a password. */
export function FactorDemandCard({ form, path }: { form: FormState; path: string }) {
  const { t } = useReader()
  const words = t.accounts.factors.admin
  return (
    <Card title={words.title} id="zweiter-faktor" icon="lock">
      <p>{words.lead}</p>
      <Form action={path}>
        <Field
          {...choices(form, "roles")}
          type="checkboxes"
          optional={false}
          options={ROLES.map((value) => ({ value, label: t.shell.roles[value] }))}
        />
        <Buttons>
          <SubmitButton context={words.title}>{t.shell.form.save}</SubmitButton>
        </Buttons>
      </Form>
    </Card>
  )
}
