import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { cohortPages } from "./cohort.tsx"
import { runPages } from "./consulting-pages.ts"
import { topicPages } from "./topic-pages.ts"

export function consultingPages(app: App, site: Site): void {
  cohortPages(app, site)
  topicPages(app, site)
  runPages(app, site)
}
