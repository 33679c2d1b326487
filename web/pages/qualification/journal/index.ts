import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { journalListPages } from "./list.tsx"
import { entryPages } from "./pages.ts"

export function journalPages(app: App, site: Site): void {
  journalListPages(app, site)
  entryPages(app, site)
}
