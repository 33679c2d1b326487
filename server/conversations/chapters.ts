import { asc, eq } from "drizzle-orm"
import { inArchive, type Loader, ofPerson, withFiles } from "../accounts/index.ts"
import {
  conversationBlocks,
  conversationFiles,
  conversationMembers,
  conversationMessages,
  conversations,
} from "./tables.ts"

/** The files themselves as well. */
const fileChapter: Loader = async (reader, actor) => {
  const rows = await reader
    .select()
    .from(conversationFiles)
    .where(eq(conversationFiles.uploaderId, actor.id))
    .orderBy(asc(conversationFiles.id))
  const found = rows.map(({ id, name }) => ({ key: id, name, row: { name } }))
  return {
    name: "gespraeche-dateien",
    tables: ["conversation_files"],
    title: { de: "Dateien zu Ihren Nachrichten", en: "Files of your messages" },
    labels: { name: { de: "Name", en: "Name" }, file: inArchive },
    ...withFiles("gespraeche", found),
  }
}

/** What conversations keep of a person: what they wrote, not what they were written. */
export const conversationsChapters: Loader[] = [
  ofPerson({
    name: "gespraeche",
    title: { de: "Ihre Gespräche", en: "Your conversations" },
    from: conversationMembers,
    joins: [[conversations, eq(conversations.id, conversationMembers.conversationId)]],
    owner: conversationMembers.personId,
    fields: {
      title: { column: conversations.title, de: "Name", en: "Name" },
      hasLeft: { column: conversationMembers.hasLeft, de: "Verlassen", en: "Left" },
      readTo: { column: conversationMembers.readTo, de: "Gelesen bis Nachricht", en: "Read up to message" },
    },
    order: [conversations.id],
  }),
  ofPerson({
    name: "nachrichten",
    title: { de: "Ihre Nachrichten", en: "Your messages" },
    from: conversationMessages,
    owner: conversationMessages.authorId,
    fields: { text: { column: conversationMessages.body, de: "Text", en: "Text" } },
    order: [conversationMessages.id],
  }),
  ofPerson({
    name: "blockiert",
    title: { de: "Von Ihnen blockierte Personen", en: "People whom you blocked" },
    from: conversationBlocks,
    owner: conversationBlocks.personId,
    fields: { person: { column: conversationBlocks.blockedId, de: "Kennung", en: "Id" } },
    order: [conversationBlocks.blockedId],
  }),
  fileChapter,
]
