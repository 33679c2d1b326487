import { type Static, Type } from "typebox"
import { Choice, Closed, Id, Instant, Line, Nullable } from "../../kernel/schemas.ts"
import { HELD_TYPES } from "./tables.ts"

export const RetentionRow = Closed("RetentionRule", {
  kind: Type.String(),
  title: Type.String(),
  explained: Type.String(),
  days: Nullable(Type.Integer()),
})
export type RetentionRow = Static<typeof RetentionRow>

/** Shorter than a month it would be work that is still being done; longer than thirty years nobody plans. */
const Days = Type.Integer({ minimum: 30, maximum: 10_957 })

export const NewRetention = Closed("NewRetention", { days: Nullable(Days) })
export type NewRetention = Static<typeof NewRetention>

export const RetentionTrial = Closed("RetentionTrial", {
  kind: Type.String(),
  title: Type.String(),
  days: Type.Integer(),
  count: Type.Integer(),
})
export type RetentionTrial = Static<typeof RetentionTrial>

export const ByKind = Closed({ kind: Type.String({ maxLength: 50 }) })

export const HoldView = Closed("LegalHold", {
  id: Id,
  subjectType: Choice(HELD_TYPES, "HeldType"),
  subjectId: Id,
  subjectName: Nullable(Type.String()),
  reason: Type.String(),
  placedBy: Type.String(),
  placedAt: Instant,
})
export type HoldView = Static<typeof HoldView>

export const NewHold = Closed("NewLegalHold", {
  subjectType: Choice(HELD_TYPES, "HeldType"),
  subjectId: Id,
  reason: Line(300),
})
export type NewHold = Static<typeof NewHold>
