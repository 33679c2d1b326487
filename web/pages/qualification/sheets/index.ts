import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { sheetPages } from "./pages.tsx"
import { sheetPdfs } from "./pdf.ts"

export function sheetsPages(app: App, site: Site): void {
  sheetPages(app, site)
  sheetPdfs(app, site)
}
