import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { agreementPages } from "./agreements.tsx"
import { contentPages } from "./contents.tsx"
import { describingPages } from "./describing.tsx"
import { listPage } from "./list.tsx"
import { projectPage } from "./project.tsx"
import { submittingPages } from "./submitting.tsx"

export function projectPages(app: App, site: Site): void {
  listPage(app, site)
  describingPages(app, site)
  projectPage(app, site)
  contentPages(app, site)
  submittingPages(app, site)
  agreementPages(app, site)
}
