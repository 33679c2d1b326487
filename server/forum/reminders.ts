import type { Db } from "../kernel/database.ts"
import { tellComingReviews } from "./answers/reviews.ts"
import { tellWanted } from "./questions/wanted.ts"

/** The timed job: what comes up soon, for those who have to answer or review it. */
export async function remindDepartments(db: Db): Promise<void> {
  await tellWanted(db)
  await tellComingReviews(db)
}
