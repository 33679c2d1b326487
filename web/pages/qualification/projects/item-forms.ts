import type { App } from "../../../../server/kernel/http.ts"
import { findProjectItem, markItem, removeItem } from "../../../../server/qualification/work.ts"
import { pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import type { Site } from "../../../site.tsx"
import { PLACES } from "./parts.ts"
import { showProject } from "./project-page.tsx"

/** What is done with a milestone or a task. */
export function itemForm(app: App, site: Site): void {
  pagesOf(app, site).form("/lernprojekte/eintraege/:id", {
    ...actionsOf({ done: NoInput, open: NoInput, remove: NoInput }),
    find: ({ db, actor, params }) => findProjectItem(db, actor, params.id),
    act: ({ db, actor, params }, { action }) =>
      action === "remove"
        ? removeItem(db, actor, params.id)
        : markItem(db, actor, params.id, action === "done"),
    to: (_, { projectId, kind }) => [`/lernprojekte/${projectId}#${PLACES[kind]}`, "saved"],
    again: (ask, { projectId }, form) => showProject(ask, projectId, { form, at: ask.params.id }),
  })
}
