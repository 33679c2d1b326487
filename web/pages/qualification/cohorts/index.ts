import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { creationPages } from "./creation.tsx"
import { movingPages } from "./moving.tsx"
import { peoplePages } from "./people.tsx"

export function cohortPages(app: App, site: Site): void {
  creationPages(app, site)
  peoplePages(app, site)
  movingPages(app, site)
}
