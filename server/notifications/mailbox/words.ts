/** Each sentence goes on after the greeting. A shared mailbox has no language of its own: it is written to in German. */
const NEWS = {
  "forum.new-question": {
    subject: "Neue Fachfrage",
    opening: (department: string) => `für „${department}“ gibt es eine neue Fachfrage.`,
    link: "Zur Frage",
  },
  "forum.passed-to-us": {
    subject: "Weitergegebene Fachfrage",
    opening: (department: string) => `eine Fachfrage wurde an „${department}“ abgegeben.`,
    link: "Zur Frage",
  },
  "forum.replied": {
    subject: "Antwort auf eine Rückfrage",
    opening: (department: string) => `auf eine Rückfrage von „${department}“ wurde geantwortet.`,
    link: "Lesen",
  },
  "forum.wanted-soon": {
    subject: "Frist für eine Fachfrage",
    opening: (department: string) =>
      `eine offene Fachfrage an „${department}“ soll in den nächsten zwei Arbeitstagen beantwortet sein.`,
    link: "Zur Frage",
  },
}

/** What a shared mailbox hears of. */
export type MailboxNotice = keyof typeof NEWS

export const MAILBOX_WORDS = {
  news: NEWS,
  placed: (category: string) => `Kategorie: ${category}`,
  below: (department: string) =>
    `Diese E-Mail geht an das Funktionspostfach von „${department}“, weil dort Fachfragen dieser Kategorie beantwortet werden. Die Adresse ändert die Administration des Forums.`,
}
