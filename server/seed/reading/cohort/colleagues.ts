import { type Static, Type } from "typebox"
import { Closed } from "../../../kernel/schemas.ts"
import { MarkedObjection, NewEvent, NewObjection } from "../../../qualification/outcome.ts"
import { EditedRulesDraft, NewRulesComment } from "../../../rules/index.ts"
import { Written } from "../../qualification/when.ts"
import { Key, Keys } from "../fields.ts"

const { title, place, hosts, agenda } = NewEvent.properties
const Time = Type.String({ pattern: "^\\d\\d:\\d\\d$" })

const Objection = Closed({
  kind: NewObjection.properties.kind,
  words: NewObjection.properties.words,
  /** Whoever raised it with their name. */
  by: Type.Optional(Key),
  /** Whoever entered it afterwards, where it was said in the room. */
  room: Type.Optional(Key),
  at: Written,
  /** What became of it, where the group has talked about it. */
  outcome: Type.Optional(
    Closed({
      at: Written,
      mark: MarkedObjection.properties.mark,
      answer: MarkedObjection.properties.answer,
      who: Type.String({ default: "" }),
      until: Type.Optional(Written),
      done: Type.Optional(Written),
      link: Type.String({ default: "" }),
      linkTitle: Type.String({ default: "" }),
    }),
  ),
})
export type SeedObjection = Static<typeof Objection>

const Comments = Type.Array(Closed({ by: Key, at: Written, body: NewRulesComment.properties.body }))

/** What a group shows its colleagues: the event, what they object and ask, and the rules of use. */
export const Colleagues = Closed({
  by: Key,
  planned: Written,
  invited: Written,
  title,
  day: Written,
  from: Time,
  until: Time,
  place,
  hosts,
  agenda,
  /** Of all departments where none is named. */
  departments: Keys,
  objections: Type.Array(Objection),
  rules: Type.Optional(
    Closed({
      shown: Written,
      comments: Comments,
      published: Written,
      /** What editors made of them later; the last one is still a draft. */
      next: Type.Array(
        Closed({
          by: Key,
          shown: Written,
          comments: Comments,
          published: Type.Optional(Written),
          summary: EditedRulesDraft.properties.summary,
          body: EditedRulesDraft.properties.body,
        }),
      ),
    }),
  ),
})
export type SeedColleagues = Static<typeof Colleagues>
