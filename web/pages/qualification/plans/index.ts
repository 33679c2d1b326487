import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { dataProtectionPage } from "./data-protection.tsx"
import { plansPages } from "./pages.tsx"

export function planPages(app: App, site: Site): void {
  plansPages(app, site)
  dataProtectionPage(app, site)
}
