import {
  accessOwnMessage,
  findConversation,
  leaveConversation,
  refuseSwitchedOff,
  removeMessage,
  returnToConversation,
} from "../../../server/conversations/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { NoInput } from "../../form-reading.ts"
import type { Site } from "../../site.tsx"
import { LIST, pathOf } from "./address.ts"
import { showConversation } from "./reading.tsx"

/** What is done with one's own part in conversations. None of these forms has anything to be typed. */
export function leavingPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.form("/gespraeche/:id/verlassen", {
    find: ({ db, actor, params }: Ask) => findConversation(db, site.conversing, actor, params.id),
    input: NoInput,
    act: ({ actor, params }) => leaveConversation(site, actor, params.id),
    to: () => [LIST, "conversation-left"],
    again: (ask, found) => showConversation(ask, found),
  })
  pages.form("/gespraeche/:id/teilnehmen", {
    find: ({ db }: Ask) => refuseSwitchedOff(db),
    input: NoInput,
    act: ({ db, actor, params }) => returnToConversation(db, site.conversing, actor, params.id),
    to: (_, __, { params }) => [pathOf(params.id), "conversation-joined"],
    again: async (ask) =>
      showConversation(ask, await findConversation(ask.db, site.conversing, ask.actor, ask.params.id)),
  })
  pages.form("/gespraeche/nachrichten/:id/loeschen", {
    find: ({ db, actor, params }: Ask) => accessOwnMessage(db, site.conversing, actor, params.id),
    input: NoInput,
    act: ({ actor, params }) => removeMessage(site, actor, params.id),
    to: (_, { conversationId }) => [pathOf(conversationId), "message-removed"],
    again: async (ask, { conversationId }) =>
      showConversation(ask, await findConversation(ask.db, site.conversing, ask.actor, conversationId)),
  })
}
