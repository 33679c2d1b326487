import type { App } from "../../../server/kernel/http.ts"
import type { Site } from "../../site.tsx"
import { missingPages } from "./missing.tsx"
import { synonymDeletePages } from "./synonyms/delete.tsx"
import { synonymFormPages } from "./synonyms/form.tsx"
import { synonymListPage } from "./synonyms/list.tsx"

/** For specialists and the administration: that others find. */
export async function searchCarePages(app: App, site: Site): Promise<void> {
  synonymListPage(app, site)
  synonymFormPages(app, site)
  synonymDeletePages(app, site)
  missingPages(app, site)
}
