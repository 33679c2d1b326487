import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { listPage } from "./list.tsx"
import { onePages } from "./pages.ts"
import { stepPages } from "./step.tsx"

export function programmePages(app: App, site: Site): void {
  listPage(app, site)
  onePages(app, site)
  stepPages(app, site)
}
