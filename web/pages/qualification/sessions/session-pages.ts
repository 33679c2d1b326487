import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { findBoard, findSession, RoundLine, saveRound } from "../../../../server/qualification/meet.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import type { Site } from "../../../site.tsx"
import { showProjector } from "./projector.tsx"
import { roundLabels } from "./round.tsx"
import { showSession } from "./session.tsx"
import { showSheet } from "./sheet.tsx"

/** What everybody in the room sees of a session: its page, the projector, the sheet of paper. */
export function readingPages(app: App, site: Site): void {
  const { page, form } = pagesOf(app, site)
  page("/termine/:id", {
    find: findOne,
    show: (ask) => showSession(ask, ask.params.id, null),
    reads: ({ params }) => params.id,
  })
  page("/termine/:id/beamer", {
    find: findWithBoard,
    show: ({ t }, { session, board }) => showProjector(t, session, board),
  })
  page("/termine/:id/bogen", {
    find: findWithBoard,
    show: ({ t }, { session, board }) => showSheet(t, session, board),
  })
  form("/termine/:id/runde", {
    input: RoundLine,
    labels: (t) => roundLabels(t, false),
    find: async ({ db, actor, params }) => {
      const { round } = await findBoard(db, actor, params.id)
      if (!round.some(({ isMine }) => isMine)) throw forbidden()
    },
    act: ({ db, actor, params }, value) => saveRound(db, actor, params.id, value),
    to: (_, __, { params }) => [`/termine/${params.id}#runde`, "round-saved"],
    again: (ask, _, form) => showSession(ask, ask.params.id, { form, at: "runde" }),
  })
}

const findOne = ({ db, actor, params }: Ask) => findSession(db, actor, params.id)

const findWithBoard = async (ask: Ask) => ({
  board: await findBoard(ask.db, ask.actor, ask.params.id),
  session: await findOne(ask),
})
