import { type Static, type TSchema, Type } from "typebox"
import { AtVersion, Choice, Closed, Id, Key, Line, Nullable, Text } from "../../kernel/schemas.ts"
import { MEDIA } from "./tables.ts"

const perQuestion = <T extends TSchema>(value: T) => ({ helps: value, hinders: value, wish: value })

export const OwnExperience = Closed("OwnExperience", {
  anonymous: Type.Boolean(),
  media: Type.Array(Choice(MEDIA, "Medium"), { maxItems: MEDIA.length, uniqueItems: true }),
  ...perQuestion(Text(1000, 0)),
})
export type OwnExperience = Static<typeof OwnExperience>

const Said = Closed("Said", { text: Type.String(), name: Nullable(Type.String()) })

export const ExperienceView = Closed("Experience", {
  /** Null for facilitators, and before the first answer. */
  own: Nullable(OwnExperience),
  can: Closed({ answer: Type.Boolean() }),
  answers: Closed(perQuestion(Type.Array(Said))),
  /** Null as long as fewer than five have answered. */
  media: Nullable(Type.Array(Closed({ medium: Choice(MEDIA, "Medium"), people: Type.Integer() }))),
})
export type ExperienceView = Static<typeof ExperienceView>

const process = {
  title: Line(160),
  steps: Text(4000, 0),
  media: Text(2000, 0),
  pain: Text(2000, 0),
  change: Text(2000, 0),
}
export const NewWorkProcess = Closed("NewWorkProcess", { key: Type.Optional(Key), ...process })
export type NewWorkProcess = Static<typeof NewWorkProcess>
export const EditedWorkProcess = Closed("EditedWorkProcess", {
  version: Type.Integer({ minimum: 1 }),
  ...process,
})
export type EditedWorkProcess = Static<typeof EditedWorkProcess>

/** The work process as the person saw it when they decided that it goes. */
export const WorkProcessVersion = AtVersion

export const WorkProcessView = Closed("WorkProcess", {
  id: Id,
  cohortId: Id,
  version: Type.Integer(),
  ...process,
})
export type WorkProcessView = Static<typeof WorkProcessView>
