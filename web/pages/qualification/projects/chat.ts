import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { findCohort } from "../../../../server/qualification/core.ts"
import { findProject, linkProjectChat } from "../../../../server/qualification/work.ts"
import type { Site } from "../../../site.tsx"
import { chatPage } from "../chat.tsx"

export const projectChatPage = (app: App, site: Site): void =>
  chatPage(app, site, "/lernprojekte/:id/chat", {
    find: async ({ db, actor, params }) => {
      const project = await findProject(db, actor, params.id)
      if (!project.can.edit) throw forbidden()
      const back = `/lernprojekte/${project.id}`
      return {
        cohort: await findCohort(db, actor, project.cohortId),
        above: [{ label: project.title, href: back }],
        link: project.chatLink,
        back,
      }
    },
    act: ({ db, actor, params }, value) => linkProjectChat(db, actor, params.id, value),
  })
