import { Type } from "typebox"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed } from "../../../../server/kernel/schemas.ts"
import {
  findMinutes,
  findSession,
  ReleasedMinutes,
  releaseMinutes,
  SavedMinutes,
  saveMinutes,
} from "../../../../server/qualification/meet.ts"
import { type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf } from "../../../form-reading.ts"
import { textOf } from "../../../forms.ts"
import type { Site } from "../../../site.tsx"
import { showMinutes } from "./minutes.tsx"
import { minutesPdf } from "./minutes-pdf.ts"

const PATH = "/termine/:id/protokoll"
/** `neu`: put together anew from the entries. */
const Query = Closed({ neu: Type.Optional(Type.String()), hinweis: Type.Optional(Type.String()) })

/** The minutes as they were released; to the facilitator the draft as well, to write and to release it. */
export function minutesPages(app: App, site: Site): void {
  const { page, form } = pagesOf(app, site)
  minutesPdf(app, site)
  page(PATH, {
    query: Query,
    find: ({ db, actor, params }) => findSession(db, actor, params.id),
    show: (ask, session) => showMinutes(ask, session, null, ask.query.neu !== undefined),
    reads: ({ params }) => params.id,
  })
  form(PATH, {
    ...actionsOf({ save: SavedMinutes, release: ReleasedMinutes }),
    labels: (t) => ({ body: t.qualification.sessions.minutes.body }),
    find: ({ db, actor, params }) => findMinutes(db, actor, params.id),
    start: ({ body, version }) => ({ body, version: String(version) }),
    act: async ({ db, actor, params }, sent): Promise<Next> => {
      const here = `/termine/${params.id}/protokoll`
      if (sent.action === "save") {
        await saveMinutes(db, actor, params.id, sent)
        return [here, "saved"]
      }
      await releaseMinutes(db, actor, params.id, sent)
      return [here, "minutes-released"]
    },
    to: (next) => next,
    again: async (ask, _, form) => {
      // Whoever only released it has no text to compare with a newer one.
      const isWritten = textOf(form.fields, "action") === "save"
      const tried = { form: isWritten ? form : { ...form, newer: null }, at: "protokoll" }
      return showMinutes(ask, await findSession(ask.db, ask.actor, ask.params.id), tried)
    },
  })
}
