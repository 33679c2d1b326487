import { type Static, Type } from "typebox"
import { Closed, Id, Instant, Nullable, PageOf } from "../../kernel/schemas.ts"

export const AuditQuery = Closed({
  after: Type.Optional(Id),
  /** A whole action ("person.created") or its beginning ("person"). */
  action: Type.Optional(Type.String({ maxLength: 80 })),
  subjectType: Type.Optional(Type.String({ maxLength: 40 })),
  subjectId: Type.Optional(Type.String({ maxLength: 80 })),
  actorId: Type.Optional(Id),
})
export type AuditQuery = Static<typeof AuditQuery>

export const AuditView = Closed({
  id: Id,
  at: Instant,
  /** Null: the system itself, or somebody who was not signed in. */
  actor: Nullable(Closed({ id: Id, displayName: Type.String() })),
  action: Type.String(),
  subjectType: Type.String(),
  subjectId: Nullable(Type.String()),
  /** Of a person or a department; other modules know their own subjects. */
  subjectName: Nullable(Type.String()),
  detail: Type.Record(Type.String(), Type.Unknown()),
})
export type AuditView = Static<typeof AuditView>
export const AuditPage = PageOf(AuditView)
