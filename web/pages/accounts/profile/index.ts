import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { leavingPages } from "./leaving.tsx"
import { ownDataPages } from "./own-data.tsx"
import { ownPasswordPages } from "./own-password.tsx"
import { profilePage } from "./profile.tsx"
import { sessionPages } from "./sessions.tsx"
import { ownTokenPages } from "./tokens.tsx"

export function profilePages(app: App, site: Site): void {
  profilePage(app, site)
  sessionPages(app, site)
  ownPasswordPages(app, site)
  ownTokenPages(app, site)
  ownDataPages(app, site)
  leavingPages(app, site)
}
