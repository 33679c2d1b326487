import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { reportPage } from "./page.tsx"
import { pdfRoute } from "./pdf.ts"

export function reportPages(app: App, site: Site): void {
  reportPage(app, site)
  pdfRoute(app, site)
}
