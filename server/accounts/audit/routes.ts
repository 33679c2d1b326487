import { apiOf } from "../../kernel/api.ts"
import type { App } from "../../kernel/http.ts"
import type { AccountParts } from "../parts.ts"
import { listAudit } from "./queries.ts"
import { AuditPage, AuditQuery } from "./schema.ts"

export async function auditRoutes(app: App, { db, describeSubjects }: AccountParts): Promise<void> {
  const api = apiOf(app)
  api.read(
    "/api/audit",
    "List the audit log",
    AuditPage,
    ({ actor, query }) => listAudit(db, actor, describeSubjects, query),
    { access: ["admin"], query: AuditQuery },
  )
}
