import { eq, sql } from "drizzle-orm"
import type { UploadedFiles } from "../kernel/file-checking.ts"
import { touch } from "../kernel/live.ts"
import { announcementFiles } from "./tables.ts"

/** The files of announcements, for the virus scanner. */
export const uploadedAnnouncementFiles: UploadedFiles = {
  ids: sql`select id from ${announcementFiles}`,
  async find(reader, id) {
    const [found] = await reader.select().from(announcementFiles).where(eq(announcementFiles.id, id))
    if (!found) return null
    const { name, uploaderId, announcementId } = found
    return {
      name,
      uploaderId,
      address: `/ankuendigungen/${announcementId}#dateien`,
      settled: async (tx) => touch(tx, "announcement", announcementId),
    }
  },
}
