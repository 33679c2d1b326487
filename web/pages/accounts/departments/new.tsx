import {
  createDepartment,
  listDepartments,
  NewDepartment,
  readInstallation,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { pagesOf } from "../../../form-pages.ts"
import { Faults } from "../../../form-state.tsx"
import { PageTitle } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import { underAdministration } from "../administration.tsx"
import { labelOf } from "../label.ts"
import { DepartmentForm, departmentInput, departmentLabels, LIST } from "./fields.tsx"

const PATH = `${LIST}/neu`

export function newDepartmentPages(app: App, site: Site): void {
  pagesOf(app, site).formPage(PATH, {
    access: ["admin"],
    find: ({ db }) => listDepartments(db),
    input: NewDepartment,
    read: departmentInput,
    labels: departmentLabels,
    start: () => ({}),
    act: ({ db, actor }, value) => createDepartment(db, actor, value),
    to: () => [LIST, "department-created"],
    show: async ({ t, db, locale }, choices, form) => {
      const label = labelOf(await readInstallation(db), locale)
      const words = t.accounts.administration.departments
      const title = words.add(label.one)
      return {
        title,
        current: "administration",
        width: "reading",
        breadcrumb: underAdministration(t, title, { label: words.title(label.many), href: LIST }),
        children: (
          <>
            <Faults form={form} />
            <PageTitle>{title}</PageTitle>
            <DepartmentForm action={PATH} form={form} choices={choices} />
          </>
        ),
      }
    },
  })
}
