import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { importPages } from "./import/index.tsx"
import { personLeavingPages } from "./leaving.tsx"
import { peopleListPage } from "./list.tsx"
import { newPersonPages } from "./new.tsx"
import { personPages } from "./person.tsx"
import { roleRequestPages } from "./role-request-pages.ts"

export function peoplePages(app: App, site: Site): void {
  peopleListPage(app, site)
  newPersonPages(app, site)
  importPages(app, site)
  personPages(app, site)
  personLeavingPages(app, site)
  roleRequestPages(app, site)
}
