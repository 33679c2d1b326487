import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { cohortPage } from "./cohort.tsx"
import { consultingPage } from "./consulting.tsx"
import { deedPages } from "./deeds.ts"
import { resultPages } from "./result-pages.ts"
import { sheetPage } from "./sheet.tsx"
import { startPages } from "./start.tsx"
import { topicForms } from "./topic-form.tsx"
import { topicPages } from "./topics.tsx"

export function consultingPages(app: App, site: Site): void {
  cohortPage(app, site)
  topicPages(app, site)
  topicForms(app, site)
  startPages(app, site)
  sheetPage(app, site)
  consultingPage(app, site)
  deedPages(app, site)
  resultPages(app, site)
}
