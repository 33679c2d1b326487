import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { entryPages } from "./entry.tsx"
import { journalListPages } from "./list.tsx"
import { sharedEntriesPages } from "./shared.tsx"
import { writingPages } from "./writing.tsx"

export function journalPages(app: App, site: Site): void {
  journalListPages(app, site)
  writingPages(app, site)
  entryPages(app, site)
  sharedEntriesPages(app, site)
}
