import type { App } from "../../../../server/kernel/http.ts"
import {
  EditedLesson,
  editLesson,
  findLesson,
  findRetrospective,
  LessonVersion,
  NewLesson,
  releaseLesson,
  removeLesson,
  withdrawLesson,
  writeLesson,
} from "../../../../server/qualification/outcome.ts"

import { type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import type { Site } from "../../../site.tsx"
import { showBoard } from "./board-page.tsx"
import { boardOf } from "./columns.ts"

/** Writing a lesson, and everything that is done with one. */
export function lessonPages(app: App, site: Site): void {
  const { form } = pagesOf(app, site)
  form("/lerngruppen/:id/erkenntnisse", {
    find: ({ db, actor, params }) => findRetrospective(db, actor, params.id),
    input: NewLesson,
    name: "lesson",
    labels: (t) => t.qualification.lessons.fields,
    act: ({ db, actor, params }, value) => writeLesson(db, actor, params.id, value),
    to: ({ id }, _, { params }) => [lessonAt(params.id, id), "lesson-saved"],
    again: (ask, _, form) => showBoard(ask, ask.params.id, { form, at: "neu" }),
  })
  form("/erkenntnisse/:id", {
    ...actionsOf({ save: EditedLesson, release: LessonVersion, withdraw: LessonVersion, remove: NoInput }),
    name: "lesson",
    labels: (t) => t.qualification.lessons.fields,
    find: ({ db, actor, params }) => findLesson(db, actor, params.id),
    start: ({ kind, title, body, version }) => ({ kind, title, body, version: String(version) }),
    act: async ({ db, actor, params: { id } }, sent, { cohortId }): Promise<Next> => {
      const here = lessonAt(cohortId, id)
      switch (sent.action) {
        case "save": {
          const { action: _, ...lesson } = sent
          await editLesson(db, actor, id, lesson)
          return [here, "lesson-saved"]
        }
        case "release":
          await releaseLesson(db, actor, id, sent.version)
          return [here, "lesson-released"]
        case "withdraw":
          await withdrawLesson(db, actor, id, sent.version)
          return [here, "lesson-withdrawn"]
        default:
          await removeLesson(db, actor, id)
          return [`${boardOf(cohortId)}#erkenntnisse`, "lesson-removed"]
      }
    },
    to: (next) => next,
    again: (ask, { cohortId }, form) => showBoard(ask, cohortId, { form, at: ask.params.id }),
  })
}

const lessonAt = (cohortId: string, id: string) => `${boardOf(cohortId)}#erkenntnis-${id}`

/** To a lesson that was taken over: its words are to be made its own. */
export const lessonOpened = (cohortId: string, { id }: { id: string }): Next => [
  `${boardOf(cohortId)}?erkenntnis=${id}#erkenntnis-${id}`,
  "lesson-taken",
]
