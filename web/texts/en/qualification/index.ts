import { assessments, preparation, round } from "./assessments.ts"
import { certificates } from "./certificates.ts"
import { cohortDates } from "./cohort-dates.ts"
import { cohorts } from "./cohorts.ts"
import { competences, selfRating } from "./competences.ts"
import { consulting } from "./consulting.ts"
import { events } from "./events.ts"
import { evidence } from "./evidence.ts"
import { files } from "./files.ts"
import { impulses } from "./impulses.ts"
import { journal } from "./journal.ts"
import { leaving } from "./leaving.ts"
import { managed } from "./managed.ts"
import { path, stand } from "./path.ts"
import { plans } from "./plans.ts"
import { programmes } from "./programmes.ts"
import { projects } from "./projects.ts"
import { reports } from "./reports.ts"
import { lessons, retrospectives } from "./retrospectives.ts"
import { roles } from "./roles.ts"
import { sessions } from "./sessions.ts"
import { sheets } from "./sheets.ts"
import { starts } from "./starts.ts"
import { takeaway } from "./takeaway.ts"
import { timer } from "./timer.ts"

/** The qualification, one file per part of it. */
export const qualification = {
  cohorts,
  certificates,
  cohortDates,
  competences,
  selfRating,
  consulting,
  plans,
  programmes,
  impulses,
  path,
  stand,
  events,
  evidence,
  files,
  journal,
  leaving,
  managed,
  projects,
  reports,
  retrospectives,
  lessons,
  roles,
  starts,
  takeaway,
  timer,
  sessions,
  sheets,
  assessments,
  preparation,
  round,
}
