import { apiOf } from "../kernel/api.ts"
import type { Db } from "../kernel/database.ts"
import type { App } from "../kernel/http.ts"
import {
  acceptRules,
  commentOnRules,
  discardRulesDraft,
  draftRules,
  editRulesDraft,
  publishRules,
  removeRulesComment,
} from "./actions.ts"
import { findRules, findRulesDraft, findRulesEdition } from "./queries.ts"
import {
  AcceptedRules,
  ByEdition,
  EditedRulesDraft,
  NewRulesComment,
  NewRulesDraft,
  PublishedRules,
  RulesDraftView,
  RulesEditionView,
  RulesView,
} from "./schema.ts"

export async function rulesRoutes(app: App, { db }: { db: Db }): Promise<void> {
  readingRoutes(app, db)
  draftRoutes(app, db)
}

function readingRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.read(
    "/api/rules",
    "Read the rules of use, and whether the person has accepted them",
    RulesView,
    (ask) => findRules(db, ask.actor),
  )
  api.read(
    "/api/rules/editions/:edition",
    "Read an edition of the rules of use, with the text before it",
    RulesEditionView,
    ({ params }) => findRulesEdition(db, params.edition),
    { params: ByEdition },
  )
  api.change("PUT /api/rules/acceptance", "Accept the rules of use", AcceptedRules, ({ actor, body }) =>
    acceptRules(db, actor, body.edition),
  )
}

function draftRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.read("/api/rules/draft", "Read the draft of the rules with its comments", RulesDraftView, (ask) =>
    findRulesDraft(db, ask.actor),
  )
  api.make("/api/rules/draft", "Show everybody a draft of the rules for a week", NewRulesDraft, (ask) =>
    draftRules(db, ask.actor, ask.body),
  )
  api.change("PUT /api/rules/draft", "Change the draft of the rules", EditedRulesDraft, ({ actor, body }) =>
    editRulesDraft(db, actor, body),
  )
  api.change("DELETE /api/rules/draft", "Discard the draft of the rules", null, ({ actor }) =>
    discardRulesDraft(db, actor),
  )
  api.change(
    "POST /api/rules/draft/publish",
    "Publish the draft as the next edition, once everybody had a week for comments",
    PublishedRules,
    ({ actor, body }) => publishRules(db, actor, body),
  )
  api.make(
    "/api/rules/draft/comments",
    "Comment on the draft of the rules",
    NewRulesComment,
    ({ actor, body }) => commentOnRules(db, actor, body),
  )
  api.change("DELETE /api/rules/comments/:id", "Remove a comment on the draft", null, ({ actor, params }) =>
    removeRulesComment(db, actor, params.id),
  )
}
