import type { App } from "../../../server/kernel/http.ts"
import type { Site } from "../../site.tsx"
import { blockingPages } from "./blocking.tsx"
import { convertingPages } from "./converting.tsx"
import { leavingPages } from "./leaving.ts"
import { listPages } from "./list.tsx"
import { readingPages } from "./reading.tsx"
import { settingsPages } from "./settings.tsx"
import { startingPages } from "./starting.tsx"

export async function conversationPages(app: App, site: Site): Promise<void> {
  listPages(app, site)
  startingPages(app, site)
  readingPages(app, site)
  leavingPages(app, site)
  blockingPages(app, site)
  convertingPages(app, site)
  settingsPages(app, site)
}
