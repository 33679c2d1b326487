import { type Static, Type } from "typebox"
import { Choice, Closed, Id, Nullable } from "../../kernel/schemas.ts"
import { Tag } from "../posts/schema.ts"
import { LEVELS } from "./tables.ts"

export const FollowLevel = Choice(LEVELS, "FollowLevel")

/** Null ends it: neither followed nor muted. */
export const Following = Closed("Following", { level: Nullable(FollowLevel) })
export type Following = Static<typeof Following>

/** The same of a tag, wherever it is used. */
export const TagFollowing = Closed("TagFollowing", { tag: Tag, level: Nullable(FollowLevel) })
export type TagFollowing = Static<typeof TagFollowing>

/** A thread has no new questions of its own. */
const THREAD_LEVELS = ["all", "official", "muted"] as const
export const ThreadFollowing = Closed("ThreadFollowing", {
  level: Nullable(Choice(THREAD_LEVELS, "ThreadFollowLevel")),
})

export const FollowedView = Closed("Followed", {
  id: Id,
  kind: Choice(["question", "best-practice", "category", "tag"], "FollowedKind"),
  name: Type.String(),
  level: FollowLevel,
})
export type FollowedView = Static<typeof FollowedView>
