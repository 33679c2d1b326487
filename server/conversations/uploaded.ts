import { eq, sql } from "drizzle-orm"
import type { UploadedFiles } from "../kernel/file-checking.ts"
import { touch } from "../kernel/live.ts"
import { conversationFiles, conversationMessages } from "./tables.ts"

/** The files of messages, for the virus scanner. */
export const uploadedMessageFiles: UploadedFiles = {
  ids: sql`select id from ${conversationFiles}`,
  async find(reader, id) {
    const { name, uploaderId, messageId } = conversationFiles
    const { conversationId } = conversationMessages
    const [found] = await reader
      .select({ name, uploaderId, conversationId })
      .from(conversationFiles)
      .innerJoin(conversationMessages, eq(conversationMessages.id, messageId))
      .where(eq(conversationFiles.id, id))
    if (!found) return null
    return {
      name: found.name,
      uploaderId: found.uploaderId,
      address: `/gespraeche/${found.conversationId}`,
      settled: async (tx) => touch(tx, "conversation", found.conversationId),
    }
  },
}
