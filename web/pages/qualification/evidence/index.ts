import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { attachingPages } from "./attaching.tsx"
import { editingPages } from "./editing.tsx"
import { evidenceListPages } from "./list.tsx"
import { takingPages } from "./taking.tsx"

export { EvidenceItem } from "./item.tsx"

export function evidencePages(app: App, site: Site): void {
  evidenceListPages(app, site)
  attachingPages(app, site)
  takingPages(app, site)
  editingPages(app, site)
}
