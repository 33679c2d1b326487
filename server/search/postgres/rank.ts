import type { Candidate } from "./candidates.ts"

/** What counts for or against a document, whatever is looked for. */
export type Weighable = Pick<Candidate, "kind" | "official" | "accepted" | "outdated" | "duplicate">

const KIND_RANK: Record<string, number> = { "official-answer": 1.15, comment: 0.85 }

export const rankOf = ({ kind, official, accepted, outdated, duplicate }: Weighable) =>
  (KIND_RANK[kind] ?? 1) *
  (official && kind !== "official-answer" ? 1.08 : 1) *
  (accepted ? 1.06 : 1) *
  (outdated ? 0.85 : 1) *
  (duplicate ? 0.7 : 1)
