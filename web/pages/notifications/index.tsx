import { Type } from "typebox"
import type { App } from "../../../server/kernel/http.ts"
import { Choice, Closed } from "../../../server/kernel/schemas.ts"
import {
  findMailSettings,
  INBOX_NOTICES,
  InboxQuery,
  listInbox,
  markRead,
  ReadEntries,
} from "../../../server/notifications/index.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import type { Site } from "../../site.tsx"
import { Hint } from "../lists/query.ts"
import { followedPage } from "./followed.tsx"
import { Inbox } from "./inbox.tsx"
import { settingsPages } from "./settings.tsx"
import { unsubscribePages } from "./unsubscribe.tsx"

const PATH = "/benachrichtigungen"
const Address = Closed({
  after: InboxQuery.properties.after,
  /** Chosen from a list; empty for all. */
  notice: Type.Optional(Choice(["", ...INBOX_NOTICES])),
  hinweis: Hint,
})

export async function notificationPages(app: App, site: Site): Promise<void> {
  const pages = pagesOf(app, site)
  followedPage(app, site)
  unsubscribePages(app, site)
  settingsPages(app, site)
  const find = async ({ db, actor }: Pick<Ask, "db" | "actor">, query: InboxQuery) => {
    const { pausedUntil } = await findMailSettings(db, actor)
    return { ...(await listInbox(db, actor, site.describeInbox, query)), pausedUntil }
  }
  pages.page(PATH, {
    query: Address,
    find: async (ask) => {
      const { after, notice } = ask.query
      const query = { ...(after && { after }), ...(notice && { notice }) }
      return { query, ...(await find(ask, query)) }
    },
    show: (ask, { query, ...found }) => showInbox(ask, found, query),
  })
  pages.form(`${PATH}/gelesen`, {
    find: () => null,
    input: ReadEntries,
    act: ({ db, actor }, value) => markRead(db, actor, value),
    to: () => PATH,
    again: async (ask) => showInbox(ask, await find(ask, {}), {}),
  })
}

type Found = Awaited<ReturnType<typeof listInbox>> & { pausedUntil: string | null }

const showInbox = ({ t, actor }: Pick<Ask, "t" | "actor">, found: Found, { after, notice }: InboxQuery) => ({
  title: t.notifications.title,
  current: "notifications",
  width: "reading" as const,
  children: <Inbox t={t} personId={actor.id} {...found} notice={notice} isFirst={!after} />,
})
