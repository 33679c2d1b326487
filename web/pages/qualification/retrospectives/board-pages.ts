import { Type } from "typebox"
import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, Id } from "../../../../server/kernel/schemas.ts"
import {
  addCard,
  changeStage,
  findRetrospective,
  HEADINGS,
  NewCard,
  NewStage,
} from "../../../../server/qualification/index.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
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
    input: NewCard,
    name: "card",
    labels: (t) => ({ body: t.qualification.retrospectives.add.label }),
    act: ({ db, actor, params }, value) => addCard(db, actor, params.id, value).then(() => value.heading),
    to: (heading, _, { params }) => [`${boardOf(params.id)}#${slugOf(heading)}`, "card-added"],
    again: (ask, _, form) => {
      const heading = HEADINGS.find((one) => one === textOf(form.fields, "heading"))
      return showBoard(ask, ask.params.id, { form, at: heading ? slugOf(heading) : "" })
    },
  })
  form(`${PATH}/stand`, {
    find: async (ask) => {
      if (!(await findBoard(ask)).can.lead) throw forbidden()
    },
    input: NewStage,
    act: ({ db, actor, params }, value) => changeStage(db, actor, params.id, value).then(() => value.to),
    to: (stage, _, { params }) => [`${boardOf(params.id)}#stand`, `retrospective-${stage}`],
    again: (ask, _, form) => showBoard(ask, ask.params.id, { form, at: "stand" }),
  })
}

const findBoard = ({ db, actor, params }: Ask) => findRetrospective(db, actor, params.id)
