import {
  createPerson,
  listDepartments,
  NewPerson,
  readInstallation,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { pagesOf } from "../../../form-pages.ts"
import { choices, Faults, type FormState, tick } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import {
  Buttons,
  Field,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import { underAdministration } from "../administration.tsx"
import { type Choice, LIST, PersonFields, personInput } from "./fields.tsx"

const PATH = `${LIST}/neu`

export function newPersonPages(app: App, site: Site): void {
  pagesOf(app, site).formPage(PATH, {
    access: ["admin"],
    find: async ({ db }) => ({
      departments: (await listDepartments(db)).filter(({ directory }) => !directory),
      installation: await readInstallation(db),
    }),
    input: NewPerson,
    read: (fields) => ({
      ...personInput(fields),
      locale: textOf(fields, "locale") === "en" ? "en" : "de",
      invite: textOf(fields, "invite") === "true",
    }),
    start: () => ({ roles: "clerk", locale: "de", invite: "true" }),
    act: async ({ db, actor }, value) => ({
      ...(await createPerson(db, actor, value)),
      invite: value.invite,
    }),
    to: ({ id, invite }) => [`${LIST}/${id}`, invite ? "person-invited" : "person-created"],
    show: ({ t }, choice, form) => {
      const { add, title } = t.accounts.administration.people
      return {
        title: add,
        current: "administration",
        width: "reading",
        breadcrumb: underAdministration(t, add, { label: title, href: LIST }),
        children: <NewPersonForm form={form} choice={choice} />,
      }
    },
  })
}

function NewPersonForm({ form, choice }: { form: FormState; choice: Choice }) {
  const { t } = useReader()
  const words = t.accounts.administration.people
  return (
    <>
      <Faults form={form} />
      <PageTitle lead={<p>{words.newLead}</p>}>{words.add}</PageTitle>
      <Form action={PATH}>
        <PersonFields form={form} {...choice} />
        <Field
          {...choices(form, "locale")}
          type="radios"
          optional={false}
          label={words.language}
          options={(["de", "en"] as const).map((value) => ({ value, label: t.shell.language[value] }))}
        />
        <Field
          {...tick(form, "invite")}
          type="checkbox"
          optional={false}
          label={words.invite}
          hint={words.inviteHint}
        />
        <Buttons>
          <SubmitButton>{words.create}</SubmitButton>
          <LinkButton href={LIST} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
