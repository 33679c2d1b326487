import { apiOf } from "../kernel/api.ts"
import type { App } from "../kernel/http.ts"
import { compareFolders } from "./compare.ts"
import { approvalFolder, type FolderSources } from "./folder.ts"
import { ApprovalFolder, FolderChanges } from "./schema.ts"

export async function paperRoutes(app: App, sources: FolderSources): Promise<void> {
  const api = apiOf(app)
  const access = ["admin"] as const
  api.read(
    "/api/approval-folder",
    "Read what staff council, data protection and IT security are shown before they agree",
    ApprovalFolder,
    () => approvalFolder(sources),
    { access },
  )
  api.change(
    "POST /api/approval-folder/changes",
    "Compare an earlier approval folder with the present one",
    ApprovalFolder,
    ({ body }) => compareFolders(body, approvalFolder(sources)),
    { access, answer: FolderChanges },
  )
}
