import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { cohortChatPage } from "./chat.ts"
import { creationPages } from "./creation.tsx"
import { movingPages } from "./moving.tsx"

export function cohortPages(app: App, site: Site): void {
  creationPages(app, site)
  movingPages(app, site)
  cohortChatPage(app, site)
}
