import type { App } from "../../../server/kernel/http.ts"
import type { Site } from "../../site.tsx"
import { askPages } from "./ask.tsx"
import { editBestPracticePages } from "./edit-best-practice.tsx"
import { editQuestionPages } from "./edit-question.tsx"
import { mailDraftPages } from "./mail-draft.tsx"
import { recordPages } from "./record.tsx"
import { sharePages } from "./share.tsx"
import { similarPart } from "./similar.tsx"

/** Writing: asking, sharing, question and answer in one step, and editing one's own. */
export async function composePages(app: App, site: Site): Promise<void> {
  askPages(app, site)
  similarPart(app, site)
  sharePages(app, site)
  recordPages(app, site)
  editQuestionPages(app, site)
  editBestPracticePages(app, site)
  mailDraftPages(app, site)
}
