import { and, asc, eq, isNull } from "drizzle-orm"
import type { Loader } from "../../accounts/index.ts"
import { attachments } from "../tables.ts"

/** The files themselves as well; two may have one name. */
export const attachmentChapter: Loader = async (reader, actor) => {
  const rows = await reader
    .select()
    .from(attachments)
    .where(and(eq(attachments.uploaderId, actor.id), isNull(attachments.removedAt)))
    .orderBy(asc(attachments.id))
  const taken = rows.map(({ id, name, alternative, createdAt }, index) => {
    const file = `anhaenge/${index + 1}-${name}`
    return { key: id, row: { name, alternative, createdAt: createdAt.toISOString(), file } }
  })
  return {
    name: "anhaenge",
    tables: ["attachments"],
    title: { de: "Anhänge", en: "Attachments" },
    labels: {
      name: { de: "Name", en: "Name" },
      alternative: { de: "Was zu sehen ist", en: "What it shows" },
      createdAt: { de: "Hochgeladen am", en: "Uploaded on" },
      file: { de: "Im Archiv", en: "In the archive" },
    },
    rows: taken.map(({ row }) => row),
    files: taken.map(({ key, row }) => ({ path: row.file, key })),
  }
}
