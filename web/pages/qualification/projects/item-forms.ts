import type { App } from "../../../../server/kernel/http.ts"
import {
  addItem,
  findProjectItem,
  markItem,
  NewDecision,
  type NewItem,
  recordDecision,
  removeItem,
} from "../../../../server/qualification/index.ts"
import { pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import type { Site } from "../../../site.tsx"
import { Item } from "./parts.ts"
import { findOwn } from "./project.tsx"
import { actionTried, showProject } from "./project-page.tsx"

/** What a project is made of: milestones, tasks and decisions. */
export function itemForms(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.form("/lernprojekte/:id/eintraege", {
    ...actionsOf({ decision: NewDecision, milestone: Item, task: Item }),
    name: "project",
    labels: ({ qualification: { projects: words } }) => ({
      title: words.what,
      day: words.until,
      memberId: words.who,
      body: words.decisionBody,
    }),
    find: findOwn,
    act: async ({ db, actor, params: { id } }, sent) => {
      const { action, ...entry } = sent
      if (action === "decision") await recordDecision(db, actor, id, entry as NewDecision)
      else await addItem(db, actor, id, { ...(entry as Omit<NewItem, "kind">), kind: action })
      return PLACES[action]
    },
    to: (place, { id }) => [`/lernprojekte/${id}#${place}`, "saved"],
    again: (ask, { id }, form) => showProject(ask, id, actionTried(form)),
  })
  pages.form("/lernprojekte/eintraege/:id", {
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

const PLACES = { milestone: "meilensteine", task: "aufgaben", decision: "entscheidungen" } as const
