import type { App } from "../../../server/kernel/http.ts"
import type { Site } from "../../site.tsx"
import { apiDocs } from "./api-docs.tsx"
import { articlePages } from "./articles.tsx"
import { trialMail } from "./trial-mail.tsx"
import { trialMailIn } from "./trial-mail-in.tsx"
import { wellKnown } from "./well-known.ts"

export async function informationPages(app: App, site: Site): Promise<void> {
  articlePages(app, site)
  trialMail(app, site)
  trialMailIn(app, site)
  apiDocs(app, site)
  wellKnown(app, site)
}
