import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { attachingPages } from "./attaching.tsx"
import { editingPages } from "./editing.tsx"

export function evidencePages(app: App, site: Site): void {
  attachingPages(app, site)
  editingPages(app, site)
}
