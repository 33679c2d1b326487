import type { FastifyReply, FastifyRequest } from "fastify"
import {
  createDepartment,
  listDepartments,
  NewDepartment,
  readInstallation,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { html } from "../../../../server/kernel/schemas.ts"
import { FormOf } from "../../../forms.ts"
import { Buttons, ErrorSummary, Form, LinkButton, PageTitle, SubmitButton } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { adminPage, underAdministration } from "../administration.tsx"
import { attempt } from "../attempt.ts"
import { EMPTY, type Shown } from "../fields.tsx"
import { labelOf } from "../label.ts"
import { DEPARTMENT_FIELDS, DepartmentFields, departmentInput } from "./fields.tsx"

const LIST = "/verwaltung/abteilungen"
const PATH = `${LIST}/neu`
const DepartmentForm = FormOf(...DEPARTMENT_FIELDS)

export function newDepartmentPages(app: App, site: Site): void {
  app.get(PATH, { config: adminPage, schema: { response: html } }, async (request, reply) =>
    showNew(site, request, reply, EMPTY),
  )

  app.post(
    PATH,
    { config: adminPage, schema: { body: DepartmentForm, response: html } },
    async (request, reply) => {
      const input = departmentInput(request.body)
      const { failed } = await attempt(texts(request.locale), NewDepartment, input, (value) =>
        createDepartment(site.db, request.actor, value),
      )
      if (!failed) return goTo(reply, LIST, "department-created")
      const shown = { fields: request.body, errors: failed.errors }
      return showNew(site, request, reply, shown, failed.status)
    },
  )
}

async function showNew(site: Site, request: FastifyRequest, reply: FastifyReply, shown: Shown, status = 200) {
  const departments = await listDepartments(site.db)
  const label = labelOf(await readInstallation(site.db), request.locale)
  const content = (t: Texts) => {
    const words = t.accounts.administration.departments
    const title = words.add(label.one)
    return {
      title: shown.errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
      current: "administration",
      width: "reading" as const,
      breadcrumb: underAdministration(t, title, { label: words.title(label.many), href: LIST }),
      children: (
        <>
          <ErrorSummary errors={shown.errors} />
          <PageTitle>{title}</PageTitle>
          <Form action={PATH}>
            <DepartmentFields shown={shown} choices={departments} />
            <Buttons>
              <SubmitButton>{t.shell.form.save}</SubmitButton>
              <LinkButton href={LIST} kind="tertiary">
                {t.shell.form.cancel}
              </LinkButton>
            </Buttons>
          </Form>
        </>
      ),
    }
  }
  return show(site, request, reply, content, status)
}
