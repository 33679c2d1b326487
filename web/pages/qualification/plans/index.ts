import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { dataProtectionPage } from "./data-protection.tsx"
import { editingPages } from "./editing.tsx"
import { readingPages } from "./reading.tsx"

export function planPages(app: App, site: Site): void {
  readingPages(app, site)
  editingPages(app, site)
  dataProtectionPage(app, site)
}
