import type { App } from "../../../server/kernel/http.ts"
import type { Site } from "../../site.tsx"
import { auditPages } from "./audit/index.tsx"
import { departmentPages } from "./departments/index.ts"
import { directoriesPages } from "./directories/index.ts"
import { factorPages } from "./factors/index.ts"
import { ldapDirectoryPages } from "./ldap/index.ts"
import { mailPages } from "./mail.tsx"
import { operationPage } from "./operation.tsx"
import { passwordPages } from "./password.tsx"
import { peoplePages } from "./people/index.ts"
import { profilePages } from "./profile/index.ts"
import { signInServicePages } from "./providers/index.ts"
import { retentionPages } from "./retention/index.ts"
import { servicesPages } from "./services/index.ts"
import { settingsPages } from "./settings/index.ts"
import { setupPages } from "./setup.tsx"
import { signInPages } from "./sign-in.tsx"
import { trialPages } from "./trial.tsx"

export async function accountPages(app: App, site: Site): Promise<void> {
  setupPages(app, site)
  signInPages(app, site)
  factorPages(app, site)
  signInServicePages(app, site)
  trialPages(app, site)
  passwordPages(app, site)
  profilePages(app, site)
  peoplePages(app, site)
  departmentPages(app, site)
  ldapDirectoryPages(app, site)
  directoriesPages(app, site)
  servicesPages(app, site)
  settingsPages(app, site)
  operationPage(app, site)
  mailPages(app, site)
  auditPages(app, site)
  retentionPages(app, site)
}
