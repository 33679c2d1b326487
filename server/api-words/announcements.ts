import type { Words } from "../kernel/openapi-words.ts"

/** What leads announce, and what becomes of it. */
export const announcements: Words = {
  "Announcement.group": [
    "The learning group that drafted it",
    "written by whoever published it",
    "Lerngruppe Wohngeld",
  ],
  "AnnouncementRow.group": [
    "The learning group that drafted it",
    "written by whoever published it",
    "Lerngruppe Wohngeld",
  ],
  "Announcement.link": [
    "The path of a category, a thread or an event that it is about",
    "about none",
    "/fragen/01932f3e-0000-7000-8000-00000000000a",
  ],
  "NewAnnouncement.link": [
    "The path of a category, a thread or an event that it is about",
    "about none",
    "/fragen/01932f3e-0000-7000-8000-00000000000a",
  ],
  "NewAnnouncementDraft.link": [
    "The path of a category, a thread or an event that it is about",
    "about none",
    "/fragen/01932f3e-0000-7000-8000-00000000000a",
  ],
  "EditedAnnouncement.link": [
    "The path of a category, a thread or an event that it is about",
    "about none",
    "/fragen/01932f3e-0000-7000-8000-00000000000a",
  ],
  takesComments: ["Questions can be asked and answered below it"],
  wantsAcknowledgement: ["Its readers are asked to acknowledge it"],
  "Announcement.acknowledged": ["The person who asks has acknowledged it"],
  "AnnouncementRow.acknowledged": ["The person who asks has acknowledged it"],
  draft: ["Nobody has released it yet"],
  withdrawalReason: [
    "Why it was withdrawn",
    "not withdrawn, or not for this reader",
    "Der Termin ist verschoben",
  ],
  "AnnouncementWithdrawal.reason": ["Why it is withdrawn", undefined, "Der Termin ist verschoben"],
  "Announcement.startOn": ["From when its categories take the place of e-mail and telephone", "no roll-out"],
  "EditedAnnouncement.startOn": [
    "Of a roll-out: from when its categories take the place of e-mail and telephone",
  ],
  "Replacing.startOn": ["From when they take the place of e-mail and telephone"],
  "Announcement.categories": [
    "Categories that take the place of e-mail and telephone, as far as the reader sees them",
  ],
  categoryIds: ["The categories, by id"],
  announcementId: ["The announcement, by id"],
  "NewAnnouncementDraft.groupId": ["The learning group, by id"],
  "NewRollOut.groupId": ["The learning group, by id"],
  "AnnouncementVersion.editor": ["Who wrote this version", undefined, "Anke Schöller"],
  "Acknowledged.departments": ["By department, where it tells nothing about one person"],
  "Acknowledged.others": ["All others together", "there are none, or it cannot be told"],
  "Acknowledged.total": ["All together", "it cannot be told"],
  remindedOn: ["The day of the latest reminder", "never"],
  "AcknowledgedDepartment.people": ["How many people it is about", undefined, 12],
  "AcknowledgedSum.people": ["How many people it is about", undefined, 12],
  "AcknowledgedDepartment.acknowledged": ["How many have acknowledged it", undefined, 7],
  "AcknowledgedSum.acknowledged": ["How many have acknowledged it", undefined, 7],
}
