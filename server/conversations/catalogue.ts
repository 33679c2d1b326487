import { type CatalogueEntry, impersonal, READERS, RETENTION } from "../accounts/index.ts"

const PEOPLE = {
  de: "die Personen des Gesprächs, sonst niemand; auch die Administration nicht",
  en: "the people of the conversation and nobody else; not administrators either",
}
const UNTIL_SWEPT = {
  de: "180 Tage, soweit die Administration keine andere Frist einstellt; früher, wenn die Person die Nachricht löscht",
  en: "180 days, unless administrators set another period; earlier when the person deletes the message",
}
const UNTIL_LEFT = {
  de: "bis die Person das Gespräch verlässt oder nichts mehr darin steht",
  en: "until the person leaves the conversation, or nothing is in it any more",
}

/** What this module stores, and what of it is about people. */
export const conversationsCatalogue: CatalogueEntry[] = [
  impersonal("conversation_settings", "id", "is_on", "kept_days"),
  impersonal("conversations", "id", "group_id", "latest_number", "latest_id"),
  {
    table: "conversations",
    columns: ["title"],
    field: { de: "Gespräche: Name des Gesprächs", en: "Conversations: the conversation's name" },
    purpose: { de: "Gespräche auseinanderhalten", en: "telling conversations apart" },
    readers: PEOPLE,
    retention: UNTIL_LEFT,
  },
  {
    table: "conversation_members",
    columns: ["conversation_id", "person_id", "has_left"],
    leaving: { person_id: "goes" },
    field: {
      de: "Gespräche: wer daran teilnimmt, oder das Gespräch der Lerngruppe verlassen hat",
      en: "Conversations: who takes part, or has left the conversation of the learning group",
    },
    purpose: { de: "sich untereinander schreiben", en: "writing to each other" },
    readers: PEOPLE,
    retention: UNTIL_LEFT,
  },
  {
    table: "conversation_members",
    columns: ["read_to"],
    field: {
      de: "Gespräche: bis zu welcher Nachricht jemand gelesen hat, ohne Zeitpunkt",
      en: "Conversations: up to which message somebody has read, without the time",
    },
    purpose: { de: "Ungelesenes zeigen", en: "showing what is unread" },
    readers: READERS.self,
    retention: UNTIL_LEFT,
  },
  impersonal("conversation_messages", "conversation_id", "number"),
  {
    table: "conversation_messages",
    columns: ["id", "author_id", "body", "html", "terms"],
    leaving: { author_id: "stays" },
    field: {
      de: "Nachrichten in Gesprächen: Text, von wem, wann; die Wörter, nach denen gesucht werden kann",
      en: "Messages in conversations: text, by whom, when; the words by which they are found",
    },
    purpose: { de: "sich untereinander schreiben", en: "writing to each other" },
    readers: PEOPLE,
    retention: UNTIL_SWEPT,
  },
  impersonal("conversation_files", "message_id", "media_type", "image", "bytes"),
  {
    table: "conversation_files",
    columns: ["id", "uploader_id", "name"],
    leaving: { uploader_id: "stays" },
    field: {
      de: "Anhänge von Nachrichten in Gesprächen: Name, von wem",
      en: "Attachments of messages in conversations: name, by whom",
    },
    purpose: { de: "einander Dateien geben", en: "giving each other files" },
    readers: PEOPLE,
    retention: UNTIL_SWEPT,
  },
  {
    table: "conversation_blocks",
    columns: ["person_id", "blocked_id"],
    leaving: { person_id: "goes", blocked_id: "goes" },
    field: {
      de: "Gespräche: wen eine Person blockiert hat",
      en: "Conversations: whom a person has blocked",
    },
    purpose: { de: "unerwünschte Nachrichten fernhalten", en: "keeping unwanted messages away" },
    readers: READERS.self,
    retention: {
      de: `bis die Person es aufhebt, sonst ${RETENTION.withPerson.de}`,
      en: `until the person lifts it, otherwise ${RETENTION.withPerson.en}`,
    },
  },
]
