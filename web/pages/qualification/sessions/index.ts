import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { agendaPages } from "./agenda-pages.tsx"
import { entryPages } from "./entry-pages.tsx"
import { leadingPages } from "./leading.tsx"
import { minutesPages } from "./minutes-pages.ts"
import { photoPages } from "./photo-pages.tsx"
import { projectorPages } from "./projector.tsx"
import { readingPages } from "./reading.tsx"
import { roundPages } from "./round.tsx"

export function sessionPages(app: App, site: Site): void {
  readingPages(app, site)
  leadingPages(app, site)
  projectorPages(app, site)
  agendaPages(app, site)
  entryPages(app, site)
  photoPages(app, site)
  roundPages(app, site)
  minutesPages(app, site)
}
