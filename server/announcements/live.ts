import { eq, inArray } from "drizzle-orm"
import type { Db } from "../kernel/database.ts"
import type { Live } from "../kernel/live.ts"
import { maySee } from "./policy.ts"
import { announcementDepartments, announcements } from "./tables.ts"

/** To the comments of an announcement listens whoever may read it; a draft has none. */
export function announcementChannels({ live, db }: { live: Pick<Live, "channel">; db: Db }): void {
  live.channel("announcement", async (ids) => {
    const rows = await db
      .select({ announcement: announcements, departmentId: announcementDepartments.departmentId })
      .from(announcements)
      .leftJoin(announcementDepartments, eq(announcementDepartments.announcementId, announcements.id))
      .where(inArray(announcements.id, ids))
    const found = Map.groupBy(rows, ({ announcement }) => announcement.id)
    return (actor, id) => {
      const listed = found.get(id) ?? []
      const departmentIds = listed.flatMap(({ departmentId }) => departmentId ?? [])
      const [first] = listed
      return first !== undefined && maySee(actor, { ...first.announcement, departmentIds }, [])
    }
  })
}
