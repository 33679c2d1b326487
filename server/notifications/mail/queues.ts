import { NOTICE_QUEUE } from "../../kernel/notices.ts"
import { DIGEST_QUEUE } from "../digest/queries.ts"
import { FORMER_QUEUES } from "../former-queues.ts"
import { BUNDLE_QUEUE } from "../inbox/actions.ts"
import { MAILBOX_QUEUE } from "../mailbox/telling.ts"

/** Where mails wait. */
export const MAIL_QUEUES = [NOTICE_QUEUE, BUNDLE_QUEUE, DIGEST_QUEUE, MAILBOX_QUEUE, ...FORMER_QUEUES]
