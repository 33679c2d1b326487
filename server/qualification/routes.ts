import { apiOf } from "../kernel/api.ts"
import type { Config } from "../kernel/config.ts"
import type { Db } from "../kernel/database.ts"
import type { FileStore } from "../kernel/files.ts"
import type { App } from "../kernel/http.ts"
import type { Keys } from "../kernel/key-file.ts"
import { assessmentRoutes } from "./assessments/routes.ts"
import { openBadgeKeys } from "./badges/keys.ts"
import { badgeRoutes } from "./badges/routes.ts"
import { certificateRoutes } from "./certificates/routes.ts"
import { cohortRoutes } from "./cohorts/routes.ts"
import { competenceRoutes } from "./competences/routes.ts"
import { consultingRoutes } from "./consulting/routes.ts"
import { eventRoutes } from "./events/routes.ts"
import type { OwnPosts } from "./evidence/queries.ts"
import { evidenceRoutes } from "./evidence/routes.ts"
import { stepFileRoutes } from "./files/routes.ts"
import type { OpenQuestions } from "./impulses/queries.ts"
import { impulseRoutes } from "./impulses/routes.ts"
import { journalRoutes } from "./journal/routes.ts"
import { memberRoutes } from "./leaving/member-routes.ts"
import { leavingRoutes } from "./leaving/routes.ts"
import { managerRoutes } from "./managers/routes.ts"
import { feedRoutes } from "./path/feed-routes.ts"
import { pathRoutes } from "./path/routes.ts"
import { planRoutes } from "./plans/routes.ts"
import { programmeRoutes } from "./programmes/routes.ts"
import { projectRoutes } from "./projects/routes.ts"
import { findCohort, listCohorts } from "./queries.ts"
import { reportRoutes } from "./reports/routes.ts"
import { retrospectiveRoutes } from "./retrospectives/routes.ts"
import { roleRequestRoutes } from "./role-requests/routes.ts"
import { CohortRow, CohortView } from "./schema.ts"
import { sessionRoutes } from "./sessions/routes.ts"
import { startRoutes } from "./starts/routes.ts"
import { takeawayRoutes } from "./takeaway/routes.ts"

/** What the module is given from outside. */
export type QualificationParts = {
  db: Db
  config: Config
  files: FileStore
  ownPosts: OwnPosts
  openQuestions: OpenQuestions
  journalKeys: Keys | null
}

export async function qualificationRoutes(app: App, parts: QualificationParts): Promise<void> {
  const { db, config, ownPosts, openQuestions, journalKeys } = parts
  coreRoutes(app, db)
  cohortRoutes(app, db)
  memberRoutes(app, db)
  feedRoutes(app, db, config)
  competenceRoutes(app, db)
  consultingRoutes(app, db)
  planRoutes(app, db)
  eventRoutes(app, db)
  programmeRoutes(app, db)
  sessionRoutes(app, parts)
  stepFileRoutes(app, parts)
  projectRoutes(app, db)
  reportRoutes(app, db)
  evidenceRoutes(app, db, ownPosts, journalKeys)
  impulseRoutes(app, db, openQuestions)
  retrospectiveRoutes(app, db)
  startRoutes(app, db)
  certificateRoutes(app, { db, config })
  assessmentRoutes(app, db)
  badgeRoutes(app, { db, config, keys: await openBadgeKeys(config) })
  journalRoutes(app, db, journalKeys)
  takeawayRoutes(app)
  pathRoutes(app, db)
  managerRoutes(app, db)
  leavingRoutes(app, db)
  roleRequestRoutes(app, db)
}

function coreRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.list("/api/cohorts", "List the own cohorts, the latest first", CohortRow, ({ actor }) =>
    listCohorts(db, actor),
  )
  api.read("/api/cohorts/:id", "Read a cohort: its dates and its people", CohortView, ({ actor, params }) =>
    findCohort(db, actor, params.id),
  )
}
