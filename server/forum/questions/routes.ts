import { Type } from "typebox"
import { apiOf } from "../../kernel/api.ts"
import type { App } from "../../kernel/http.ts"
import { Choice, Closed, Cursor, DayCursor, Id, PageOf } from "../../kernel/schemas.ts"
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
  const api = apiOf(app)
  api.read(
    "/api/questions",
    "List questions",
    PageOf(QuestionRow),
    async ({ actor, query }) => {
      const { category, state, mine, after } = query
      const filter = {
        ...(category && { categoryIds: [category] }),
        ...(state && { states: [state] }),
        ...(mine && { mine }),
      }
      return listQuestions(db, actor, filter, after)
    },
    { query: Filter },
  )
  api.make("/api/questions", "Ask a question", NewQuestion, ({ actor, body }) =>
    createQuestion(db, actor, body),
  )
  api.make(
    "/api/questions/record",
    "Enter question and answer in one step",
    NewRecord,
    ({ actor, body }) => recordQuestion(db, actor, body),
    { access: ["specialist"] },
  )
  api.read("/api/questions/:id", "Read a question", QuestionView, ({ actor, params }) =>
    findQuestion(db, actor, params.id),
  )
  api.read(
    "/api/questions/:id/answers",
    "List answers of a question",
    PageOf(AnswerView),
    async ({ actor, params, query }) => {
      const { answers, answersNext } = await findQuestion(db, actor, params.id, query.after)
      return { items: answers, next: answersNext }
    },
    { query: AfterAnswer },
  )
  api.change("PUT /api/questions/:id", "Change a question", EditedQuestion, ({ actor, params, body }) =>
    editQuestion(db, actor, params.id, body),
  )
  api.read(
    "/api/queue",
    "List the open questions of the own departments",
    PageOf(QuestionRow),
    async ({ actor, query }) => {
      const { category, taken, order = "waiting", after } = query
      return listQueue(
        db,
        actor,
        { order, ...(category && { categoryIds: [category] }), ...(taken && { taken }) },
        after,
      )
    },
    { access: ["specialist"], query: QueueQuery },
  )
  api.read(
    "/api/queue/count",
    "Count the open questions of the own departments",
    Closed("QueueCount", { open: Type.Integer() }),
    async ({ actor }) => ({ open: await countOpen(db, actor) }),
    { access: ["specialist", "lead"] },
  )
  handlingRoutes(app, db)
}

function handlingRoutes(app: App, db: ForumParts["db"]): void {
  const api = apiOf(app)
  api.change("POST /api/questions/:id/take", "Take a question", Move, ({ actor, params, body }) =>
    takeQuestion(db, actor, params.id, body.note),
  )
  api.change(
    "POST /api/questions/:id/return",
    "Return a question that somebody took",
    Move,
    ({ actor, params, body }) => returnQuestion(db, actor, params.id, body.note),
  )
  api.change(
    "POST /api/questions/:id/hand-over",
    "Hand a question over to a colleague",
    HandOver,
    ({ actor, params, body }) => handOverQuestion(db, actor, params.id, body),
  )
  api.change(
    "POST /api/questions/:id/pass-on",
    "Pass a question on to another department",
    PassOn,
    ({ actor, params, body }) => passOnQuestion(db, actor, params.id, body),
  )
  api.make("/api/questions/:id/ask-back", "Ask the asker back", NewAskBack, ({ actor, params, body }) =>
    askBack(db, actor, params.id, body),
  )
  api.change("POST /api/questions/:id/close", "Close a question", null, ({ actor, params }) =>
    closeQuestion(db, actor, params.id),
  )
  api.change("POST /api/questions/:id/reopen", "Reopen a question", null, ({ actor, params }) =>
    reopenQuestion(db, actor, params.id),
  )
  api.change(
    "POST /api/questions/:id/duplicate",
    "Mark a question as a duplicate of another",
    Duplicate,
    ({ actor, params, body }) => markDuplicate(db, actor, params.id, body.originalId),
  )
}
