import { NOTICE_QUEUE } from "../../kernel/notices.ts"
import { FORMER_QUEUES } from "../former-queues.ts"

/** Where mails wait. */
export const MAIL_QUEUES = [NOTICE_QUEUE, ...FORMER_QUEUES]
