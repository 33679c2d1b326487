import {
  archiveDepartment,
  DepartmentChange,
  type DepartmentView,
  editDepartment,
  listDepartments,
  readInstallation,
  restoreDepartment,
} from "../../../../server/accounts/index.ts"
import { questionAddress } from "../../../../server/forum/index.ts"
import { notFound } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { NoInput } from "../../../form-reading.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import { ActionButton, Card, PageTitle, useReader } from "../../../layout/index.ts"
import type { Content, Site } from "../../../site.tsx"
import { underAdministration } from "../administration.tsx"
import { labelOf } from "../label.ts"
import { DepartmentForm, departmentChange, departmentLabels, LIST } from "./fields.tsx"

const PATH = `${LIST}/:id`
const access = ["admin"] as const

type Found = { department: DepartmentView; choices: DepartmentView[] }

export function departmentPage(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.formPage(PATH, {
    access,
    find: findDepartment,
    input: DepartmentChange,
    read: departmentChange,
    labels: departmentLabels,
    start: fieldsOf,
    act: ({ db, actor, params }, value) => editDepartment(db, actor, params.id, value),
    to: () => [LIST, "saved"],
    show: showDepartment,
  })
  const actions = [
    { name: "archivieren", act: archiveDepartment, flash: "department-archived" },
    { name: "wiederherstellen", act: restoreDepartment, flash: "department-restored" },
  ] as const
  for (const { name, act, flash } of actions)
    pages.form(`${PATH}/${name}`, {
      access,
      find: findDepartment,
      input: NoInput,
      act: ({ db, actor, params }) => act(db, actor, params.id),
      to: () => [LIST, flash],
      again: (ask, found, form) =>
        showDepartment(ask, found, {
          ...form,
          labels: departmentLabels(ask.t),
          input: DepartmentChange,
          fields: fieldsOf(found),
        }),
    })
}

async function findDepartment({ db, params }: Ask): Promise<Found> {
  const all = await listDepartments(db, { archived: true })
  const department = all.find((one) => one.id === params.id)
  if (!department) throw notFound()
  return { department, choices: choicesFor(all, department) }
}

const fieldsOf = ({ department: { name, shortName, parentId, mailbox } }: Found) => ({
  name,
  shortName,
  parentId: parentId ?? "",
  mailbox: mailbox ?? "",
})

/** Neither itself nor what stands below it; where it stands now stays to be chosen even if that is archived. */
function choicesFor(all: DepartmentView[], department: DepartmentView): DepartmentView[] {
  const below = new Set([department.id])
  for (const { id, parentId } of all) if (parentId !== null && below.has(parentId)) below.add(id)
  return all.filter(({ id, archived }) => !below.has(id) && (!archived || id === department.parentId))
}

async function showDepartment(
  { t, db, locale, site }: Ask,
  { department, choices }: Found,
  form: FormState,
): Promise<Content> {
  const label = labelOf(await readInstallation(db), locale)
  const words = t.accounts.administration.departments
  const title = words.edit(department.name)
  const path = `${LIST}/${department.id}`
  const address = department.archived ? null : questionAddress(site.config, department)
  return {
    title,
    current: "administration",
    breadcrumb: underAdministration(t, department.name, { label: words.title(label.many), href: LIST }),
    children: (
      <>
        <Faults form={form} />
        <PageTitle>{title}</PageTitle>
        <div class="ff-columns">
          <div>
            <DepartmentForm action={path} form={form} choices={choices} directory={department.directory} />
            {address && (
              <Card title={words.byMail} id="e-mail" icon="mail">
                <p>{words.byMailText}</p>
                <p>
                  <a href={`mailto:${address}`}>{address}</a>
                </p>
              </Card>
            )}
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
    ),
  }
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
  if (department.directory) return <p>{t.accountsErrors["departments.of-directory-archive"]}</p>
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
