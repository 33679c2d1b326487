import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { departmentPage } from "./department.tsx"
import { newDepartmentPages } from "./new.tsx"
import { departmentTreePage } from "./tree.tsx"

export function departmentPages(app: App, site: Site): void {
  departmentTreePage(app, site)
  newDepartmentPages(app, site)
  departmentPage(app, site)
}
