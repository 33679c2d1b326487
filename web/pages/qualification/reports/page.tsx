import type { Actor } from "../../../../server/kernel/actor.ts"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { findCohort } from "../../../../server/qualification/core.ts"
import {
  ApprovedReport,
  approveReport,
  Contributions,
  composeReport,
  contribute,
  findReleased,
  findReport,
  ReleasedReport,
  releaseReport,
  SavedReport,
  saveReport,
  withdrawReport,
} from "../../../../server/qualification/outcome.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import type { FormState } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import type { Tried } from "../../../page-forms.ts"
import type { Site } from "../../../site.tsx"
import { cohortPage } from "../cohort-page.tsx"
import { REPORT_FIELDS, reportFields, reportIn, reportLabels } from "./editing.tsx"
import { ForManager } from "./manager.tsx"
import { reportOf } from "./places.ts"
import { Work } from "./work.tsx"

const PATH = reportOf(":id")
const { read, ...actions } = actionsOf({
  contribute: Contributions,
  compose: NoInput,
  save: SavedReport,
  approve: ApprovedReport,
  release: ReleasedReport,
  withdraw: NoInput,
})

/** From single experiences to the released report; managers read what was released on the same page. */
export function reportPage(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page(PATH, {
    find: ({ db, actor, params }) => findCohort(db, actor, params.id),
    show: (ask, cohort) =>
      cohort.parts.some((part) => part !== "manager") ? showWork(ask, null) : showReleased(ask),
    reads: ({ params }) => params.id,
  })
  pages.form(PATH, {
    ...actions,
    fields: [...REPORT_FIELDS, "version", "expiresOn", "action"],
    read: (fields) =>
      textOf(fields, "action") === "save" ? { action: "save", ...reportIn(fields) } : read(fields),
    fault: ({ field, ...fault }) => ({ ...fault, field: field.split(".")[1] ?? field }),
    labels: reportLabels,
    find: ({ db, actor, params }) => findReport(db, actor, params.id),
    start: reportFields,
    act: async ({ db, actor, params: { id } }, sent): Promise<Next> => {
      const here = reportOf(id)
      switch (sent.action) {
        case "contribute": {
          const { action: _, ...contributions } = sent
          await contribute(db, actor, id, contributions)
          return [here, "report-contributed"]
        }
        case "save":
          await saveReport(db, actor, id, { version: sent.version, fields: sent.fields })
          return [`${here}#vorschau`, "saved"]
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
    again: (ask, _, form) => showWork(ask, triedOf(form)),
  })
}

/** Only whoever sent the text has something to compare with a newer one; the others are told. */
function triedOf(form: FormState): Tried {
  const at = textOf(form.fields, "action")
  return { at, form: at === "save" ? form : { ...form, newer: null } }
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
