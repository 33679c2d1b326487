import { Type } from "typebox"
import type { App } from "../../kernel/http.ts"
import {
  ById,
  Choice,
  Closed,
  Created,
  Cursor,
  DayCursor,
  Id,
  Nothing,
  PageOf,
} from "../../kernel/schemas.ts"
import { AnswerCursor } from "../answers/order.ts"
import type { ForumParts } from "../parts.ts"
import {
  askBack,
  closeQuestion,
  createQuestion,
  editQuestion,
  handOverQuestion,
  markDuplicate,
  passOnQuestion,
  recordQuestion,
  reopenQuestion,
  returnQuestion,
  takeQuestion,
} from "./actions.ts"
import { listQuestions } from "./lists.ts"
import { findQuestion } from "./queries.ts"
import { countOpen, listQueue } from "./queue.ts"
import {
  AnswerView,
  Duplicate,
  EditedQuestion,
  HandOver,
  Move,
  NewAskBack,
  NewQuestion,
  NewRecord,
  PassOn,
  QuestionRow,
  QuestionView,
  StateChoice,
} from "./schema.ts"

const Filter = Closed({
  category: Type.Optional(Id),
  state: Type.Optional(StateChoice),
  mine: Type.Optional(Type.Boolean()),
  after: Type.Optional(Cursor),
})
const AfterAnswer = Closed({ after: Type.Optional(AnswerCursor) })
const QueueQuery = Closed({
  category: Type.Optional(Id),
  taken: Type.Optional(Type.Union([Choice(["nobody", "me", "anybody"]), Id])),
  order: Type.Optional(Choice(["waiting", "wanted"])),
  after: Type.Optional(DayCursor),
})

export async function questionRoutes(app: App, { db }: ForumParts): Promise<void> {
  app.get(
    "/api/questions",
    {
      config: { access: "signed-in" },
      schema: { querystring: Filter, response: { 200: PageOf(QuestionRow) } },
    },
    async ({ actor, query }) => {
      const { category, state, mine, after } = query
      const filter = {
        ...(category && { categoryIds: [category] }),
        ...(state && { states: [state] }),
        ...(mine && { mine }),
      }
      return listQuestions(db, actor, filter, after)
    },
  )
  app.post(
    "/api/questions",
    { config: { access: "signed-in" }, schema: { body: NewQuestion, response: { 201: Created } } },
    async (request, reply) => reply.code(201).send(await createQuestion(db, request.actor, request.body)),
  )
  app.post(
    "/api/questions/record",
    { config: { access: ["specialist"] }, schema: { body: NewRecord, response: { 201: Created } } },
    async (request, reply) => reply.code(201).send(await recordQuestion(db, request.actor, request.body)),
  )
  app.get(
    "/api/questions/:id",
    { config: { access: "signed-in" }, schema: { params: ById, response: { 200: QuestionView } } },
    async (request) => findQuestion(db, request.actor, request.params.id),
  )
  app.get(
    "/api/questions/:id/answers",
    {
      config: { access: "signed-in" },
      schema: { params: ById, querystring: AfterAnswer, response: { 200: PageOf(AnswerView) } },
    },
    async ({ actor, params, query }) => {
      const { answers, answersNext } = await findQuestion(db, actor, params.id, query.after)
      return { items: answers, next: answersNext }
    },
  )
  app.put(
    "/api/questions/:id",
    {
      config: { access: "signed-in" },
      schema: { params: ById, body: EditedQuestion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await editQuestion(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.get(
    "/api/queue",
    {
      config: { access: ["specialist"] },
      schema: { querystring: QueueQuery, response: { 200: PageOf(QuestionRow) } },
    },
    async ({ actor, query }) => {
      const { category, taken, order = "waiting", after } = query
      return listQueue(
        db,
        actor,
        { order, ...(category && { categoryIds: [category] }), ...(taken && { taken }) },
        after,
      )
    },
  )
  app.get(
    "/api/queue/count",
    {
      config: { access: ["specialist", "lead"] },
      schema: { response: { 200: Closed("QueueCount", { open: Type.Integer() }) } },
    },
    async (request) => ({ open: await countOpen(db, request.actor) }),
  )
  handlingRoutes(app, db)
}

function handlingRoutes(app: App, db: ForumParts["db"]): void {
  app.post(
    "/api/questions/:id/take",
    { config: { access: "signed-in" }, schema: { params: ById, body: Move, response: { 204: Nothing } } },
    async (request, reply) => {
      await takeQuestion(db, request.actor, request.params.id, request.body.note)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/questions/:id/return",
    { config: { access: "signed-in" }, schema: { params: ById, body: Move, response: { 204: Nothing } } },
    async (request, reply) => {
      await returnQuestion(db, request.actor, request.params.id, request.body.note)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/questions/:id/hand-over",
    { config: { access: "signed-in" }, schema: { params: ById, body: HandOver, response: { 204: Nothing } } },
    async (request, reply) => {
      await handOverQuestion(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/questions/:id/pass-on",
    { config: { access: "signed-in" }, schema: { params: ById, body: PassOn, response: { 204: Nothing } } },
    async (request, reply) => {
      await passOnQuestion(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/questions/:id/ask-back",
    {
      config: { access: "signed-in" },
      schema: { params: ById, body: NewAskBack, response: { 201: Created } },
    },
    async (request, reply) =>
      reply.code(201).send(await askBack(db, request.actor, request.params.id, request.body)),
  )
  app.post(
    "/api/questions/:id/close",
    { config: { access: "signed-in" }, schema: { params: ById, response: { 204: Nothing } } },
    async (request, reply) => {
      await closeQuestion(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/questions/:id/reopen",
    { config: { access: "signed-in" }, schema: { params: ById, response: { 204: Nothing } } },
    async (request, reply) => {
      await reopenQuestion(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/questions/:id/duplicate",
    {
      config: { access: "signed-in" },
      schema: { params: ById, body: Duplicate, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await markDuplicate(db, request.actor, request.params.id, request.body.originalId)
      return reply.code(204).send(null)
    },
  )
}
