import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { certificatePages } from "./pages.tsx"
import { verificationPages } from "./verification.tsx"

/** Certificates, from issuing to the public check. */
export function certificatesPages(app: App, site: Site): void {
  certificatePages(app, site)
  verificationPages(app, site)
}
