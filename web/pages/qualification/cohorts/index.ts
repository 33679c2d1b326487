import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { calendarPages } from "./calendar-pages.ts"
import { cohortPage } from "./cohort.tsx"
import { creationPages } from "./creation.tsx"
import { movingPages } from "./moving.tsx"
import { overviewPage } from "./overview.tsx"
import { peoplePages } from "./people.tsx"

export function cohortPages(app: App, site: Site): void {
  overviewPage(app, site)
  creationPages(app, site)
  cohortPage(app, site)
  peoplePages(app, site)
  movingPages(app, site)
  calendarPages(app, site)
}
