import type { App } from "../../../../server/kernel/http.ts"
import {
  dissolveCardGroup,
  EditedCardGroup,
  findCardGroup,
  renameCardGroup,
  TakenOver,
  takeOverCardGroup,
  vote,
} from "../../../../server/qualification/outcome.ts"

import { type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import type { Site } from "../../../site.tsx"
import { showBoard } from "./board-page.tsx"
import { boardOf } from "./columns.ts"
import { lessonOpened } from "./lesson-pages.ts"

/** Everything that is done with one topic of the board. */
export function topicPages(app: App, site: Site): void {
  pagesOf(app, site).form("/rueckblick/themen/:id", {
    ...actionsOf({
      save: EditedCardGroup,
      dissolve: NoInput,
      vote: NoInput,
      unvote: NoInput,
      "take-over": TakenOver,
    }),
    labels: (t) => ({ title: t.qualification.retrospectives.topicName }),
    find: ({ db, actor, params }) => findCardGroup(db, actor, params.id),
    start: ({ title, version }) => ({ title, version: String(version) }),
    act: async ({ db, actor, params: { id } }, sent, { cohortId }): Promise<Next> => {
      const board = boardOf(cohortId)
      const here = `${board}#thema-${id}`
      switch (sent.action) {
        case "save":
          await renameCardGroup(db, actor, id, sent)
          return [here, "saved"]
        case "dissolve":
          await dissolveCardGroup(db, actor, id)
          return [board, "saved"]
        case "take-over":
          return lessonOpened(cohortId, await takeOverCardGroup(db, actor, id, sent.key))
        default:
          await vote(db, actor, { groupId: id }, sent.action === "vote")
          return here
      }
    },
    to: (next) => next,
    again: (ask, { cohortId }, form) => showBoard(ask, cohortId, { form, at: ask.params.id }),
  })
}
