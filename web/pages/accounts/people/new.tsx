import type { FastifyReply, FastifyRequest } from "fastify"
import {
  createPerson,
  listDepartments,
  NewPerson,
  readInstallation,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { html } from "../../../../server/kernel/schemas.ts"
import { FormOf, textOf } from "../../../forms.ts"
import {
  Buttons,
  ErrorSummary,
  Field,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { adminPage, underAdministration } from "../administration.tsx"
import { attempt } from "../attempt.ts"
import type { Shown } from "../fields.tsx"
import { PERSON_FIELDS, PersonFields, personInput } from "./fields.tsx"

const LIST = "/verwaltung/personen"
const PATH = `${LIST}/neu`
const PersonForm = FormOf(...PERSON_FIELDS, "locale", "invite")
const BLANK: Shown = { fields: { roles: "clerk", locale: "de", invite: "true" }, errors: [] }

export function newPersonPages(app: App, site: Site): void {
  app.get(PATH, { config: adminPage, schema: { response: html } }, async (request, reply) =>
    showNew(site, request, reply, BLANK),
  )

  app.post(
    PATH,
    { config: adminPage, schema: { body: PersonForm, response: html } },
    async (request, reply) => {
      const fields = request.body
      const invite = textOf(fields, "invite") === "true"
      const locale = textOf(fields, "locale") === "en" ? "en" : "de"
      const input = { ...personInput(fields), locale, invite }
      const outcome = await attempt(texts(request.locale), NewPerson, input, (value) =>
        createPerson(site.db, request.actor, value),
      )
      if (outcome.failed) {
        const { errors, status } = outcome.failed
        return showNew(site, request, reply, { fields, errors }, status)
      }
      return goTo(reply, `${LIST}/${outcome.result.id}`, invite ? "person-invited" : "person-created")
    },
  )
}

async function showNew(site: Site, request: FastifyRequest, reply: FastifyReply, shown: Shown, status = 200) {
  const departments = await listDepartments(site.db)
  const installation = await readInstallation(site.db)
  const content = (t: Texts) => {
    const { add, title } = t.accounts.administration.people
    return {
      title: shown.errors.length > 0 ? t.shell.form.errorPageTitle(add) : add,
      current: "administration",
      width: "reading" as const,
      breadcrumb: underAdministration(t, add, { label: title, href: LIST }),
      children: (
        <NewPersonForm shown={shown}>
          <PersonFields shown={shown} departments={departments} installation={installation} />
        </NewPersonForm>
      ),
    }
  }
  return show(site, request, reply, content, status)
}

function NewPersonForm({ shown, children }: { shown: Shown; children: preact.ComponentChildren }) {
  const { t } = useReader()
  const words = t.accounts.administration.people
  const { fields, errors } = shown
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle lead={<p>{words.newLead}</p>}>{words.add}</PageTitle>
      <Form action={PATH}>
        {children}
        <Field
          type="radios"
          name="locale"
          label={words.language}
          values={[textOf(fields, "locale")]}
          options={(["de", "en"] as const).map((value) => ({ value, label: t.shell.language[value] }))}
        />
        <Field
          type="checkbox"
          name="invite"
          label={words.invite}
          hint={words.inviteHint}
          checked={textOf(fields, "invite") === "true"}
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
