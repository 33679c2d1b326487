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

/** What an entry is about, as its module tells it to this reader. */
export const SubjectFacts = Closed("SubjectFacts", {
  /** Null where the reader may not see it, or it has none. */
  title: Nullable(Type.String()),
  /** A path of ours, or null. */
  address: Nullable(Type.String()),
  /** Who wrote it. */
  person: Nullable(Type.String()),
  /** Category or cohort. */
  place: Nullable(Type.String()),
})
export type SubjectFacts = Static<typeof SubjectFacts>

export const AuditView = Closed("Audit", {
  id: Id,
  at: Instant,
  /** Null: the system itself, or somebody who was not signed in. */
  actor: Nullable(Closed("PersonName", { id: Id, displayName: Type.String() })),
  action: Type.String(),
  subjectType: Type.String(),
  subjectId: Nullable(Type.String()),
  /** Of a person or a department, as it is today. */
  subjectName: Nullable(Type.String()),
  /** Null for what is gone, and for what has no more to it than its kind. */
  subject: Nullable(SubjectFacts),
  detail: Type.Record(Type.String(), Type.Unknown()),
})
export type AuditView = Static<typeof AuditView>
export const AuditPage = PageOf(AuditView)
