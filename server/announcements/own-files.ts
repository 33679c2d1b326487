import { asc, eq } from "drizzle-orm"
import type { Loader } from "../accounts/index.ts"
import { announcementFiles } from "./tables.ts"

/** The files themselves as well; two may have one name. */
export const fileChapter: Loader = async (reader, actor) => {
  const rows = await reader
    .select()
    .from(announcementFiles)
    .where(eq(announcementFiles.uploaderId, actor.id))
    .orderBy(asc(announcementFiles.id))
  const taken = rows.map(({ id, name, caption }, index) => {
    return { key: id, row: { name, caption, file: `ankuendigungen/${index + 1}-${name}` } }
  })
  return {
    name: "ankuendigungen-dateien",
    tables: ["announcement_files"],
    title: { de: "Dateien zu Ankündigungen", en: "Files of announcements" },
    labels: {
      name: { de: "Name", en: "Name" },
      caption: { de: "Was zu sehen ist", en: "What it shows" },
      file: { de: "Im Archiv", en: "In the archive" },
    },
    rows: taken.map(({ row }) => row),
    files: taken.map(({ key, row }) => ({ path: row.file, key })),
  }
}
