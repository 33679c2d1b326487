import { type Static, Type } from "typebox"
import { NewConversation, NewMessage } from "../../../conversations/index.ts"
import { Closed } from "../../../kernel/schemas.ts"
import { Written } from "../../qualification/when.ts"
import { Key, Keys } from "../fields.ts"

/** What learners write to each other. */
export const Talks = Type.Array(
  Closed({
    /** Whom the first one writes to; nobody: it is the conversation of the group. */
    with: Type.Optional(Keys),
    title: NewConversation.properties.title,
    messages: Type.Array(Closed({ by: Key, at: Written, body: NewMessage.properties.body })),
  }),
)
export type SeedTalk = Static<typeof Talks>[number]
