import type { App } from "../../../server/kernel/http.ts"
import type { Site } from "../../site.tsx"
import { assessmentPages } from "./assessments/index.ts"
import { certificatesPages } from "./certificates/index.ts"
import { cohortPages } from "./cohorts/index.ts"
import { competencePages } from "./competences/index.ts"
import { consultingPages } from "./consulting/index.ts"
import { eventPages } from "./events/index.ts"
import { evidencePages } from "./evidence/index.ts"
import { stepFilePages } from "./files/index.ts"
import { impulsesPages } from "./impulses/index.ts"
import { journalPages } from "./journal/index.ts"
import { ownDataPages } from "./leaving/own-data.tsx"
import { managerPages } from "./managers/index.tsx"
import { movedPages } from "./moved.ts"
import { pathPages } from "./path/index.ts"
import { planPages } from "./plans/index.ts"
import { preparationPages } from "./preparation/index.ts"
import { programmePages } from "./programmes/index.ts"
import { projectPages } from "./projects/index.ts"
import { reportPages } from "./reports/index.ts"
import { retrospectivePages } from "./retrospectives/index.ts"
import { sessionPages } from "./sessions/index.ts"
import { sheetsPages } from "./sheets/index.ts"
import { startPages } from "./starts/index.ts"

export async function qualificationPages(app: App, site: Site): Promise<void> {
  cohortPages(app, site)
  certificatesPages(app, site)
  competencePages(app, site)
  consultingPages(app, site)
  planPages(app, site)
  eventPages(app, site)
  programmePages(app, site)
  impulsesPages(app, site)
  sessionPages(app, site)
  stepFilePages(app, site)
  pathPages(app, site)
  managerPages(app, site)
  ownDataPages(app, site)
  evidencePages(app, site)
  preparationPages(app, site)
  journalPages(app, site)
  projectPages(app, site)
  reportPages(app, site)
  retrospectivePages(app, site)
  sheetsPages(app, site)
  startPages(app, site)
  assessmentPages(app, site)
  movedPages(app, site)
}
