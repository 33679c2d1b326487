import { and, eq, isNotNull } from "drizzle-orm"
import { declareNotice } from "../../kernel/notices.ts"
import { ownArchives } from "./tables.ts"
import { inPlainWords } from "./words.ts"

const de = {
  subject: "Ihre Daten sind zusammengestellt",
  text: (until: string) =>
    `das Archiv Ihrer Daten, das Sie angefordert haben, ist fertig. Bis zum ${until} können Sie es herunterladen; danach wird es gelöscht.`,
  link: "Zur Seite „Meine Daten“",
}
const en: typeof de = {
  subject: "Your data are put together",
  text: (until) =>
    `the archive of your data that you asked for is ready. You can download it until ${until}; after that it is deleted.`,
  link: "To the page “My data”",
}

/** For whoever asked for it: it may take longer than somebody looks at a page. */
export const ARCHIVE_READY = declareNotice({
  name: "accounts.own-data-ready",
  always: "It comes only when somebody asks for it.",
  ids: ["archiveId"],
  words: { de, en },
  find: async ({ db }, { actor }, { archiveId }) => {
    const [archive] = await db
      .select({ expiresAt: ownArchives.expiresAt })
      .from(ownArchives)
      .where(
        and(
          eq(ownArchives.id, archiveId),
          eq(ownArchives.personId, actor.id),
          isNotNull(ownArchives.readyAt),
        ),
      )
    return archive ? { known: archive, content: null, path: "/profil/meine-daten" } : null
  },
  write: ({ subject, text, link }, { expiresAt }, _content, locale) => ({
    subject,
    paragraphs: [text(inPlainWords(expiresAt.toISOString(), locale))],
    link,
  }),
})
