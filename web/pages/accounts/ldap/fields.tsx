import type { LdapView } from "../../../../server/accounts/index.ts"
import { choice, type FormState, field, tick, versionOf } from "../../../form-state.tsx"
import {
  Buttons,
  Field,
  FieldGroup,
  Form,
  LinkButton,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { LIST } from "../directories/fields.tsx"

type Props = { action: string; form: FormState; secret: LdapView["secret"]; isNew: boolean }

const EXACT = { autocomplete: "off", spellcheck: false } as const

/** Everything about a directory that is read save its rules. */
export function LdapForm({ action, form, secret, isNew }: Props) {
  const { t } = useReader()
  const words = t.accounts.ldap
  return (
    <Form action={action} hidden={isNew ? {} : { version: versionOf(form) }}>
      <FieldGroup legend={words.connection}>
        <Field {...field(form, "name")} hint={words.nameHint} autocomplete="off" />
        <Field {...field(form, "address")} {...EXACT} hint={words.addressHint} />
        <Field {...tick(form, "startsTls")} type="checkbox" />
        <Field {...field(form, "authority")} type="textarea" rows={4} hint={words.authorityHint} />
        <Field {...field(form, "bindName")} {...EXACT} hint={words.bindNameHint} />
        <Field
          {...choice(form, "secret")}
          value=""
          type="password"
          autocomplete="off"
          hint={words.secretHints[secret]}
        />
      </FieldGroup>
      <FieldGroup legend={words.whom}>
        <Field {...field(form, "base")} {...EXACT} hint={words.baseHint} />
        <Field {...field(form, "personFilter")} {...EXACT} hint={words.personFilterHint} />
        <Field {...field(form, "groupBase")} {...EXACT} hint={words.groupBaseHint} />
        <Field {...field(form, "groupFilter")} {...EXACT} />
      </FieldGroup>
      <FieldGroup legend={words.attributes}>
        <Field {...field(form, "idAttribute")} {...EXACT} hint={words.idHint} />
        <Field {...field(form, "nameAttribute")} {...EXACT} />
        <Field {...field(form, "mailAttribute")} {...EXACT} />
      </FieldGroup>
      <FieldGroup legend={words.what}>
        <Field {...tick(form, "enabled")} type="checkbox" />
        <Field {...tick(form, "onlyMatched")} type="checkbox" hint={words.onlyMatchedHint} />
        <Field {...tick(form, "signsIn")} type="checkbox" hint={words.signsInHint} />
        <Field {...tick(form, "invites")} type="checkbox" hint={words.invitesHint} />
      </FieldGroup>
      <Buttons>
        <SubmitButton>{t.shell.form.save}</SubmitButton>
        <LinkButton href={LIST} kind="tertiary">
          {t.shell.form.cancel}
        </LinkButton>
      </Buttons>
    </Form>
  )
}
