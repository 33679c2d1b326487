import type { App } from "../../../../server/kernel/http.ts"
import { DeclinedRole, declineRole, grantRole } from "../../../../server/qualification/core.ts"
import { pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import type { Site } from "../../../site.tsx"
import { LIST } from "./fields.tsx"
import { peopleContent } from "./list.tsx"

const HINTS = { grant: "role-granted", decline: "role-declined" } as const

/** Deciding on what facilitators ask for; what is decided stands on the list no longer. */
export function roleRequestPages(app: App, site: Site): void {
  pagesOf(app, site).form(`${LIST}/antraege/:id`, {
    access: ["admin"],
    ...actionsOf({ grant: NoInput, decline: DeclinedRole }),
    find: () => null,
    labels: (t) => ({ answer: t.accounts.administration.people.roleRequests.answer }),
    act: async ({ db, actor, params }, value) => {
      if (value.action === "grant") await grantRole(db, actor, params.id)
      else await declineRole(db, actor, params.id, value)
      return HINTS[value.action]
    },
    to: (hint) => [LIST, hint],
    again: (ask, _, form) => peopleContent(ask, {}, [], { form, at: ask.params.id }),
  })
}
