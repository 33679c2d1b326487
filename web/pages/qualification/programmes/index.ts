import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { addingPages } from "./adding.tsx"
import { deedPages } from "./deeds.ts"
import { detailPages } from "./details.tsx"
import { listPages } from "./list.tsx"
import { readingPages } from "./reading.tsx"
import { stepPages } from "./step.tsx"

export function programmePages(app: App, site: Site): void {
  listPages(app, site)
  readingPages(app, site)
  detailPages(app, site)
  addingPages(app, site)
  stepPages(app, site)
  deedPages(app, site)
}
