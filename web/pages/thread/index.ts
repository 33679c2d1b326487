import type { App } from "../../../server/kernel/http.ts"
import type { Site } from "../../site.tsx"
import { answerPages } from "./answer-pages.tsx"
import { bestPracticePages } from "./best-practice-routes.tsx"
import { commentPages } from "./comment-pages.tsx"
import { duplicatePages } from "./duplicate.tsx"
import { editPages } from "./edit-pages.tsx"
import { fileNotePage } from "./file-note.tsx"
import { moderationPages } from "./moderation-pages.tsx"
import { movingPages } from "./moving.tsx"
import { postAddressPage } from "./post-address.ts"
import { postPages } from "./post-routes.ts"
import { printPage } from "./print-page.tsx"
import { questionPages } from "./question-routes.tsx"
import { redactionPages } from "./redaction-pages.tsx"

/** A question and a best practice with everything that stands below them. */
export async function threadPages(app: App, site: Site): Promise<void> {
  questionPages(app, site)
  duplicatePages(app, site)
  movingPages(app, site)
  fileNotePage(app, site)
  printPage(app, site)
  bestPracticePages(app, site)
  postAddressPage(app, site)
  postPages(app, site)
  commentPages(app, site)
  moderationPages(app, site)
  redactionPages(app, site)
  answerPages(app, site)
  editPages(app, site)
}
