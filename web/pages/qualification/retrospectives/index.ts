import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { boardPages } from "./board-pages.ts"
import { cardPages } from "./card-pages.ts"
import { lessonPages } from "./lesson-pages.ts"
import { releasedPages } from "./released.tsx"
import { topicPages } from "./topic-pages.ts"

export { LessonsCard } from "./lesson-items.tsx"

export function retrospectivePages(app: App, site: Site): void {
  boardPages(app, site)
  cardPages(app, site)
  topicPages(app, site)
  lessonPages(app, site)
  releasedPages(app, site)
}
