import type { Actor } from "../kernel/actor.ts"
import type { Reader } from "../kernel/database.ts"

/** A learning group in which the person has a part today. */
export type Group = {
  id: string
  name: string
  /** They are one of those who draft what the group announces. */
  drafts: boolean
  /** They support the group as its manager, and release what it drafted. */
  releases: boolean
}

/** What the decided roll-out plan of a group says. */
export type RollOut = {
  startOn: string
  /** In Markdown. */
  messages: string[]
  help: string
  /** As the plan names them, in free words. */
  audiences: string[]
  /** What was said before, and what was changed because of it. */
  changes: { said: string; changed: string }[]
}

/** What announcements know of learning groups and of the forum; `app.ts` hands it over. */
export type Outside = {
  groupsOf(reader: Reader, actor: Actor): Promise<Group[]>
  /** The people who release what the group drafts. */
  releasersOf(reader: Reader, groupId: string): Promise<string[]>
  /** Null where nothing is decided yet; refuses whoever has no part in the group. */
  findRollOut(reader: Reader, actor: Actor, groupId: string): Promise<RollOut | null>
  /** The categories that the person sees. */
  categoriesOf(reader: Reader, actor: Actor): Promise<{ id: string; name: string }[]>
}
