import { ROUND } from "./assessments/notices.ts"
import { SESSION } from "./cohorts/notices.ts"
import { EVENT } from "./events/notices.ts"
import { LEFT, REMOVED } from "./leaving/notices.ts"

/** What people are told in a qualification beside the entries of their inbox. */
export const qualificationNotices = [SESSION, EVENT, ROUND, LEFT, REMOVED]
