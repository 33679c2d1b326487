import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { eventPage } from "./event.tsx"
import { eventListPage } from "./list.tsx"
import { markingPage } from "./marking.tsx"
import { registerPage } from "./register.tsx"
import { writingPages } from "./writing.tsx"

export function eventPages(app: App, site: Site): void {
  eventListPage(app, site)
  eventPage(app, site)
  writingPages(app, site)
  registerPage(app, site)
  markingPage(app, site)
}
