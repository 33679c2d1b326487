import type { FastifyReply, FastifyRequest } from "fastify"
import {
  archiveDepartment,
  DepartmentChange,
  type DepartmentView,
  editDepartment,
  listDepartments,
  readInstallation,
  restoreDepartment,
} from "../../../../server/accounts/index.ts"
import { notFound } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { FormOf } from "../../../forms.ts"
import {
  ActionButton,
  Buttons,
  Card,
  ErrorSummary,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { adminPage, underAdministration } from "../administration.tsx"
import { attempt, perform } from "../attempt.ts"
import type { Shown } from "../fields.tsx"
import { labelOf } from "../label.ts"
import { DEPARTMENT_FIELDS, DepartmentFields, departmentInput } from "./fields.tsx"

const LIST = "/verwaltung/abteilungen"
const PATH = `${LIST}/:id`

export function departmentPage(app: App, site: Site): void {
  const { db } = site
  app.get(PATH, { config: adminPage, schema: { params: ById, response: html } }, async (request, reply) =>
    showDepartment(site, request, reply, request.params.id),
  )

  app.post(
    PATH,
    { config: adminPage, schema: { params: ById, body: FormOf(...DEPARTMENT_FIELDS), response: html } },
    async (request, reply) => {
      const { id } = request.params
      const input = departmentInput(request.body)
      const { failed } = await attempt(texts(request.locale), DepartmentChange, input, (value) =>
        editDepartment(db, request.actor, id, value),
      )
      if (!failed) return goTo(reply, LIST, "saved")
      const shown = { fields: request.body, errors: failed.errors }
      return showDepartment(site, request, reply, id, shown, failed.status)
    },
  )

  const deeds = [
    { name: "archivieren", act: archiveDepartment, flash: "department-archived" },
    { name: "wiederherstellen", act: restoreDepartment, flash: "department-restored" },
  ] as const
  for (const { name, act, flash } of deeds) {
    app.post(
      `${PATH}/${name}`,
      { config: adminPage, schema: { params: ById, response: html } },
      async (request, reply) => {
        const { id } = request.params
        const { failed } = await perform(texts(request.locale), () => act(db, request.actor, id))
        if (!failed) return goTo(reply, LIST, flash)
        const shown = { fields: null, errors: failed.errors }
        return showDepartment(site, request, reply, id, shown, failed.status)
      },
    )
  }
}

type Attempted = { fields: Shown["fields"] | null; errors: Shown["errors"] }

/** `fields` is what was typed; without it what is stored. */
async function showDepartment(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  { fields, errors }: Attempted = { fields: null, errors: [] },
  status = 200,
) {
  const all = await listDepartments(site.db, { archived: true })
  const department = all.find((one) => one.id === id)
  if (!department) throw notFound()
  const label = labelOf(await readInstallation(site.db), request.locale)
  const shown: Shown = { fields: fields ?? asStored(department), errors }
  const content = (t: Texts) => {
    const words = t.accounts.administration.departments
    const title = words.edit(department.name)
    return {
      title: errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
      current: "administration",
      breadcrumb: underAdministration(t, department.name, { label: words.title(label.many), href: LIST }),
      children: (
        <DepartmentPage department={department} choices={choicesFor(all, department)} shown={shown} />
      ),
    }
  }
  return show(site, request, reply, content, status)
}

const asStored = ({ name, shortName, parentId }: DepartmentView) => ({
  name,
  shortName,
  parentId: parentId ?? "",
})

/** Neither itself nor what stands below it; where it stands now stays to be chosen even if that is archived. */
function choicesFor(all: DepartmentView[], department: DepartmentView): DepartmentView[] {
  const below = new Set([department.id])
  for (const { id, parentId } of all) if (parentId !== null && below.has(parentId)) below.add(id)
  return all.filter(({ id, archived }) => !below.has(id) && (!archived || id === department.parentId))
}

type PageProps = { department: DepartmentView; choices: DepartmentView[]; shown: Shown }

function DepartmentPage({ department, choices, shown }: PageProps) {
  const { t } = useReader()
  const words = t.accounts.administration.departments
  const path = `${LIST}/${department.id}`
  return (
    <>
      <ErrorSummary errors={shown.errors} />
      <PageTitle>{words.edit(department.name)}</PageTitle>
      <div class="ff-columns">
        <div>
          <Form action={path}>
            <DepartmentFields shown={shown} choices={choices} />
            <Buttons>
              <SubmitButton>{t.shell.form.save}</SubmitButton>
              <LinkButton href={LIST} kind="tertiary">
                {t.shell.form.cancel}
              </LinkButton>
            </Buttons>
          </Form>
        </div>
        <div>
          <Card title={words.archiveTitle} id="archivieren" icon="lock">
            <Archiving department={department} path={path} />
            <p>
              <a href={`/verwaltung/personen?departmentId=${department.id}`}>{words.people}</a>
            </p>
          </Card>
        </div>
      </div>
    </>
  )
}

function Archiving({ department, path }: { department: DepartmentView; path: string }) {
  const { t } = useReader()
  const words = t.accounts.administration.departments
  if (department.archived)
    return (
      <>
        <p>{words.archivedText}</p>
        <ActionButton action={`${path}/wiederherstellen`} kind="secondary">
          {words.restore}
        </ActionButton>
      </>
    )
  return (
    <>
      <p class="ff-muted ff-small">{words.archiveHint}</p>
      <ActionButton
        action={`${path}/archivieren`}
        kind="danger"
        confirm={words.confirmArchive(department.name)}
      >
        {words.archive}
      </ActionButton>
    </>
  )
}
