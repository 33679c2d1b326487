import type { Actor } from "../../../../server/kernel/actor.ts"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import {
  ApprovedReport,
  approveReport,
  Contributions,
  composeReport,
  contribute,
  findCohort,
  findReleased,
  findReport,
  ReleasedReport,
  releaseReport,
  withdrawReport,
} from "../../../../server/qualification/index.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import type { Tried } from "../../../page-forms.ts"
import type { Site } from "../../../site.tsx"
import { cohortPage } from "../cohort-page.tsx"
import { ForManager } from "./manager.tsx"
import { OWN, reportOf, STEPS } from "./places.ts"
import { Work } from "./work.tsx"

/** From single experiences to the released report; managers read what was released on the same page. */
export function reportPage(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page("/lerngruppen/:id/rueckmeldung", {
    find: ({ db, actor, params }) => findCohort(db, actor, params.id),
    show: (ask, cohort) =>
      cohort.parts.some((part) => part !== "manager") ? showWork(ask, null) : showReleased(ask),
  })
  pages.form("/lerngruppen/:id/rueckmeldung", {
    ...actionsOf({ compose: NoInput, approve: ApprovedReport, release: ReleasedReport, withdraw: NoInput }),
    labels: (t) => ({ expiresOn: t.errors.labels.expiresOn }),
    find: ({ db, actor, params }) => findReport(db, actor, params.id),
    act: async ({ db, actor, params: { id } }, sent): Promise<Next> => {
      const here = reportOf(id)
      switch (sent.action) {
        case "compose":
          await composeReport(db, actor, id)
          return [`${here}#zusammenstellen`, "report-composing"]
        case "approve":
          await approveReport(db, actor, id, sent.version)
          return [here, "report-approved"]
        case "release":
          await releaseReport(db, actor, id, { version: sent.version, expiresOn: sent.expiresOn })
          return [here, "report-released"]
        default:
          await withdrawReport(db, actor, id)
          return [here, "report-withdrawn"]
      }
    },
    to: (next) => next,
    again: (ask, _, form) => showWork(ask, { form, at: STEPS }),
  })
  pages.form("/lerngruppen/:id/rueckmeldung/erfahrungen", {
    find: ({ db, actor, params }) => findReport(db, actor, params.id),
    input: Contributions,
    labels: (t) => t.qualification.reports.prompts,
    act: ({ db, actor, params }, value) => contribute(db, actor, params.id, value),
    to: (_, __, { params }) => [reportOf(params.id), "report-contributed"],
    again: (ask, _, form) => showWork(ask, { form, at: OWN }),
  })
}

async function showWork({ db, actor, params, t }: Ask, tried: Tried | null) {
  const report = await findReport(db, actor, params.id)
  const cohort = await findCohort(db, actor, params.id)
  return cohortPage(
    t,
    cohort,
    { title: t.qualification.reports.title, width: "reading" },
    <Work t={t} cohortId={cohort.id} report={report} tried={tried} />,
  )
}

async function showReleased({ db, actor, params, t }: Ask) {
  const released = await releasedOrNone(db, actor, params.id)
  const cohort = await findCohort(db, actor, params.id)
  return cohortPage(
    t,
    cohort,
    { title: t.qualification.reports.managerTitle, width: "reading" },
    <ForManager t={t} cohortId={cohort.id} released={released} />,
  )
}

/** Managers must not learn whether there is one that was not released. */
async function releasedOrNone(db: Ask["db"], actor: Actor, cohortId: string) {
  try {
    return await findReleased(db, actor, cohortId)
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return null
    throw error
  }
}
