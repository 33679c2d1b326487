import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { editingPages } from "./editing.tsx"
import { readingPages } from "./reading.tsx"
import { stepPages } from "./steps.ts"

export function reportPages(app: App, site: Site): void {
  readingPages(app, site)
  editingPages(app, site)
  stepPages(app, site)
}
