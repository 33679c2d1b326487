import type { App } from "../../../server/kernel/http.ts"
import type { Site } from "../../site.tsx"
import { cohortPages } from "./cohorts/index.tsx"

export async function qualificationPages(app: App, site: Site): Promise<void> {
  cohortPages(app, site)
}
