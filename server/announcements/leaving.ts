import { eq } from "drizzle-orm"
import type { LeavingPart } from "../accounts/index.ts"
import { announcementComments } from "./tables.ts"

/** Announcements stay the authority's; what somebody asked or said below them is their own. */
export const announcementsLeaving: LeavingPart = {
  async leave({ db }, { id, posts }) {
    if (posts === "go") await db.delete(announcementComments).where(eq(announcementComments.authorId, id))
  },
}
