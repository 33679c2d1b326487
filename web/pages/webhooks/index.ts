import type { App } from "../../../server/kernel/http.ts"
import type { Site } from "../../site.tsx"
import { webhookListPages } from "./list.tsx"
import { webhookPages } from "./webhook.tsx"

export function webhooksPages(app: App, site: Site): void {
  webhookListPages(app, site)
  webhookPages(app, site)
}
