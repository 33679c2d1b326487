import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { choosingPages } from "./choosing.tsx"
import { ratingFormPages } from "./rating-form.tsx"
import { selfRatingPages } from "./self-rating.tsx"

export function competencePages(app: App, site: Site): void {
  choosingPages(app, site)
  selfRatingPages(app, site)
  ratingFormPages(app, site)
}
