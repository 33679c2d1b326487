import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { followCategory, followTag, followThread } from "./actions.ts"
import { listFollowed } from "./queries.ts"
import { FollowedView, Following, TagFollowing, ThreadFollowing } from "./schema.ts"

export async function followRoutes(app: App, { db }: { db: Db }): Promise<void> {
  const api = apiOf(app)
  api.list("/api/following", "List what one follows or muted", FollowedView, ({ actor }) =>
    listFollowed(db, actor),
  )
  api.change(
    "PUT /api/threads/:id/following",
    "Follow or mute a question or best practice, or end that",
    ThreadFollowing,
    ({ actor, params, body }) => followThread(db, actor, params.id, body),
  )
  api.change(
    "PUT /api/categories/:id/following",
    "Follow or mute what is new in a category, or end that",
    Following,
    ({ actor, params, body }) => followCategory(db, actor, params.id, body),
  )
  api.change(
    "PUT /api/following/tag",
    "Follow or mute what is new with a tag, or end that",
    TagFollowing,
    ({ actor, body }) => followTag(db, actor, body),
  )
}
