import type { App } from "../../../server/kernel/http.ts"
import type { Site } from "../../site.tsx"
import { answeringPages } from "./answering.tsx"
import { editingPages } from "./editing.tsx"
import { filePages } from "./files.tsx"
import { historyPage } from "./history.tsx"
import { readingPages } from "./reading.tsx"
import { draftingPages, writingPages } from "./writing.tsx"

export async function announcementPages(app: App, site: Site): Promise<void> {
  readingPages(app, site)
  writingPages(app, site)
  draftingPages(app, site)
  editingPages(app, site)
  historyPage(app, site)
  answeringPages(app, site)
  filePages(app, site)
}
