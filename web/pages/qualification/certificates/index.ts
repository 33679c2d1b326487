import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { badgePage } from "./badge.tsx"
import { certificatePages } from "./certificate.tsx"
import { deletionPages } from "./deletion.tsx"
import { ownCertificatesPage } from "./own.tsx"
import { verificationPages } from "./verification.tsx"

/** Certificates, from issuing to the public check. */
export function certificatesPages(app: App, site: Site): void {
  ownCertificatesPage(app, site)
  certificatePages(app, site)
  badgePage(app, site)
  deletionPages(app, site)
  verificationPages(app, site)
}
