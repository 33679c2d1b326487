import type { App } from "../../../server/kernel/http.ts"
import type { Site } from "../../site.tsx"
import { hubPage } from "./hub.tsx"
import { overviewPage } from "./overview.tsx"
import { previewPages } from "./preview.tsx"
import { writingPages } from "./writing.tsx"

/** The administration's first page, and the structure: overview, drafts, preview and release. */
export async function structurePages(app: App, site: Site): Promise<void> {
  hubPage(app, site)
  overviewPage(app, site)
  writingPages(app, site)
  previewPages(app, site)
}
