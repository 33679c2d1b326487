import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { boardPages } from "./board-pages.tsx"
import { cardPages } from "./card-pages.tsx"
import { lessonEditing } from "./lesson-editing.tsx"
import { lessonPages } from "./lesson-pages.tsx"
import { releasedPages } from "./released.tsx"
import { topicPages } from "./topic-pages.tsx"

export { LessonsCard } from "./lesson-items.tsx"

export function retrospectivePages(app: App, site: Site): void {
  boardPages(app, site)
  cardPages(app, site)
  topicPages(app, site)
  lessonPages(app, site)
  lessonEditing(app, site)
  releasedPages(app, site)
}
