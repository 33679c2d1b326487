import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { FileStore } from "../../kernel/files.ts"
import type { App } from "../../kernel/http.ts"
import { handIn, handOut, removeStepFile } from "./actions.ts"
import { accessFiledStep, bringerOf } from "./policy.ts"
import { listStepFiles } from "./queries.ts"
import { StepFilesView } from "./schema.ts"
import { uploadRoute } from "./upload-route.ts"

export function stepFileRoutes(app: App, { db, files }: { db: Db; files: FileStore }): void {
  const api = apiOf(app)
  api.read(
    "/api/cohort-steps/:id/files",
    "List what was handed out for a step, and the sheets filled in for it that one may see",
    StepFilesView,
    ({ actor, params }) => listStepFiles(db, actor, params.id),
  )
  uploadRoute(app, "/api/cohort-steps/:id/handouts", {
    summary: "Hand out a file to the whole group, as a facilitator",
    field: "files",
    find: async (actor, id) => bringerOf(await accessFiledStep(db, actor, id), "handout"),
    act: (actor, id, file) => handOut(db, files, actor, id, file),
  })
  uploadRoute(app, "/api/cohort-steps/:id/sheets", {
    summary: "Hand in the photo of an own sheet of paper, for oneself and the facilitators",
    field: "photos",
    find: async (actor, id) => bringerOf(await accessFiledStep(db, actor, id), "sheet"),
    act: (actor, id, file) => handIn(db, files, actor, id, file),
  })
  api.change("DELETE /api/step-files/:id", "Remove a file of a step", null, ({ actor, params }) =>
    removeStepFile(db, files, actor, params.id),
  )
}
