import { asc, eq } from "drizzle-orm"
import { inArchive, type Loader, withFiles } from "../accounts/index.ts"
import { announcementFiles } from "./tables.ts"

/** The files themselves as well. */
export const fileChapter: Loader = async (reader, actor) => {
  const rows = await reader
    .select()
    .from(announcementFiles)
    .where(eq(announcementFiles.uploaderId, actor.id))
    .orderBy(asc(announcementFiles.id))
  const found = rows.map(({ id, name, caption }) => ({ key: id, name, row: { name, caption } }))
  return {
    name: "ankuendigungen-dateien",
    tables: ["announcement_files"],
    title: { de: "Dateien zu Ankündigungen", en: "Files of announcements" },
    labels: {
      name: { de: "Name", en: "Name" },
      caption: { de: "Was zu sehen ist", en: "What it shows" },
      file: inArchive,
    },
    ...withFiles("ankuendigungen", found),
  }
}
