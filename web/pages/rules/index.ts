import type { App } from "../../../server/kernel/http.ts"
import type { Site } from "../../site.tsx"
import { draftPages } from "./draft.tsx"
import { readingPages } from "./reading.tsx"
import { writingPages } from "./writing.tsx"

export function rulesPages(app: App, site: Site): void {
  readingPages(app, site)
  draftPages(app, site)
  writingPages(app, site)
}
