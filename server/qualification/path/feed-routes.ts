import { apiOf } from "../../kernel/api.ts"
import type { Config } from "../../kernel/config.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { FeedView, NewFeed } from "../cohorts/schema.ts"
import { hasFeed, renewFeed, revokeFeed } from "./feed.ts"

export function feedRoutes(app: App, db: Db, { publicUrl }: Pick<Config, "publicUrl">): void {
  const api = apiOf(app)
  api.read(
    "/api/calendar-feed",
    "Read whether the own calendar has an address",
    FeedView,
    async ({ actor }) => ({ exists: await hasFeed(db, actor) }),
  )
  api.make(
    "/api/calendar-feed",
    "Make a new secret address for the own calendar; the former one ends",
    null,
    async ({ actor }) => {
      const { token } = await renewFeed(db, actor)
      return { address: `${publicUrl}/kalender/${token}.ics` }
    },
    { answer: NewFeed },
  )
  api.change("DELETE /api/calendar-feed", "Revoke the address of the own calendar", null, ({ actor }) =>
    revokeFeed(db, actor),
  )
}
