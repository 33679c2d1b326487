import type { DepartmentView } from "../../../server/accounts/index.ts"
import { Breadcrumb, type Crumb, type Option } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"

/** Pages of the administration, all for the role admin. */
export const adminPage = { access: ["admin"], page: true } as const

export function underAdministration(t: Texts, title: string, ...between: Crumb[]) {
  const top = { label: t.shell.navigation.administration, href: "/verwaltung" }
  return <Breadcrumb trail={[top, ...between, { label: title }]} />
}

/** The tree as a flat list: what stands below something is moved in. */
export const treeOptions = (departments: DepartmentView[]): Option[] =>
  departments.map(({ id, name, depth }) => ({ value: id, label: `${"\u2003".repeat(depth)}${name}` }))
