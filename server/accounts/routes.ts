import type { App } from "../kernel/http.ts"
import { auditRoutes } from "./audit/routes.ts"
import { departmentRoutes } from "./departments/routes.ts"
import { directoryRoutes } from "./directories/routes.ts"
import { factorRoutes } from "./factors/routes.ts"
import { installationRoutes } from "./installation/routes.ts"
import { leavingRoutes } from "./leaving/routes.ts"
import { meRoutes } from "./me/routes.ts"
import { ownDataRoutes } from "./own-data/routes.ts"
import type { AccountParts } from "./parts.ts"
import { passwordRoutes } from "./password/routes.ts"
import { importRoutes } from "./people/import/routes.ts"
import { peopleRoutes } from "./people/routes.ts"
import { providerRoutes } from "./providers/routes.ts"
import { retentionRoutes } from "./retention/routes.ts"
import { scimRoutes } from "./scim/routes.ts"
import { setupRoutes } from "./setup/routes.ts"
import { signInRoutes } from "./sign-in/routes.ts"

export async function accountRoutes(app: App, parts: AccountParts): Promise<void> {
  await setupRoutes(app, parts)
  await signInRoutes(app, parts)
  await factorRoutes(app, parts)
  await providerRoutes(app, parts)
  await passwordRoutes(app, parts)
  await meRoutes(app, parts)
  await peopleRoutes(app, parts)
  await importRoutes(app, parts)
  await departmentRoutes(app, parts)
  await directoryRoutes(app, parts)
  await scimRoutes(app, parts)
  await installationRoutes(app, parts)
  await auditRoutes(app, parts)
  ownDataRoutes(app, parts)
  leavingRoutes(app, parts)
  retentionRoutes(app, parts)
}
