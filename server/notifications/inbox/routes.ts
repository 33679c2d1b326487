import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { markRead } from "./actions.ts"
import { type DescribeInbox, listInbox } from "./queries.ts"
import { InboxPage, InboxQuery, ReadEntries } from "./schema.ts"

type Parts = { db: Db; describeInbox: DescribeInbox }

export async function inboxRoutes(app: App, { db, describeInbox }: Parts): Promise<void> {
  const api = apiOf(app)
  api.read(
    "/api/notifications",
    "List what one was told in the last 90 days, unread ones first",
    InboxPage,
    ({ actor, query }) => listInbox(db, actor, describeInbox, query),
    { query: InboxQuery },
  )
  api.change(
    "POST /api/notifications/read",
    "Mark the notifications of a group as read, or all of them",
    ReadEntries,
    ({ actor, body }) => markRead(db, actor, body),
  )
}
