import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { providerPages } from "./editing.tsx"
import { linkingPages } from "./linking.tsx"
import { providerListPage } from "./list.tsx"
import { providerRulePages } from "./rule-pages.tsx"
import { tryingPages } from "./trying.tsx"
import { providerWays } from "./ways.tsx"

export function signInServicePages(app: App, site: Site): void {
  providerWays(app, site)
  linkingPages(app, site)
  providerListPage(app, site)
  providerPages(app, site)
  providerRulePages(app, site)
  tryingPages(app, site)
}
