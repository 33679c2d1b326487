import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { ById, Created, Nothing } from "../../kernel/schemas.ts"
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
  EditedCard,
  EditedCardGroup,
  NewCard,
  NewCardGroup,
  NewStage,
  RetrospectiveView,
} from "./schema.ts"
import { changeStage, vote } from "./votes.ts"

const config = { access: "signed-in" } as const
const done = { 204: Nothing }
const made = { 201: Created }

export function retrospectiveRoutes(app: App, db: Db): void {
  boardRoutes(app, db)
  cardRoutes(app, db)
  cardGroupRoutes(app, db)
  voteRoutes(app, db)
  lessonRoutes(app, db)
}

function boardRoutes(app: App, db: Db): void {
  const at = "/api/cohorts/:id/retrospective"
  app.get(
    at,
    {
      config,
      schema: {
        summary: "Read the board of the retrospective",
        params: ById,
        response: { 200: RetrospectiveView },
      },
    },
    async ({ actor, params }) => findRetrospective(db, actor, params.id),
  )
  app.post(
    `${at}/cards`,
    { config, schema: { summary: "Add a card", params: ById, body: NewCard, response: made } },
    async ({ actor, params, body }, reply) => reply.code(201).send(await addCard(db, actor, params.id, body)),
  )
  app.post(
    `${at}/stage`,
    {
      config,
      schema: {
        summary: "Open voting, close the board or collect cards again",
        params: ById,
        body: NewStage,
        response: done,
      },
    },
    async ({ actor, params, body }, reply) => {
      await changeStage(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
}

function cardRoutes(app: App, db: Db): void {
  const at = "/api/retrospective-cards/:id"
  app.put(
    at,
    { config, schema: { summary: "Change an own card", params: ById, body: EditedCard, response: done } },
    async ({ actor, params, body }, reply) => {
      await editCard(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    at,
    { config, schema: { summary: "Withdraw a card", params: ById, response: done } },
    async ({ actor, params }, reply) => {
      await removeCard(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
  app.put(
    `${at}/place`,
    {
      config,
      schema: {
        summary: "Put a card into a column or a group",
        params: ById,
        body: CardPlace,
        response: done,
      },
    },
    async ({ actor, params, body }, reply) => {
      await placeCard(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  app.post(
    `${at}/group`,
    {
      config,
      schema: { summary: "Begin a group with a card", params: ById, body: NewCardGroup, response: made },
    },
    async ({ actor, params, body }, reply) => {
      const { id } = await groupCard(db, actor, params.id, body)
      return reply.code(201).send({ id })
    },
  )
}

function cardGroupRoutes(app: App, db: Db): void {
  const at = "/api/retrospective-groups/:id"
  app.put(
    at,
    {
      config,
      schema: { summary: "Rename a group of cards", params: ById, body: EditedCardGroup, response: done },
    },
    async ({ actor, params, body }, reply) => {
      await renameCardGroup(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    at,
    { config, schema: { summary: "Dissolve a group of cards", params: ById, response: done } },
    async ({ actor, params }, reply) => {
      await dissolveCardGroup(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
}

function voteRoutes(app: App, db: Db): void {
  const kinds = [
    { at: "/api/retrospective-cards/:id/vote", what: (id: string) => ({ cardId: id }), name: "card" },
    { at: "/api/retrospective-groups/:id/vote", what: (id: string) => ({ groupId: id }), name: "group" },
  ]
  for (const { at, what, name } of kinds) {
    app.put(
      at,
      { config, schema: { summary: `Vote for a ${name}`, params: ById, response: done } },
      async ({ actor, params }, reply) => {
        await vote(db, actor, what(params.id), true)
        return reply.code(204).send(null)
      },
    )
    app.delete(
      at,
      { config, schema: { summary: `Take back the vote for a ${name}`, params: ById, response: done } },
      async ({ actor, params }, reply) => {
        await vote(db, actor, what(params.id), false)
        return reply.code(204).send(null)
      },
    )
  }
}
