import type { FastifyReply, FastifyRequest } from "fastify"
import {
  NewInstallation,
  needsSetup,
  originOf,
  setUpInstallation,
  startSession,
} from "../../../server/accounts/index.ts"
import { notFound } from "../../../server/kernel/errors.ts"
import { type App, isUnsafe } from "../../../server/kernel/http.ts"
import { outageIn } from "../../../server/kernel/outage.ts"
import { html } from "../../../server/kernel/schemas.ts"
import { type Fields, FormOf, orNull, textOf } from "../../forms.ts"
import {
  Buttons,
  ErrorSummary,
  Field,
  FieldGroup,
  Form,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import { goTo, type Site, show } from "../../site.tsx"
import { type Texts, texts } from "../../texts/index.ts"
import { attempt } from "./attempt.ts"
import { common, EMPTY, EmailField, PasswordField, type Shown } from "./fields.tsx"

const PATH = "/einrichtung"
const SetupForm = FormOf(
  "code",
  "installationName",
  "departments",
  "displayName",
  "email",
  "password",
  "department",
)
const config = { access: "public", page: true } as const

export function setupPages(app: App, site: Site): void {
  const { db, sessions } = site
  leadToSetup(app, site)

  app.get(PATH, { config, schema: { response: html } }, async (request, reply) => {
    if (!(await needsSetup(db))) throw notFound()
    return showSetup(site, request, reply, EMPTY)
  })

  app.post(PATH, { config, schema: { body: SetupForm, response: html } }, async (request, reply) => {
    if (!(await needsSetup(db))) throw notFound()
    const outcome = await attempt(
      texts(request.locale),
      NewInstallation,
      inputOf(request.body),
      (value) => setUpInstallation(db, value, request.sender),
      fieldOf,
    )
    if (outcome.failed) {
      const shown = { fields: request.body, errors: outcome.failed.errors }
      return showSetup(site, request, reply, shown, outcome.failed.status)
    }
    const { cookies } = await startSession(sessions, outcome.result.personId, originOf(request, sessions))
    return goTo(reply.header("set-cookie", cookies), "/verwaltung/personen", "set-up")
  })
}

/** While nobody exists there is nothing else to see. Forms stay open: the language can be chosen here, too. */
function leadToSetup(app: App, { db }: Site): void {
  app.addHook("onRequest", async (request, reply) => {
    const { method, routeOptions } = request
    if (!routeOptions.config.page || isUnsafe(method) || routeOptions.url === PATH || request.isShell) return
    try {
      if (await needsSetup(db)) return goTo(reply, PATH)
    } catch (error) {
      if (!outageIn(error)) throw error
      request.isShell = true
    }
  })
}

function inputOf(fields: Fields) {
  const lines = textOf(fields, "departments").split("\n")
  const names = lines.map((line) => line.trim()).filter((line) => line !== "")
  return {
    code: textOf(fields, "code").trim(),
    installationName: textOf(fields, "installationName").trim(),
    departments: names.map((name) => ({ name })),
    admin: {
      displayName: textOf(fields, "displayName").trim(),
      email: textOf(fields, "email").trim(),
      password: textOf(fields, "password"),
      department: orNull(textOf(fields, "department").trim()),
    },
  }
}

/** "admin.email" is the field `email`, "departments.3.name" and a name that is there twice are `departments`. */
function fieldOf(path: string): string {
  if (path === "name") return "departments"
  const [first = path, second] = path.split(".")
  return first === "admin" && second !== undefined ? second : first
}

async function showSetup(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
  status = 200,
) {
  const content = (t: Texts) => {
    const { title } = t.accounts.setup
    return {
      title: shown.errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
      width: "reading" as const,
      children: <Setup shown={shown} />,
    }
  }
  return show(site, request, reply, content, status)
}

function Setup({ shown }: { shown: Shown }) {
  const { t } = useReader()
  const words = t.accounts.setup
  return (
    <>
      <ErrorSummary errors={shown.errors} />
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <Form action={PATH}>
        <FieldGroup legend={words.code.legend}>
          <Field
            {...common(shown, "code", t)}
            hint={words.code.hint}
            maxlength={100}
            autocomplete="off"
            spellcheck={false}
            width="medium"
          />
        </FieldGroup>
        <FieldGroup legend={words.forum.legend}>
          <Field
            {...common(shown, "installationName", t)}
            hint={words.forum.nameHint}
            maxlength={80}
            autocomplete="organization"
          />
          <Field
            {...common(shown, "departments", t)}
            type="textarea"
            rows={6}
            maxlength={null}
            hint={words.forum.departmentsHint}
          />
        </FieldGroup>
        <FieldGroup legend={words.admin.legend} hint={words.admin.hint}>
          <Field {...common(shown, "displayName", t)} maxlength={100} autocomplete="name" />
          <EmailField shown={shown} autocomplete="username" />
          <PasswordField shown={shown} name="password" isNew />
          <Field
            {...common(shown, "department", t)}
            hint={words.admin.departmentHint}
            maxlength={120}
            autocomplete="off"
            optional
          />
        </FieldGroup>
        <Buttons>
          <SubmitButton>{words.submit}</SubmitButton>
        </Buttons>
      </Form>
    </>
  )
}
