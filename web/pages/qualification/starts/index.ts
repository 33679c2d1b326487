import type { App } from "../../../../server/kernel/http.ts"
import {
  addWorkProcess,
  EditedWorkProcess,
  editWorkProcess,
  findExperiences,
  findWorkProcess,
  NewWorkProcess,
  OwnExperience,
  removeWorkProcess,
  saveExperience,
  WorkProcessVersion,
} from "../../../../server/qualification/work.ts"
import { type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf } from "../../../form-reading.ts"
import { textOf } from "../../../forms.ts"
import type { Site } from "../../../site.tsx"
import { experienceLabels } from "./experiences.tsx"
import { showStart } from "./page.tsx"
import { NEW, processesOf, startOf } from "./places.ts"
import { processFields, processLabels } from "./processes.tsx"

/** What the group begins with: everybody's experience, and the work processes of the department. */
export function startPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page("/lerngruppen/:id/ausgangslage", {
    find: ({ params }) => params.id,
    show: (ask, cohortId) => showStart(ask, cohortId, null),
  })
  pages.form("/lerngruppen/:id/ausgangslage", {
    ...actionsOf({ experience: OwnExperience, process: NewWorkProcess }),
    find: ({ db, actor, params }) => findExperiences(db, actor, params.id),
    labels: (t, _, fields) => (textOf(fields, "action") === NEW ? processLabels(t) : experienceLabels(t)),
    act: async ({ db, actor, params: { id } }, sent): Promise<Next> => {
      if (sent.action === NEW) {
        const { action: _, ...workProcess } = sent
        await addWorkProcess(db, actor, id, workProcess)
        return [processesOf(id), "saved"]
      }
      const { action: _, ...experience } = sent
      await saveExperience(db, actor, id, experience)
      return [startOf(id), "saved"]
    },
    to: (next) => next,
    again: (ask, _, form) => showStart(ask, ask.params.id, { form, at: textOf(form.fields, "action") }),
  })
  pages.form("/arbeitsablaeufe/:id", {
    ...actionsOf({ save: EditedWorkProcess, remove: WorkProcessVersion }),
    find: ({ db, actor, params }) => findWorkProcess(db, actor, params.id),
    labels: processLabels,
    start: processFields,
    act: async ({ db, actor, params: { id } }, sent, { cohortId }): Promise<Next> => {
      if (sent.action === "remove") {
        await removeWorkProcess(db, actor, id, sent.version)
        return [processesOf(cohortId), "process-removed"]
      }
      const { action: _, ...texts } = sent
      await editWorkProcess(db, actor, id, texts)
      return [`${startOf(cohortId)}#ablauf-${id}`, "saved"]
    },
    to: (next) => next,
    again: (ask, { cohortId }, form) => showStart(ask, cohortId, { form, at: ask.params.id }),
  })
}
