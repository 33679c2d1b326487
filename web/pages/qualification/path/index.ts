import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { calendarPages } from "../cohorts/calendar-pages.ts"
import { cohortPage } from "../cohorts/cohort.tsx"
import { overviewPage } from "../cohorts/overview.tsx"
import { peoplePages } from "../cohorts/people.tsx"
import { phasePage } from "./phase.tsx"
import { standPages } from "./stand.tsx"

export function pathPages(app: App, site: Site): void {
  overviewPage(app, site)
  calendarPages(app, site)
  cohortPage(app, site)
  peoplePages(app, site)
  phasePage(app, site)
  standPages(app, site)
}
