import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { agreeingPages } from "./agreeing-pages.ts"
import { planPages } from "./plan.tsx"
import { planningPages } from "./planning.tsx"
import { preparingPages } from "./preparing-pages.ts"
import { ratingPages } from "./rating-pages.ts"
import { releasePages } from "./release.tsx"

export function assessmentPages(app: App, site: Site): void {
  planPages(app, site)
  planningPages(app, site)
  preparingPages(app, site)
  releasePages(app, site)
  ratingPages(app, site)
  agreeingPages(app, site)
}
