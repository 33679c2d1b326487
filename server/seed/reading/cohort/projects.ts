import { type Static, Type } from "typebox"
import { Closed } from "../../../kernel/schemas.ts"
import { Answered, NewDecision, NewItem, NewProject, NewProjectComment } from "../../../qualification/work.ts"
import { StepName, Written } from "../../qualification/when.ts"
import { Key, Keys } from "../fields.ts"

const act = { by: Key, at: Written }
const unsaid = Type.String({ default: "" })

export const Project = Closed({
  ...act,
  title: NewProject.properties.title,
  goal: NewProject.properties.goal,
  reason: NewProject.properties.reason,
  concerned: NewProject.properties.concerned,
  risks: NewProject.properties.risks,
  with: Keys,
  /** When its state changes, with what is then known. */
  running: Written,
  finished: Type.Optional(Closed({ at: Written, goal: NewProject.properties.goal })),
  items: Type.Array(
    Closed({
      kind: NewItem.properties.kind,
      title: NewItem.properties.title,
      day: Written,
      who: Type.Optional(Key),
      done: Type.Optional(Written),
    }),
  ),
  decisions: Type.Array(Closed({ ...act, body: NewDecision.properties.body }), { default: [] }),
  comments: Type.Array(Closed({ ...act, body: NewProjectComment.properties.body }), { default: [] }),
  submissions: Type.Array(
    Closed({
      ...act,
      step: StepName,
      message: unsaid,
      answers: Type.Array(
        Closed({
          ...act,
          answer: Answered.properties.answer,
          comment: unsaid,
          talkOn: Type.Optional(Written),
        }),
      ),
    }),
  ),
})
export type SeedProject = Static<typeof Project> & { key: string }
