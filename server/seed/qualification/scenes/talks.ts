import { conversationIdOf, sendMessage, startConversation } from "../../../conversations/index.ts"
import type { Scene } from "../../parts.ts"
import type { SeedTalk } from "../../reading/cohort/talks.ts"
import { idOf } from "../../town.ts"
import type { Stage } from "../stage.ts"

/** A conversation of the group, or of some of them. */
export function scenesOfTalk(stage: Stage, { with: others, title, messages }: SeedTalk): Scene[] {
  const { db, parts, town } = stage
  let id = others ? "" : conversationIdOf(stage.cohortId)
  return messages.map(({ by, at, body }) => ({
    at: stage.at(at),
    play: async () => {
      const actor = await stage.actor(by)
      if (id !== "") await sendMessage(db, parts.conversing, actor, id, { body })
      else {
        const personIds = (others ?? []).map((key) => idOf(town.people, key))
        id = (await startConversation(db, parts.conversing, actor, { personIds, title, body })).id
      }
    },
  }))
}
