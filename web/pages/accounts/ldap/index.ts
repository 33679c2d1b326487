import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { ldapPages } from "./editing.tsx"
import { ldapRulePages } from "./rules.tsx"
import { syncPages } from "./sync.tsx"

export function ldapDirectoryPages(app: App, site: Site): void {
  ldapPages(app, site)
  ldapRulePages(app, site)
  syncPages(app, site)
}
