import type { App } from "../../../../server/kernel/http.ts"
import {
  commentProject,
  EditedProjectComment,
  editProjectComment,
  findProject,
  findProjectComment,
  NewProjectComment,
  removeProjectComment,
} from "../../../../server/qualification/work.ts"
import { pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import type { Site } from "../../../site.tsx"
import { NEW_COMMENT } from "./parts.ts"
import { showProject } from "./project-page.tsx"

export function commentForms(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.form("/lernprojekte/:id/kommentare", {
    find: ({ db, actor, params }) => findProject(db, actor, params.id),
    input: NewProjectComment,
    labels: (t) => ({ body: t.qualification.projects.comment }),
    act: ({ db, actor, params }, value) => commentProject(db, actor, params.id, value),
    to: (_, { id }) => [`/lernprojekte/${id}#kommentare`, "saved"],
    again: (ask, { id }, form) => showProject(ask, id, { form, at: NEW_COMMENT }),
  })
  pages.form("/lernprojekte/kommentare/:id", {
    ...actionsOf({ save: EditedProjectComment, remove: NoInput }),
    labels: (t) => ({ body: t.qualification.projects.comments }),
    find: ({ db, actor, params }) => findProjectComment(db, actor, params.id),
    start: ({ body, version }) => ({ body, version: String(version) }),
    act: async ({ db, actor, params: { id } }, sent) => {
      if (sent.action === "remove") await removeProjectComment(db, actor, id)
      else await editProjectComment(db, actor, id, { body: sent.body, version: sent.version })
    },
    to: (_, { projectId }) => [`/lernprojekte/${projectId}#kommentare`, "saved"],
    again: (ask, { projectId }, form) => showProject(ask, projectId, { form, at: ask.params.id }),
  })
}
