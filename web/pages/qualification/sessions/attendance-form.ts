import { Type } from "typebox"
import type { App } from "../../../../server/kernel/http.ts"
import { Choice, Closed, Id } from "../../../../server/kernel/schemas.ts"
import { ATTENDANCE, recordAllPresent, recordAttendance } from "../../../../server/qualification/core.ts"
import { findNotes } from "../../../../server/qualification/meet.ts"
import { pagesOf } from "../../../form-pages.ts"
import { eitherOf, readForm } from "../../../form-reading.ts"
import type { Site } from "../../../site.tsx"
import { showLeading } from "./leading.tsx"

/** `unfolded`: it was sent from the list of all that can be recorded. */
const OfOne = Closed({
  memberId: Id,
  state: Choice([...ATTENDANCE, "none"]),
  unfolded: Type.Optional(Type.Boolean()),
})
const OfAll = Closed({ all: Type.Boolean() })

/** Who was there, as the facilitators record it on their screen. */
export function attendanceForm(app: App, site: Site): void {
  pagesOf(app, site).form("/termine/:id/anwesenheit", {
    // Whoever may not lead learns that, whatever was sent.
    find: ({ db, actor, params }) => findNotes(db, actor, params.id),
    input: eitherOf(OfOne, OfAll),
    read: (fields) => readForm(fields.all === undefined ? OfOne : OfAll, fields),
    act: async ({ db, actor, params: { id } }, value) => {
      if ("all" in value) {
        await recordAllPresent(db, actor, id)
        return "teilnahme"
      }
      const { memberId, state, unfolded } = value
      await recordAttendance(db, actor, id, memberId, state === "none" ? null : state)
      return unfolded ? `person-${memberId}` : "teilnahme"
    },
    to: (place, _, { params }) => `/termine/${params.id}/leitung#${place}`,
    again: (ask, _, form) => showLeading(ask, ask.params.id, { form, at: "teilnahme" }),
  })
}
