import { type Static, Type } from "typebox"
import { Choice, Closed, Day, Id, Key, Line, Nullable, Titled } from "../../kernel/schemas.ts"
import { CompetenceKey, CompetenceView } from "../competences/schema.ts"
import { EVIDENCE_KINDS } from "./tables.ts"

/** What can be attached by its address or by words alone; projects and journal entries come from where they are. */
const FREE_KINDS = ["post", "other"] as const

/** A page of this installation, or one elsewhere; nothing that a browser would run. */
const Address = Type.String({
  maxLength: 500,
  pattern: "^(https?://[^\\s/\\\\]\\S*|/(?![/\\\\])[^\\s\\\\]*)?$",
})

const fields = {
  title: Line(160, 3),
  address: Type.Union([Address], { default: "" }),
  sentence: Line(400, 3),
  competences: Type.Array(CompetenceKey, { minItems: 1, maxItems: 8, uniqueItems: true }),
}

export const NewEvidence = Closed("NewEvidence", {
  kind: Choice(FREE_KINDS),
  ...fields,
  key: Type.Optional(Key),
})
export type NewEvidence = Static<typeof NewEvidence>

export const EditedEvidence = Closed("EditedEvidence", { ...fields, version: Type.Integer({ minimum: 1 }) })
export type EditedEvidence = Static<typeof EditedEvidence>

/** What is taken from where it is: an entry of the journal, or an own learning project and what stands in it. */
const SOURCES = ["project", "milestone", "decision", "journal"] as const
const source = { source: Choice(SOURCES), sourceId: Id }
export const Source = Closed("EvidenceSource", source)
export type Source = Static<typeof Source>

export const TakenEvidence = Closed("TakenEvidence", {
  ...source,
  sentence: fields.sentence,
  competences: fields.competences,
  key: Type.Optional(Key),
})
export type TakenEvidence = Static<typeof TakenEvidence>

/** As it would be attached now. */
export const SourceView = Closed("Source", {
  title: Type.String(),
  address: Type.String(),
  copy: Type.String(),
})
export type SourceView = Static<typeof SourceView>

export const SourcesQuery = Closed({ after: Type.Optional(Id) })
export const Sources = Closed("Sources", {
  projects: Type.Array(
    Closed({
      id: Id,
      title: Type.String(),
      milestones: Type.Array(Titled),
      decisions: Type.Array(Titled),
    }),
  ),
  /** Of the own journal, the latest first. */
  entries: Type.Array(Closed({ id: Id, writtenOn: Day, title: Type.String() })),
  next: Nullable(Id),
})
export type Sources = Static<typeof Sources>

export const EvidenceView = Closed("Evidence", {
  id: Id,
  kind: Choice(EVIDENCE_KINDS, "EvidenceKind"),
  title: Type.String(),
  address: Type.String(),
  copy: Type.String(),
  sentence: Type.String(),
  competences: Type.Array(Type.String()),
  version: Type.Integer(),
})
export type EvidenceView = Static<typeof EvidenceView>

export const EvidenceList = Closed("EvidenceList", {
  items: Type.Array(EvidenceView),
  /** What the cohort assesses. */
  competences: Type.Array(CompetenceView),
})
export type EvidenceList = Static<typeof EvidenceList>

export const Proposals = Closed("Proposals", {
  items: Type.Array(Closed({ title: Type.String(), address: Type.String() })),
})
