import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { attendancePages } from "./attendance.tsx"
import { calendarPages } from "./calendar.tsx"
import { cohortPage } from "./cohort.tsx"
import { creationPages } from "./creation.tsx"
import { editingPages } from "./editing.tsx"
import { invitationPages } from "./invitations.tsx"
import { memberPages } from "./members.tsx"
import { movingPages } from "./moving.tsx"
import { overviewPage } from "./overview.tsx"

export function cohortPages(app: App, site: Site): void {
  overviewPage(app, site)
  creationPages(app, site)
  cohortPage(app, site)
  editingPages(app, site)
  memberPages(app, site)
  invitationPages(app, site)
  movingPages(app, site)
  attendancePages(app, site)
  calendarPages(app, site)
}
