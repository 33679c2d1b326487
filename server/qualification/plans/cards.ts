import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { findPlan } from "./queries.ts"

/** What the group has written down of objections and questions, each in its own words. */
export async function listCards(reader: Reader, actor: Actor, cohortId: string): Promise<string[]> {
  const { content } = await findPlan(reader, actor, cohortId, "objections")
  return (content?.lines ?? []).map(({ words = "" }) => words.trim()).filter((words) => words !== "")
}
