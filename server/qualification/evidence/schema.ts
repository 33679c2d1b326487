import { type Static, Type } from "typebox"
import { Choice, Closed, Id, Key, Line } from "../../kernel/schemas.ts"
import { CompetenceKey, CompetenceView } from "../competences/schema.ts"
import { EVIDENCE_KINDS } from "./tables.ts"

/** What can be attached by its address or by words alone; projects and journal entries come from where they are. */
export const FREE_KINDS = ["post", "other"] as const

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

export const NewEvidence = Closed({ kind: Choice(FREE_KINDS), ...fields, key: Type.Optional(Key) })
export type NewEvidence = Static<typeof NewEvidence>

export const EditedEvidence = Closed({ ...fields, version: Type.Integer({ minimum: 1 }) })
export type EditedEvidence = Static<typeof EditedEvidence>

export const CreatedEvidence = Closed({ id: Id })

export const EvidenceView = Closed({
  id: Id,
  kind: Choice(EVIDENCE_KINDS),
  title: Type.String(),
  address: Type.String(),
  copy: Type.String(),
  sentence: Type.String(),
  competences: Type.Array(Type.String()),
  version: Type.Integer(),
})
export type EvidenceView = Static<typeof EvidenceView>

export const EvidenceList = Closed({
  items: Type.Array(EvidenceView),
  /** What the cohort assesses. */
  competences: Type.Array(CompetenceView),
})
export type EvidenceList = Static<typeof EvidenceList>

export const Proposals = Closed({
  items: Type.Array(Closed({ title: Type.String(), address: Type.String() })),
})
