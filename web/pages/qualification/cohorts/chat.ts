import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { type CohortView, findCohort, linkCohortChat } from "../../../../server/qualification/core.ts"
import type { Site } from "../../../site.tsx"
import { chatPage } from "../chat.tsx"

export const mayLinkChat = ({ parts }: Pick<CohortView, "parts">) =>
  parts.includes("learner") || parts.includes("facilitator")

export const cohortChatPage = (app: App, site: Site): void =>
  chatPage(app, site, "/lerngruppen/:id/chat", {
    find: async ({ db, actor, params }) => {
      const cohort = await findCohort(db, actor, params.id)
      if (!mayLinkChat(cohort)) throw forbidden()
      return { cohort, link: cohort.chatLink, back: `/lerngruppen/${cohort.id}` }
    },
    act: ({ db, actor, params }, value) => linkCohortChat(db, actor, params.id, value),
  })
