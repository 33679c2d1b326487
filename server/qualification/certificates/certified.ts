import type { Bilingual } from "../../kernel/actor.ts"

export type CertifiedCompetence = {
  /** `digcomp@2.2:2.4` */
  key: string
  framework: string
  version: string
  id: string
  name: Bilingual
  level: number
  levelName: Bilingual
  /** What somebody does at this level, as the end of a sentence; null at 0. */
  doing: Bilingual | null
  /** Where the holder stood at the start, where that was agreed; absent in earlier versions. */
  start?: { level: number; levelName: Bilingual } | null
}

/** Everything that stands on it, as it was on its day: it outlives cohort, programme and account. */
export type CertificateContent = {
  installation: string
  holder: string
  programme: string
  description: string
  from: string
  until: string
  competences: CertifiedCompetence[]
  /** As they were agreed, one each, but for those that the competences say already. */
  sentences: string[]
  issuer: string
  /** Of the common dates at which the holder was there; absent in earlier versions. */
  hours?: number
  /** The titles of the holder's learning projects; absent in earlier versions. */
  projects?: string[]
  /** The highest level of its scale; absent: the eight steps of earlier versions. */
  scale?: number
}
