/** The front door of the module: papers that are made of what the program knows of itself. */

export { type Criterion, clauseOf, readCriteria, resultIn } from "./accessibility/criteria.ts"
export { ACCESSIBILITY_RUNS, runLabels } from "./accessibility/runs.ts"
export { PaperFault, writeAccessibility, writeFolder } from "./commands.ts"
export { compareFolders } from "./compare.ts"
export { approvalFolder, type FolderSources } from "./folder.ts"
export { folderJson, folderPdf } from "./pdf.ts"
export { readRelease } from "./release.ts"
export { paperRoutes } from "./routes.ts"
export { ApprovalFolder, type FolderChanges } from "./schema.ts"
