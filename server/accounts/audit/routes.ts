import type { App } from "../../kernel/http.ts"
import type { AccountParts } from "../parts.ts"
import { listAudit } from "./queries.ts"
import { AuditPage, AuditQuery } from "./schema.ts"

export async function auditRoutes(app: App, { db, describeSubjects }: AccountParts): Promise<void> {
  app.get(
    "/api/audit",
    { config: { access: ["admin"] }, schema: { querystring: AuditQuery, response: { 200: AuditPage } } },
    async ({ actor, query }) => listAudit(db, actor, describeSubjects, query),
  )
}
