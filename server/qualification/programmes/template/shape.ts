import type { AgendaItem, Feature, ImpulseQuestion, Requirement, StepKind } from "../../tables.ts"

/** A step as a template has it; its place in the list is its position. */
export type TemplateStep = {
  kind: StepKind
  title: string
  week: number
  weeks: number
  minutes: number
  /** For everybody who takes part. */
  contents: string
  /** How to hold it, for whoever facilitates. */
  guidance: string
  materials: string
  tasks: string
  agenda: AgendaItem[]
  questions: ImpulseQuestion[]
  features: Feature[]
  voluntary: boolean
}

export type Template = {
  /** The same for every edition; programmes that people make have others. */
  familyId: string
  /** Raised with every change of the contents: an edition that was shipped is never written again. */
  edition: number
  name: string
  description: string
  requirements: Requirement[]
  steps: TemplateStep[]
}
