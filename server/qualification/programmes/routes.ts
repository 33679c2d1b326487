import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { AtVersion } from "../../kernel/schemas.ts"
import { copyProgramme, discardDraft, editProgramme, prepareEdition } from "./drafts.ts"
import { offerProgramme, publishProgramme, withdrawProgramme } from "./publishing.ts"
import { findProgramme, listProgrammes } from "./queries.ts"
import { CopyOrder, EditedProgramme, ProgrammeRow, ProgrammeView } from "./schema.ts"
import { stepRoutes } from "./step-routes.ts"

export function programmeRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.list(
    "/api/programmes",
    "List the programmes that are offered, and own drafts and withdrawn ones",
    ProgrammeRow,
    ({ actor }) => listProgrammes(db, actor),
    { access: ["facilitator"] },
  )
  api.read(
    "/api/programmes/:id",
    "Read a programme with its steps; of a draft with what it lacks",
    ProgrammeView,
    ({ actor, params }) => findProgramme(db, actor, params.id),
    { access: ["facilitator"] },
  )
  draftRoutes(app, db)
  publishingRoutes(app, db)
  stepRoutes(app, db)
}

function draftRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.make(
    "/api/programmes/:id/copy",
    "Copy a programme to a draft of one's own",
    CopyOrder,
    ({ actor, params, body }) => copyProgramme(db, actor, params.id, body),
    { access: ["facilitator"] },
  )
  api.make(
    "/api/programmes/:id/editions",
    "Prepare the next edition of an own programme as a draft",
    null,
    ({ actor, params }) => prepareEdition(db, actor, params.id),
    { access: ["facilitator"] },
  )
  api.change(
    "PUT /api/programmes/:id",
    "Change name, description and requirements of a draft",
    EditedProgramme,
    ({ actor, params, body }) => editProgramme(db, actor, params.id, body),
    { access: ["facilitator"] },
  )
  api.change(
    "DELETE /api/programmes/:id",
    "Discard a draft",
    null,
    ({ actor, params }) => discardDraft(db, actor, params.id),
    { access: ["facilitator"] },
  )
}

function publishingRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.change(
    "POST /api/programmes/:id/publish",
    "Publish a draft as an edition that never changes again",
    AtVersion,
    ({ actor, params, body }) => publishProgramme(db, actor, params.id, body.version),
    { access: ["facilitator"] },
  )
  api.change(
    "POST /api/programmes/:id/withdraw",
    "Take an edition out of the choice",
    null,
    ({ actor, params }) => withdrawProgramme(db, actor, params.id),
    { access: ["facilitator"] },
  )
  api.change(
    "POST /api/programmes/:id/offer",
    "Put a withdrawn edition back into the choice",
    null,
    ({ actor, params }) => offerProgramme(db, actor, params.id),
    { access: ["facilitator"] },
  )
}
