import type { Db } from "../kernel/database.ts"
import type { Live } from "../kernel/live.ts"
import type { Outside } from "./outside.ts"
import { listPeopleIn } from "./policy.ts"
import { readConversationSettings } from "./settings.ts"

type Parts = { live: Pick<Live, "channel">; db: Db; conversing: Outside }

/** To a conversation listen its people, and nobody else. */
export function conversationChannels({ live, db, conversing }: Parts): void {
  live.channel("conversation", async (ids) => {
    const { isOn } = await readConversationSettings(db)
    const here = isOn ? await listPeopleIn(db, conversing, ids) : new Map<string, string[]>()
    return (actor, id) => here.get(id)?.includes(actor.id) ?? false
  })
}
