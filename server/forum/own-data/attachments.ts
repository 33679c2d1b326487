import { and, asc, eq, isNull } from "drizzle-orm"
import { inArchive, type Loader, withFiles } from "../../accounts/index.ts"
import { attachments } from "../tables.ts"

/** The files themselves as well. */
export const attachmentChapter: Loader = async (reader, actor) => {
  const rows = await reader
    .select()
    .from(attachments)
    .where(and(eq(attachments.uploaderId, actor.id), isNull(attachments.removedAt)))
    .orderBy(asc(attachments.id))
  const found = rows.map(({ id, name, alternative, createdAt }) => {
    return { key: id, name, row: { name, alternative, createdAt: createdAt.toISOString() } }
  })
  return {
    name: "anhaenge",
    tables: ["attachments"],
    title: { de: "Anhänge", en: "Attachments" },
    labels: {
      name: { de: "Name", en: "Name" },
      alternative: { de: "Was zu sehen ist", en: "What it shows" },
      createdAt: { de: "Hochgeladen am", en: "Uploaded on" },
      file: inArchive,
    },
    ...withFiles("anhaenge", found),
  }
}
