import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import {
  addToProject,
  EditedProject,
  editProject,
  findProject,
  leaveProject,
  NewSubmission,
  ProjectPerson,
  submitProject,
} from "../../../../server/qualification/index.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import type { Site } from "../../../site.tsx"
import { descriptionLabels } from "./description.tsx"
import { descriptionOf } from "./own.tsx"
import { actionTried, showProject } from "./project-page.tsx"
import { submissionLabels } from "./submitting.tsx"

/** The project, and what is done with it as a whole by those whose project it is. */
export function projectPage(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page("/lernprojekte/:id", {
    find: ({ params }) => params.id,
    show: (ask, id) => showProject(ask, id, null),
  })
  pages.form("/lernprojekte/:id", {
    ...actionsOf({ save: EditedProject, join: ProjectPerson, leave: NoInput, submit: NewSubmission }),
    name: "project",
    labels: (t) => ({
      ...descriptionLabels(t),
      ...submissionLabels(t),
      memberId: t.qualification.projects.addPerson,
    }),
    find: findOwn,
    start: descriptionOf,
    act: async ({ db, actor, params: { id } }, sent): Promise<Next> => {
      if (sent.action === "join") {
        await addToProject(db, actor, id, sent.memberId)
        return [`/lernprojekte/${id}#beteiligte`, "saved"]
      }
      if (sent.action === "leave") {
        await leaveProject(db, actor, id)
        return ["/qualifizierung", "project-left"]
      }
      if (sent.action === "submit") {
        const { action: _, ...submission } = sent
        await submitProject(db, actor, id, submission)
        return [`/lernprojekte/${id}#abstimmung`, "project-submitted"]
      }
      const { action: _, ...description } = sent
      await editProject(db, actor, id, description)
      return [`/lernprojekte/${id}`, "saved"]
    },
    to: (next) => next,
    again: (ask, { id }, form) => showProject(ask, id, actionTried(form)),
  })
}

export async function findOwn({ db, actor, params }: Ask) {
  const project = await findProject(db, actor, params.id)
  if (!project.can.edit) throw forbidden()
  return project
}
