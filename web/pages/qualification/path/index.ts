import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { phasePage } from "./phase.tsx"
import { standPages } from "./stand.tsx"

export function pathPages(app: App, site: Site): void {
  phasePage(app, site)
  standPages(app, site)
}
