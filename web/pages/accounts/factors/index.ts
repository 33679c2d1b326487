import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { appPages } from "./app.tsx"
import { overviewPages } from "./overview.tsx"
import { setUpPages } from "./set-up.tsx"
import { signInCodePages } from "./sign-in-code.tsx"

export function factorPages(app: App, site: Site): void {
  signInCodePages(app, site)
  setUpPages(app, site)
  overviewPages(app, site)
  appPages(app, site)
}
