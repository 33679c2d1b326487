import type { Jobs } from "../kernel/jobs.ts"
import type { ConversationParts } from "./files.ts"
import { sweepConversations } from "./removing.ts"

export function conversationJobs({ jobs, db, files, conversing }: ConversationParts & { jobs: Jobs }): void {
  // After the learning groups whose day has come are gone.
  jobs.declare("conversations.sweep", () => sweepConversations(db, files, conversing), "35 3 * * *")
}
