/**
 * The front door of the module. The modules above declare what people are told, and tell it within their writes;
 * `accounts`, which is below, has both from the kernel.
 */
import { type Db, transact } from "../kernel/database.ts"
import type { Jobs } from "../kernel/jobs.ts"
import { type Live, touch } from "../kernel/live.ts"
import { sweepInbox } from "./inbox/actions.ts"
import { sweepStoppedAddresses } from "./mail/stopped.ts"

export function notificationJobs({ jobs, db }: { jobs: Jobs; db: Db }): void {
  jobs.declare("notifications.sweep", () => sweep(db), "50 3 * * *")
}

async function sweep(db: Db): Promise<void> {
  await sweepInbox(db)
  await sweepStoppedAddresses(db)
}

/** An inbox is for the person alone. */
export function notificationChannels({ live }: { live: Pick<Live, "channel"> }): void {
  live.channel("inbox", async () => (actor, id) => actor.id === id)
}

/** Open pages of somebody look whether they are still signed in: of one who is not, the connection ends. */
export const lookAgain = (db: Db, personId: string): Promise<void> =>
  transact(db, async (tx) => touch(tx, "inbox", personId))

export {
  declareNotice,
  type Find,
  type News,
  type NoticeParts,
  notify,
  type Recipient,
} from "../kernel/notices.ts"
export { notificationsCatalogue } from "./catalogue.ts"
export { notificationsChapters } from "./chapters.ts"
export { mailJobs } from "./delivery.ts"
export { enqueueDigest } from "./digest/jobs.ts"
export { describeFaults } from "./faults/describing.ts"
export { type Fault, faultJobs } from "./faults/watching.ts"
export { forgetAbout, forgetTold, markRead, settleEntry, tellEach, tellInbox } from "./inbox/actions.ts"
export { hasRead, isTold } from "./inbox/conditions.ts"
export { ENTRY_SUBJECT, eachTime, isUnreadHere, MOST_COUNTED, UNREAD, unreadCount } from "./inbox/counting.ts"
export { type DescribeInbox, describeInTurn, type InboxFacts, listInbox } from "./inbox/queries.ts"
export { inboxRoutes } from "./inbox/routes.ts"
export { type InboxEntry, InboxQuery, ReadEntries } from "./inbox/schema.ts"
export { describeInfected, isLockedFile, tellInfected } from "./infected.ts"
export { layOut } from "./layout.ts"
export { retryMails, sendTestMail } from "./mail/actions.ts"
export { readMailQueue } from "./mail/queries.ts"
export { MAIL_QUEUES } from "./mail/queues.ts"
export { mailRoutes } from "./mail/routes.ts"
export type { MailQueue, MailTest, StoppedAddress, UnsentMail } from "./mail/schema.ts"
export {
  describeMailFailures,
  isOwnAddressStopped,
  listStoppedAddresses,
  MAIL_FAILURES,
  openStoppedAddresses,
  recordMailFailure,
  resumeAddress,
} from "./mail/stopped.ts"
export { mailboxJobs } from "./mailbox/delivery.ts"
export { tellMailbox } from "./mailbox/telling.ts"
export type { MailboxNotice } from "./mailbox/words.ts"
export {
  type Audience,
  INBOX_NOTICES,
  type InboxNotice,
  MAIL_TIMES,
  type MailTime,
  OPTIONAL_NOTICES,
  reasonOf,
} from "./reasons.ts"
export {
  isReplyTag,
  type ReplyKind,
  readReplyTag,
  replyAddress,
  taggedAddress,
  tagOf,
} from "./reply-address.ts"
export {
  changeMailSettings,
  pauseMails,
  resumeMails,
  setMailTime,
  setMailTimes,
} from "./settings/actions.ts"
export { findMailSettings } from "./settings/queries.ts"
export { settingsRoutes } from "./settings/routes.ts"
export { AllMailTimes, MailSettings, type MailSettingsView } from "./settings/schema.ts"
export { findSubscription, unsubscribe, unsubscribingFrom } from "./unsubscribe.ts"
export { dropWaiting } from "./waiting.ts"
