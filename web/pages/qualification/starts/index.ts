import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { experiencePages } from "./experiences.tsx"
import { processEditing } from "./process-editing.tsx"
import { processPages } from "./processes.tsx"

export function startPages(app: App, site: Site): void {
  experiencePages(app, site)
  processPages(app, site)
  processEditing(app, site)
}
