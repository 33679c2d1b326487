import { ROUND } from "./assessments/notices.ts"
import { CERTIFICATE } from "./certificates/notices.ts"
import { SESSION } from "./cohorts/notices.ts"
import { EVENT } from "./events/notices.ts"
import { LEFT, REMOVED } from "./leaving/notices.ts"
import { ANSWERED, SUBMITTED } from "./projects/notices.ts"
import { REPORT } from "./reports/notices.ts"
import { MINUTES } from "./sessions/notices.ts"

/** Everything that people are told in a qualification. */
export const qualificationNotices = [
  SESSION,
  EVENT,
  ROUND,
  MINUTES,
  SUBMITTED,
  ANSWERED,
  REPORT,
  CERTIFICATE,
  LEFT,
  REMOVED,
]
