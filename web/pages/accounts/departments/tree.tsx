import { type DepartmentView, listDepartments, readInstallation } from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { pagesOf } from "../../../form-pages.ts"
import { Badge, Card, EmptyState, LinkButton, PageTitle, useReader } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import { underAdministration } from "../administration.tsx"
import { labelOf } from "../label.ts"

const PATH = "/verwaltung/abteilungen"

export function departmentTreePage(app: App, site: Site): void {
  pagesOf(app, site).page(PATH, {
    access: ["admin"],
    find: ({ db }) => listDepartments(db, { archived: true }),
    show: async ({ t, db, locale }, departments) => {
      const label = labelOf(await readInstallation(db), locale)
      const title = t.accounts.administration.departments.title(label.many)
      return {
        title,
        current: "administration",
        width: "reading",
        breadcrumb: underAdministration(t, title),
        children: <Departments departments={departments} label={label} title={title} />,
      }
    },
  })
}

type TreeProps = { departments: DepartmentView[]; label: { one: string; many: string }; title: string }

function Departments({ departments, label, title }: TreeProps) {
  const { t } = useReader()
  const words = t.accounts.administration.departments
  return (
    <>
      <PageTitle
        lead={<p>{words.lead}</p>}
        actions={
          <LinkButton href={`${PATH}/neu`} kind="primary" icon="plus">
            {words.add(label.one)}
          </LinkButton>
        }
      >
        {title}
      </PageTitle>
      {departments.length === 0 ? (
        <EmptyState icon="department" title={words.none} />
      ) : (
        <Card>
          <Branch departments={departments} parentId={null} label={words.list(label.many)} />
        </Card>
      )}
    </>
  )
}

function Branch(props: { departments: DepartmentView[]; parentId: string | null; label?: string }) {
  const { t } = useReader()
  const { departments, parentId, label } = props
  const here = departments.filter((department) => department.parentId === parentId)
  if (here.length === 0) return null
  return (
    <ul class="ff-tree" aria-label={label}>
      {here.map(({ id, name, shortName, archived }) => (
        <li key={id}>
          <p class="ff-tree__entry">
            <a href={`${PATH}/${id}`}>{name}</a>
            {shortName !== name && <span class="ff-muted ff-small">{shortName}</span>}
            {archived && <Badge icon="lock">{t.accounts.administration.archived}</Badge>}
          </p>
          <Branch departments={departments} parentId={id} />
        </li>
      ))}
    </ul>
  )
}
