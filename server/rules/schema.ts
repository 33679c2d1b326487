import { type Static, Type } from "typebox"
import { MAX_MARKDOWN_LENGTH } from "../kernel/markdown.ts"
import { Closed, Day, Id, Key, Nullable, Text } from "../kernel/schemas.ts"

const texts = {
  body: Text(MAX_MARKDOWN_LENGTH),
  /** What is new; empty for the first edition. */
  summary: Text(1000, 0),
}

export const NewRulesDraft = Closed("NewRulesDraft", texts)
export type NewRulesDraft = Static<typeof NewRulesDraft>

export const EditedRulesDraft = Closed("EditedRulesDraft", {
  version: Type.Integer({ minimum: 1 }),
  ...texts,
})
export type EditedRulesDraft = Static<typeof EditedRulesDraft>

export const PublishedRules = Closed("PublishedRules", {
  version: Type.Integer({ minimum: 1 }),
  isAsked: Type.Boolean(),
})
export type PublishedRules = Static<typeof PublishedRules>

export const NewRulesComment = Closed("NewRulesComment", { body: Text(2000), key: Type.Optional(Key) })
export type NewRulesComment = Static<typeof NewRulesComment>

const Edition = Type.Integer({ minimum: 1 })
export const AcceptedRules = Closed("AcceptedRules", { edition: Edition })
export const ByEdition = Closed({ edition: Edition })

const edition = {
  edition: Edition,
  publishedOn: Day,
  summary: Type.String(),
  source: Type.String(),
}
const RulesEditionRow = Closed("RulesEditionRow", edition)

const former = {
  /** The text of the edition before, to see what changed. */
  formerBody: Nullable(Type.String()),
}

export const RulesEditionView = Closed("RulesEdition", {
  ...edition,
  body: Type.String(),
  html: Type.String(),
  ...former,
})
export type RulesEditionView = Static<typeof RulesEditionView>

export const RulesView = Closed("Rules", {
  /** The one in force. */
  current: Nullable(RulesEditionView),
  /** All of them, the latest first. */
  editions: Type.Array(RulesEditionRow),
  /** Everybody is asked to accept an edition before they write, and the person has not done so yet. */
  isAsked: Type.Boolean(),
  isAccepted: Type.Boolean(),
  /** How many people accepted at least, in fives; null below five, and for whoever does not look after the rules. */
  accepted: Nullable(Type.Integer()),
  hasDraft: Type.Boolean(),
  can: Closed({ draft: Type.Boolean() }),
})
export type RulesView = Static<typeof RulesView>

const RulesComment = Closed("RulesComment", {
  id: Id,
  body: Type.String(),
  author: Type.String(),
  can: Closed({ remove: Type.Boolean() }),
})

export const RulesDraftView = Closed("RulesDraft", {
  body: Type.String(),
  html: Type.String(),
  summary: Type.String(),
  source: Type.String(),
  ...former,
  commentsUntil: Day,
  version: Type.Integer(),
  comments: Type.Array(RulesComment),
  can: Closed({ comment: Type.Boolean(), edit: Type.Boolean(), publish: Type.Boolean() }),
})
export type RulesDraftView = Static<typeof RulesDraftView>
