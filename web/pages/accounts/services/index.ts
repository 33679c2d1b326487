import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { serviceListPages } from "./list.tsx"
import { servicePages } from "./service.tsx"
import { serviceTokenPages } from "./tokens.tsx"

export function servicesPages(app: App, site: Site): void {
  serviceListPages(app, site)
  servicePages(app, site)
  serviceTokenPages(app, site)
}
