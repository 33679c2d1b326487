import { type Static, Type } from "typebox"
import { MAX_MARKDOWN_LENGTH } from "../../kernel/markdown.ts"
import { Choice, Closed, Id, Instant, Key, Line, Nullable, OnlyKey, Text } from "../../kernel/schemas.ts"
import { FOUNDATIONS } from "../competences/frameworks/index.ts"
import { HtmlByField } from "../schema.ts"
import { FEATURES, REQUIREMENTS, STEP_KINDS } from "../tables.ts"
import { FAULTS } from "./checks.ts"

export const QUESTION_KINDS = ["line", "text", "choice"] as const
const STATES = ["draft", "published", "withdrawn"] as const
/** How many lines an agenda, and how many questions an impulse may have. */
export const MOST_AGENDA = 24
export const MOST_STEP_QUESTIONS = 10
export const MOST_STEPS = 80

export const AgendaLine = Closed("AgendaLine", {
  title: Line(120),
  minutes: Type.Integer({ minimum: 1, maximum: 480 }),
  isBreak: Type.Boolean(),
  /** Managers come in for it. */
  withManagers: Type.Optional(Type.Boolean()),
})

export const StepQuestion = Closed("StepQuestion", {
  label: Line(200),
  kind: Choice(QUESTION_KINDS, "ImpulseQuestionKind"),
  /** Of a choice. */
  options: Type.Array(Line(120), { maxItems: 12 }),
})

const stepFields = {
  kind: Choice(STEP_KINDS, "StepKind"),
  title: Line(120, 3),
  week: Type.Integer({ minimum: 0, maximum: 104 }),
  weeks: Type.Integer({ minimum: 0, maximum: 26 }),
  minutes: Type.Integer({ minimum: 0, maximum: 480 }),
  contents: Text(MAX_MARKDOWN_LENGTH, 0),
  /** For facilitators alone; left as it is where it is not given. */
  guidance: Type.Optional(Text(MAX_MARKDOWN_LENGTH, 0)),
  materials: Text(MAX_MARKDOWN_LENGTH, 0),
  tasks: Text(MAX_MARKDOWN_LENGTH, 0),
  agenda: Type.Array(AgendaLine, { maxItems: MOST_AGENDA }),
  questions: Type.Array(StepQuestion, { maxItems: MOST_STEP_QUESTIONS }),
  features: Type.Array(Choice(FEATURES, "SessionFeature"), { uniqueItems: true }),
  voluntary: Type.Boolean(),
}
const version = Type.Integer({ minimum: 1 })

export const StepFields = Closed("StepFields", stepFields)
export type StepFields = Static<typeof StepFields>
export const NewStep = Closed("NewStep", { ...stepFields, key: Type.Optional(Key) })
export type NewStep = Static<typeof NewStep>
/** `version` is the programme's: everything in it is changed under one. */
export const EditedStep = Closed("EditedStep", { version, ...stepFields })
export type EditedStep = Static<typeof EditedStep>

export const EditedProgramme = Closed("EditedProgramme", {
  version,
  name: Line(120, 3),
  description: Text(MAX_MARKDOWN_LENGTH, 0),
  requirements: Type.Array(Choice(REQUIREMENTS, "Requirement"), { uniqueItems: true }),
  /** Left as it is where it is not given. */
  foundation: Type.Optional(Choice(FOUNDATIONS, "Foundation")),
})
export type EditedProgramme = Static<typeof EditedProgramme>

export const CopyOrder = OnlyKey
export const Direction = Closed("Direction", { direction: Choice(["up", "down"] as const) })

const head = {
  id: Id,
  name: Type.String(),
  edition: Type.Integer(),
  state: Choice(STATES, "ProgrammeState"),
  /** Comes with the software. */
  shipped: Type.Boolean(),
  own: Type.Boolean(),
  author: Nullable(Type.String()),
  publishedAt: Nullable(Instant),
}
export const ProgrammeRow = Closed("ProgrammeRow", { ...head, weeks: Type.Integer(), steps: Type.Integer() })
export type ProgrammeRow = Static<typeof ProgrammeRow>

const StepView = Closed("ProgrammeStep", {
  id: Id,
  ...stepFields,
  guidance: Type.String(),
  html: HtmlByField,
})
export type StepView = Static<typeof StepView>

export const Fault = Closed("ProgrammeFault", {
  /** Null where the whole programme is meant. */
  stepId: Nullable(Id),
  field: Type.String(),
  code: Choice(FAULTS),
  /** Numbers that the fault is about. */
  found: Nullable(Type.Integer()),
  expected: Nullable(Type.Integer()),
})
export type Fault = Static<typeof Fault>

export const ProgrammeView = Closed("Programme", {
  ...head,
  description: Type.String(),
  descriptionHtml: Type.String(),
  requirements: Type.Array(Choice(REQUIREMENTS, "Requirement")),
  /** The framework and version from which cohorts choose competences. */
  foundation: Choice(FOUNDATIONS, "Foundation"),
  version: Type.Integer(),
  steps: Type.Array(StepView),
  /** What keeps a draft from being published. */
  faults: Type.Array(Fault),
  /** Other published editions of the same programme, the latest first. */
  editions: Type.Array(Closed({ id: Id, edition: Type.Integer() })),
  can: Closed({ edit: Type.Boolean(), prepareEdition: Type.Boolean(), offer: Type.Boolean() }),
})
export type ProgrammeView = Static<typeof ProgrammeView>
