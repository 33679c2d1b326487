import type { App } from "../../../server/kernel/http.ts"
import type { Site } from "../../site.tsx"
import { editingPages } from "./editing.tsx"
import { readingPages } from "./reading.tsx"
import { writingPages } from "./writing.tsx"

export async function announcementPages(app: App, site: Site): Promise<void> {
  readingPages(app, site)
  writingPages(app, site)
  editingPages(app, site)
}
