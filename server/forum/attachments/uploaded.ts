import { eq, sql } from "drizzle-orm"
import type { UploadedFiles } from "../../kernel/file-checking.ts"
import { touch } from "../../kernel/live.ts"
import { indexWithout } from "../indexing.ts"
import { postAddress } from "../posts/address.ts"
import { attachments, posts } from "../tables.ts"

/** The attachments of posts, and those that belong to none yet, for the virus scanner. */
export const uploadedAttachments: UploadedFiles = {
  ids: sql`select id from ${attachments}`,
  async find(reader, id) {
    const { name, uploaderId, postId } = attachments
    const [found] = await reader
      .select({ name, uploaderId, postId, threadId: posts.threadId })
      .from(attachments)
      .leftJoin(posts, eq(posts.id, postId))
      .where(eq(attachments.id, id))
    if (!found) return null
    return {
      name: found.name,
      uploaderId: found.uploaderId,
      address: found.postId === null ? "/" : postAddress(found.postId),
      async settled(tx, isClean) {
        if (found.threadId !== null) touch(tx, "thread", found.threadId)
        if (found.postId !== null && !isClean) await indexWithout(tx, [found.postId])
      },
    }
  },
}
