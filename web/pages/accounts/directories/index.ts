import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { directoryPages } from "./directory.tsx"
import { directoryListPages } from "./list.tsx"
import { tokenPages } from "./tokens.tsx"

export function directoriesPages(app: App, site: Site): void {
  directoryListPages(app, site)
  directoryPages(app, site)
  tokenPages(app, site)
}
