import {
  accountsChapters,
  accountsLeaving,
  accountsRetention,
  type LeavingPart,
  type Loader,
  type RetentionKind,
} from "./accounts/index.ts"
import { announcementsChapters, announcementsLeaving } from "./announcements/index.ts"
import { conversationsChapters, conversationsLeaving } from "./conversations/index.ts"
import { forumChapters, forumLeaving, forumRetention, postsIn } from "./forum/index.ts"
import type { FileStore } from "./kernel/files.ts"
import { notificationsChapters } from "./notifications/index.ts"
import { qualificationChapters, qualificationLeaving } from "./qualification/index.ts"
import { rulesChapters } from "./rules/index.ts"
import { searchLeaving } from "./search/index.ts"

/** What a person takes along, of every module: the same that the catalogue names as theirs. */
export const chapters: Loader[] = [
  ...accountsChapters,
  ...forumChapters,
  ...announcementsChapters,
  ...conversationsChapters,
  ...qualificationChapters,
  ...rulesChapters,
  ...notificationsChapters,
]

/** What happens when somebody leaves for good, besides what the catalogue says of columns. */
export const leaving: LeavingPart[] = [
  accountsLeaving,
  qualificationLeaving,
  forumLeaving,
  announcementsLeaving,
  conversationsLeaving,
  searchLeaving,
]

/** Kinds of data for which the authority sets how long they are kept. */
export const retentionKinds = (files: FileStore): RetentionKind[] => [
  ...accountsRetention(postsIn),
  ...forumRetention(files),
]
