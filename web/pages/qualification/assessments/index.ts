import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { agreeingForms } from "./agreeing-forms.ts"
import { planPages } from "./plan-pages.ts"
import { roundPages } from "./round-forms.ts"

export function assessmentPages(app: App, site: Site): void {
  planPages(app, site)
  roundPages(app, site)
  agreeingForms(app, site)
}
