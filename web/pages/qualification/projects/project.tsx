import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import {
  addItem,
  addToProject,
  EditedProject,
  editProject,
  findProject,
  leaveProject,
  NewDecision,
  NewSubmission,
  ProjectPerson,
  recordDecision,
  submitProject,
} from "../../../../server/qualification/work.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import type { Labels } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { descriptionLabels } from "./description.tsx"
import { descriptionOf } from "./own.tsx"
import { Item, PLACES } from "./parts.ts"
import { actionTried, showProject } from "./project-page.tsx"
import { submissionLabels } from "./submitting.tsx"

/** The project, and what is done with it by those whose project it is. */
export function projectPage(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page("/lernprojekte/:id", {
    find: ({ params }) => params.id,
    show: (ask, id) => showProject(ask, id, null),
    reads: ({ params }) => params.id,
  })
  pages.form("/lernprojekte/:id", {
    ...actionsOf({
      save: EditedProject,
      join: ProjectPerson,
      leave: NoInput,
      milestone: Item,
      task: Item,
      decision: NewDecision,
      submit: NewSubmission,
    }),
    name: "project",
    labels: (t, _, fields) => labelsOf(t, textOf(fields, "action")),
    find: findOwn,
    start: descriptionOf,
    act: async ({ db, actor, params: { id } }, sent): Promise<Next> => {
      const here = `/lernprojekte/${id}`
      switch (sent.action) {
        case "join":
          await addToProject(db, actor, id, sent.memberId)
          return [`${here}#beteiligte`, "saved"]
        case "leave":
          await leaveProject(db, actor, id)
          return ["/qualifizierung", "project-left"]
        case "submit": {
          const { action: _, ...submission } = sent
          await submitProject(db, actor, id, submission)
          return [`${here}#abstimmung`, "project-submitted"]
        }
        case "decision": {
          const { action: kind, ...decision } = sent
          await recordDecision(db, actor, id, decision)
          return [`${here}#${PLACES[kind]}`, "saved"]
        }
        case "save": {
          const { action: _, ...description } = sent
          await editProject(db, actor, id, description)
          return [here, "saved"]
        }
        default: {
          const { action: kind, ...item } = sent
          await addItem(db, actor, id, { ...item, kind })
          return [`${here}#${PLACES[kind]}`, "saved"]
        }
      }
    },
    to: (next) => next,
    again: (ask, { id }, form) => showProject(ask, id, actionTried(form)),
  })
}

/** Forms of the page share names of fields. */
function labelsOf(t: Texts, action: string): Labels {
  const words = t.qualification.projects
  if (action === "decision") return { day: words.decisionDay, body: words.decisionBody }
  if (action === "milestone" || action === "task")
    return { title: words.what, day: words.until, memberId: words.who }
  return { ...descriptionLabels(t), ...submissionLabels(t), memberId: words.addPerson }
}

async function findOwn({ db, actor, params }: Ask) {
  const project = await findProject(db, actor, params.id)
  if (!project.can.edit) throw forbidden()
  return project
}
