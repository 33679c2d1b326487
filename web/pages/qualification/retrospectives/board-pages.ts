import { Type } from "typebox"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, Id } from "../../../../server/kernel/schemas.ts"
import {
  addCard,
  changeStage,
  findRetrospective,
  HEADINGS,
  NewCard,
  NewStage,
} from "../../../../server/qualification/outcome.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf } from "../../../form-reading.ts"
import { textOf } from "../../../forms.ts"
import type { Site } from "../../../site.tsx"
import { showBoard } from "./board-page.tsx"
import { boardOf, slugOf } from "./columns.ts"

const PATH = boardOf(":id")
/** A lesson that was just taken over is open to be worded. */
const Opened = Closed({ erkenntnis: Type.Optional(Id), hinweis: Type.Optional(Type.String()) })

export function boardPages(app: App, site: Site): void {
  const { page, form } = pagesOf(app, site)
  page(PATH, {
    query: Opened,
    find: findBoard,
    show: (ask) => showBoard(ask, ask.params.id, null, ask.query.erkenntnis),
  })
  form(PATH, {
    find: findBoard,
    ...actionsOf({ card: NewCard, stage: NewStage }),
    name: "card",
    labels: (t) => ({ body: t.qualification.retrospectives.add.label }),
    act: async ({ db, actor, params: { id } }, sent): Promise<Next> => {
      if (sent.action === "stage") {
        await changeStage(db, actor, id, { from: sent.from, to: sent.to })
        return [`${boardOf(id)}#stand`, `retrospective-${sent.to}`]
      }
      const { action: _, ...card } = sent
      await addCard(db, actor, id, card)
      return [`${boardOf(id)}#${slugOf(card.heading)}`, "card-added"]
    },
    to: (next) => next,
    again: (ask, _, form) => {
      const heading = HEADINGS.find((one) => one === textOf(form.fields, "heading"))
      return showBoard(ask, ask.params.id, { form, at: heading ? slugOf(heading) : "stand" })
    },
  })
}

const findBoard = ({ db, actor, params }: Ask) => findRetrospective(db, actor, params.id)
