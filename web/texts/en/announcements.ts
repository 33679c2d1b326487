import type { announcements as german } from "../de/announcements.ts"
import type { Translated } from "../translated.ts"

export const announcements: Translated<typeof german> = {
  title: "Announcements",
  lead: "What leads and the administration tell everybody or single departments.",
  all: "All announcements",
  new: "New announcement",
  emptyTitle: "No announcements yet",
  emptyText: "What is announced to you appears here.",
  emptyOwn: "Publish the first one, for example about the start of the forum.",
  planned: "planned",
  withdrawn: "withdrawn",
  edited: "edited",
  by: (name) => `by ${name}`,
  to: (names) => `To: ${names}`,
  plannedText: "This announcement is not published yet. It becomes visible:",
  withdrawnText: "This announcement is withdrawn. Only its author and the administration still see it.",
  shownUntil: "On the start page until",
  edit: "Edit",
  withdraw: "Withdraw",
  withdrawText:
    "The announcement disappears for all readers. This cannot be undone, but you can write a new one.",
  withdrawNow: "Withdraw announcement",
  editTitle: "Edit announcement",
  publish: "Publish",
  save: "Save change",
  titleHint: "Short, and so that people know at once what it is about.",
  toListed: (departments) => `for chosen ${departments} only`,
  forAll: (departments) => `for all ${departments}`,
  departmentsHint: "Please choose those below one by themselves.",
  publishAtHint: "Leave empty to publish at once. Otherwise date and time.",
  showUntilHint: "The last day on the start page. After that the announcement stays in the list.",
  publishedNote: "This announcement is published already. Therefore its time stays as it is.",
  conflictTitle: "Somebody has changed this announcement meanwhile",
  conflictText:
    "Below is your text as you wrote it. Compare it with the new version: if you save, your text replaces that one.",
  conflictOwn: "Your version",
}
