import { apiOf } from "../../kernel/api.ts"
import type { Config } from "../../kernel/config.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import type { Post } from "../../kernel/mail.ts"
import { retryMails, sendTestMail } from "./actions.ts"
import { readMailQueue } from "./queries.ts"
import { MailQueue, MailsRetried, MailTest, StoppedAddress } from "./schema.ts"
import { listStoppedAddresses, resumeAddress } from "./stopped.ts"

type Parts = { config: Config; db: Db; post: Post }

/** Beside `GET /api/operation/mail`, which says how mails leave. */
export async function mailRoutes(app: App, parts: Parts): Promise<void> {
  const { db } = parts
  const api = apiOf(app)
  const access = ["admin"] as const
  api.read(
    "/api/operation/mail/queue",
    "List the e-mails that wait and those that failed, without their content",
    MailQueue,
    ({ actor }) => readMailQueue(db, actor),
    { access },
  )
  api.change(
    "POST /api/operation/mail/queue/retry",
    "Try all e-mails again that were given up",
    null,
    ({ actor }) => retryMails(db, actor),
    { access, answer: MailsRetried },
  )
  api.change(
    "POST /api/operation/mail/test",
    "Send a test mail to oneself at once, and say what the mail server answers",
    null,
    ({ actor }) => sendTestMail(parts, actor),
    { access, answer: MailTest },
  )
  api.list(
    "/api/operation/mail/stopped",
    "List the addresses that a mail server has refused for good",
    StoppedAddress,
    ({ actor }) => listStoppedAddresses(db, actor),
    { access },
  )
  api.change(
    "DELETE /api/operation/mail/stopped/:id",
    "Send e-mails to an address again",
    null,
    ({ actor, params }) => resumeAddress(db, actor, params.id),
    { access },
  )
}
