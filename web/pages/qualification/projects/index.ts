import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { agreementPages } from "./agreement-pages.tsx"
import { projectChatPage } from "./chat.ts"
import { commentForms } from "./comment-forms.ts"
import { itemForm } from "./item-forms.ts"
import { listPage } from "./list.tsx"
import { projectPage } from "./project.tsx"

export function projectPages(app: App, site: Site): void {
  listPage(app, site)
  projectPage(app, site)
  itemForm(app, site)
  commentForms(app, site)
  agreementPages(app, site)
  projectChatPage(app, site)
}
