import { Type } from "typebox"
import type { App } from "../../kernel/http.ts"
import {
  After,
  ById,
  Closed,
  Created,
  Day,
  DayCursor,
  Id,
  Instant,
  Named,
  Nothing,
  Nullable,
  PageOf,
} from "../../kernel/schemas.ts"
import type { ForumParts } from "../parts.ts"
import { confirmAnswer, createAnswer, editAnswer, reportOutdated, setAccepted } from "./actions.ts"
import { listLatestOfficial, listReviews } from "./queries.ts"
import { Acceptance, Confirmation, EditedAnswer, NewAnswer, NewReport } from "./schema.ts"

const official = {
  id: Id,
  questionId: Id,
  title: Type.String(),
  category: Named,
  department: Named,
  legalStatusDate: Nullable(Day),
  reviewDate: Nullable(Day),
  needsReview: Type.Boolean(),
  createdAt: Instant,
}
const OfficialRow = Closed("OfficialRow", official)
const ReviewRow = Closed("ReviewRow", {
  ...official,
  reports: Type.Array(Closed("AnswerReport", { reason: Type.String(), at: Instant })),
})

export async function answerRoutes(app: App, { db }: ForumParts): Promise<void> {
  app.post(
    "/api/questions/:id/answers",
    {
      config: { access: "signed-in" },
      schema: { params: ById, body: NewAnswer, response: { 201: Created } },
    },
    async (request, reply) =>
      reply.code(201).send(await createAnswer(db, request.actor, request.params.id, request.body)),
  )
  app.put(
    "/api/answers/:id",
    {
      config: { access: "signed-in" },
      schema: { params: ById, body: EditedAnswer, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await editAnswer(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.put(
    "/api/answers/:id/accepted",
    {
      config: { access: "signed-in" },
      schema: { params: ById, body: Acceptance, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await setAccepted(db, request.actor, request.params.id, request.body.accepted)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/answers/:id/reports",
    {
      config: { access: "signed-in" },
      schema: { params: ById, body: NewReport, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await reportOutdated(db, request.actor, request.params.id, request.body.reason)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/answers/:id/confirm",
    {
      config: { access: "signed-in" },
      schema: { params: ById, body: Confirmation, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await confirmAnswer(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.get(
    "/api/reviews",
    {
      config: { access: ["specialist"] },
      schema: {
        querystring: Closed({ after: Type.Optional(DayCursor) }),
        response: { 200: PageOf(ReviewRow) },
      },
    },
    async (request) => listReviews(db, request.actor, request.query.after),
  )
  app.get(
    "/api/official-answers",
    {
      config: { access: "signed-in" },
      schema: { querystring: After, response: { 200: PageOf(OfficialRow) } },
    },
    async (request) => listLatestOfficial(db, request.actor, request.query.after),
  )
}
