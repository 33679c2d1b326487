import { eq } from "drizzle-orm"
import { type Loader, ofPerson } from "../accounts/index.ts"
import { fileChapter } from "./own-files.ts"
import { acknowledgements, announcementComments, announcements, announcementVersions } from "./tables.ts"

const title = { column: announcements.title, de: "Ankündigung", en: "Announcement" }

/** What announcements keep of a person. */
export const announcementsChapters: Loader[] = [
  ofPerson({
    name: "ankuendigungen",
    title: { de: "Ihre Ankündigungen", en: "Your announcements" },
    from: announcements,
    owner: announcements.authorId,
    fields: {
      title,
      text: { column: announcements.body, de: "Text", en: "Text" },
      publishAt: { column: announcements.publishAt, de: "Ab", en: "From" },
      withdrawalReason: {
        column: announcements.withdrawalReason,
        de: "Warum zurückgezogen",
        en: "Why withdrawn",
      },
    },
    order: [announcements.id],
  }),
  ofPerson({
    name: "ankuendigungen-fassungen",
    title: { de: "Von Ihnen geschriebene Fassungen", en: "Versions that you wrote" },
    from: announcementVersions,
    owner: announcementVersions.editorId,
    fields: {
      title: { column: announcementVersions.title, de: "Titel", en: "Title" },
      text: { column: announcementVersions.body, de: "Text", en: "Text" },
      at: { column: announcementVersions.at, de: "Wann", en: "When" },
    },
    order: [announcementVersions.at],
  }),
  ofPerson({
    name: "ankuendigungen-fragen",
    title: { de: "Ihre Fragen und Antworten unter Ankündigungen", en: "What you wrote below announcements" },
    from: announcementComments,
    owner: announcementComments.authorId,
    fields: { text: { column: announcementComments.body, de: "Text", en: "Text" } },
    order: [announcementComments.id],
  }),
  ofPerson({
    name: "kenntnisnahmen",
    title: { de: "Zur Kenntnis genommene Ankündigungen", en: "Announcements that you acknowledged" },
    from: acknowledgements,
    joins: [[announcements, eq(announcements.id, acknowledgements.announcementId)]],
    owner: acknowledgements.personId,
    fields: { title },
    order: [announcements.id],
  }),
  fileChapter,
]
