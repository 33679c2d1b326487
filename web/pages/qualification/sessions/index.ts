import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { agendaPages } from "./agenda-pages.tsx"
import { attendanceForm } from "./attendance-form.ts"
import { leadingPages } from "./leading-pages.ts"
import { minutesPages } from "./minutes-pages.ts"
import { photoPages } from "./photo-pages.tsx"
import { readingPages } from "./session-pages.ts"

export function sessionPages(app: App, site: Site): void {
  readingPages(app, site)
  leadingPages(app, site)
  attendanceForm(app, site)
  agendaPages(app, site)
  photoPages(app, site)
  minutesPages(app, site)
}
