import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { impulsePages } from "./impulse.tsx"
import { impulseListPage } from "./list.tsx"

export function impulsesPages(app: App, site: Site): void {
  impulseListPage(app, site)
  impulsePages(app, site)
}
