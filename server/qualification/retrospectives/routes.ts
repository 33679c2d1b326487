import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { findRetrospective } from "./board.ts"
import {
  addCard,
  dissolveCardGroup,
  editCard,
  groupCard,
  placeCard,
  removeCard,
  renameCardGroup,
} from "./cards.ts"
import { lessonRoutes } from "./lesson-routes.ts"
import {
  CardPlace,
  CardVersion,
  EditedCard,
  EditedCardGroup,
  NewCard,
  NewCardGroup,
  NewStage,
  RetrospectiveView,
} from "./schema.ts"
import { changeStage, vote } from "./votes.ts"

export function retrospectiveRoutes(app: App, db: Db): void {
  boardRoutes(app, db)
  cardRoutes(app, db)
  cardGroupRoutes(app, db)
  voteRoutes(app, db)
  lessonRoutes(app, db)
}

function boardRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  const at = "/api/cohorts/:id/retrospective"
  api.read(at, "Read the board of the retrospective", RetrospectiveView, ({ actor, params }) =>
    findRetrospective(db, actor, params.id),
  )
  api.make(`${at}/cards`, "Add a card", NewCard, ({ actor, params, body }) =>
    addCard(db, actor, params.id, body),
  )
  api.change(
    `POST ${at}/stage`,
    "Open voting, close the board or collect cards again",
    NewStage,
    ({ actor, params, body }) => changeStage(db, actor, params.id, body),
  )
}

function cardRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  const at = "/api/retrospective-cards/:id"
  api.change(`PUT ${at}`, "Change an own card", EditedCard, ({ actor, params, body }) =>
    editCard(db, actor, params.id, body),
  )
  api.change(
    `DELETE ${at}`,
    "Withdraw a card",
    null,
    ({ actor, params, query }) => removeCard(db, actor, params.id, query.version),
    { query: CardVersion },
  )
  api.change(`PUT ${at}/place`, "Put a card into a column or a group", CardPlace, ({ actor, params, body }) =>
    placeCard(db, actor, params.id, body),
  )
  api.make(`${at}/group`, "Begin a group with a card", NewCardGroup, async ({ actor, params, body }) => {
    const { id } = await groupCard(db, actor, params.id, body)
    return { id }
  })
}

function cardGroupRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  const at = "/api/retrospective-groups/:id"
  api.change(`PUT ${at}`, "Rename a group of cards", EditedCardGroup, ({ actor, params, body }) =>
    renameCardGroup(db, actor, params.id, body),
  )
  api.change(`DELETE ${at}`, "Dissolve a group of cards", null, ({ actor, params }) =>
    dissolveCardGroup(db, actor, params.id),
  )
}

function voteRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  const kinds = [
    { at: "/api/retrospective-cards/:id/vote", what: (id: string) => ({ cardId: id }), name: "card" },
    { at: "/api/retrospective-groups/:id/vote", what: (id: string) => ({ groupId: id }), name: "group" },
  ] as const
  for (const { at, what, name } of kinds) {
    api.change(`PUT ${at}`, `Vote for a ${name}`, null, ({ actor, params }) =>
      vote(db, actor, what(params.id), true),
    )
    api.change(`DELETE ${at}`, `Take back the vote for a ${name}`, null, ({ actor, params }) =>
      vote(db, actor, what(params.id), false),
    )
  }
}
