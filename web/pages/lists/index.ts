import type { App } from "../../../server/kernel/http.ts"
import type { Site } from "../../site.tsx"
import { categoryPage } from "./category.tsx"
import { minePage } from "./mine.tsx"
import { practicesPage } from "./practices.tsx"
import { questionsPage } from "./questions.tsx"
import { queuePage } from "./queue.tsx"
import { reviewsPage } from "./reviews.tsx"
import { startPage } from "./start.tsx"

/** Start page, all questions and best practices, a category, the department's queue, one's own posts. */
export async function listPages(app: App, site: Site): Promise<void> {
  startPage(app, site)
  questionsPage(app, site)
  practicesPage(app, site)
  categoryPage(app, site)
  queuePage(app, site)
  reviewsPage(app, site)
  minePage(app, site)
}
