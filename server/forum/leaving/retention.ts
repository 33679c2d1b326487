import { and, lt, type SQL, sql } from "drizzle-orm"
import type { RetentionKind } from "../../accounts/index.ts"
import type { FileStore } from "../../kernel/files.ts"
import { posts, postVersions } from "../tables.ts"
import { emptyPosts, isFilled } from "./emptying.ts"

type Held = Parameters<RetentionKind["count"]>[2]

/** Neither by somebody whose data are on hold, nor in a thread that is. */
const isFree = ({ person, thread }: Held): SQL =>
  sql`not (${posts.authorId} = any(${sql.param(person)}::uuid[]) or ${posts.threadId} = any(${sql.param(thread)}::uuid[]))`

export const forumRetention = (files: FileStore): RetentionKind[] => [
  {
    name: "withdrawn-posts",
    title: { de: "Zurückgezogene und ausgeblendete Beiträge", en: "Withdrawn and hidden posts" },
    explained: {
      de: "Text, frühere Fassungen und Anhänge werden gelöscht. Der Platz im Thema bleibt, damit die Beiträge anderer verständlich sind. Die Tage zählen ab dem Zurückziehen oder Ausblenden.",
      en: "Text, earlier versions and attachments are deleted. The place in the thread stays, so that the posts of others can be understood. The days count from withdrawing or hiding.",
    },
    count: (reader, before, held) => reader.$count(posts, goneSince(before, held)),
    remove: (db, before, held) => emptyPosts({ db, files }, goneSince(before, held)),
  },
  {
    name: "post-versions",
    title: { de: "Frühere Fassungen von Beiträgen", en: "Earlier versions of posts" },
    explained: {
      de: "Frühere Fassungen werden gelöscht, die geltende bleibt. Die Tage zählen ab der Änderung.",
      en: "Earlier versions are deleted, the present one stays. The days count from the change.",
    },
    count: (reader, before, held) => reader.$count(postVersions, oldVersions(before, held)),
    async remove(db, before, held) {
      await db.delete(postVersions).where(oldVersions(before, held))
    },
  },
]

/** Of one that was withdrawn and hidden the earlier of both counts. */
const goneSince = (before: Date, held: Held): SQL =>
  sql`least(${posts.withdrawnAt}, ${posts.hiddenAt}) < ${before} and ${isFilled} and ${isFree(held)}`

const oldVersions = (before: Date, held: Held) =>
  and(
    lt(postVersions.replacedAt, before),
    sql`exists (select 1 from ${posts} where ${posts.id} = ${postVersions.postId} and ${isFree(held)})`,
  )
