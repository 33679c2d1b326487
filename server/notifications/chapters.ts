import { type Loader, ofPerson } from "../accounts/index.ts"
import { byCode } from "../kernel/order.ts"
import { inboxEntries, mailRests, mailTimes, stoppedAddresses } from "./tables.ts"

/** What is kept of what a person was told, and of how they want to be. */
export const notificationsChapters: Loader[] = [
  ofPerson({
    name: "benachrichtigungen",
    title: { de: "Benachrichtigungen", en: "Notifications" },
    from: inboxEntries,
    owner: inboxEntries.personId,
    fields: {
      notice: { column: inboxEntries.notice, de: "Anlass", en: "Reason" },
      isRead: { column: inboxEntries.isRead, de: "Gelesen", en: "Read" },
      mailedAt: { column: inboxEntries.mailedAt, de: "Per E-Mail am", en: "By e-mail on" },
    },
    order: [inboxEntries.id],
  }),
  ofPerson({
    name: "e-mail-zeiten",
    title: { de: "Wann Sie wozu E-Mails möchten", en: "When you want e-mails about what" },
    from: mailTimes,
    owner: mailTimes.personId,
    fields: {
      reason: { column: mailTimes.reason, de: "Anlass", en: "Reason" },
      time: { column: mailTimes.time, de: "Wann", en: "When" },
    },
    order: [byCode(mailTimes.reason)],
  }),
  ofPerson({
    name: "ruhezeiten",
    title: { de: "Wann Sie keine E-Mails möchten", en: "When you want no e-mails" },
    from: mailRests,
    owner: mailRests.personId,
    fields: {
      quietFrom: { column: mailRests.quietFrom, de: "Von", en: "From" },
      quietUntil: { column: mailRests.quietUntil, de: "Bis", en: "Until" },
      quietOnDaysOff: { column: mailRests.quietOnDaysOff, de: "An freien Tagen", en: "On days off" },
      pausedUntil: { column: mailRests.pausedUntil, de: "Pause bis", en: "Paused until" },
    },
    order: [mailRests.personId],
  }),
  ofPerson({
    name: "abgelehnte-adressen",
    title: { de: "Adressen, die ein Mailserver abgelehnt hat", en: "Addresses that a mail server refused" },
    from: stoppedAddresses,
    owner: stoppedAddresses.personId,
    fields: {
      address: { column: stoppedAddresses.addressKey, de: "Adresse", en: "Address" },
      code: { column: stoppedAddresses.code, de: "Code", en: "Code" },
      at: { column: stoppedAddresses.at, de: "Seit", en: "Since" },
    },
    order: [stoppedAddresses.id],
  }),
]
