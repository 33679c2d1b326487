import { asc, eq } from "drizzle-orm"
import type { Loader } from "../../accounts/index.ts"
import { openContent } from "../journal/sealing.ts"
import { journalEntries } from "../journal/tables.ts"

/** The own journal as its person takes it along: readable, so far as the keys are there. */
export const journalChapter: Loader = async (reader, actor, keys) => {
  const rows = await reader
    .select()
    .from(journalEntries)
    .where(eq(journalEntries.personId, actor.id))
    .orderBy(asc(journalEntries.id))
  return {
    name: "lerntagebuch",
    tables: ["journal_entries"],
    title: { de: "Lerntagebuch", en: "Journal" },
    labels: {
      writtenOn: { de: "Tag", en: "Day" },
      title: { de: "Titel", en: "Title" },
      body: { de: "Text", en: "Text" },
      unreadable: {
        de: "Nicht lesbar, weil der Schlüssel fehlt",
        en: "Unreadable, because the key is missing",
      },
    },
    rows: rows.map((row) => {
      const content = keys && openContent(keys, row)
      return {
        writtenOn: row.writtenOn,
        title: content?.title ?? null,
        body: content?.body ?? null,
        unreadable: content ? null : true,
      }
    }),
  }
}
