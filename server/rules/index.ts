/** The front door of the module: the rules of use, which whoever writes has accepted. */

export {
  acceptRules,
  commentOnRules,
  discardRulesDraft,
  draftRules,
  editRulesDraft,
  publishRules,
  putOutRules,
  removeRulesComment,
} from "./actions.ts"
export { rulesCatalogue } from "./catalogue.ts"
export { rulesChapters } from "./chapters.ts"
export { askedRules, mayDraftRules, refuseUnaccepted } from "./policy.ts"
export { findRules, findRulesDraft, findRulesEdition } from "./queries.ts"
export { renderedRules } from "./rendered.ts"
export { rulesRoutes } from "./routes.ts"
export {
  AcceptedRules,
  ByEdition,
  EditedRulesDraft,
  NewRulesComment,
  NewRulesDraft,
  PublishedRules,
  type RulesDraftView,
  type RulesEditionView,
  type RulesView,
} from "./schema.ts"
