import { Type } from "typebox"
import { apiOf } from "../../kernel/api.ts"
import type { App } from "../../kernel/http.ts"
import { After, Closed, Day, DayCursor, Id, Instant, Named, Nullable, PageOf } from "../../kernel/schemas.ts"
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
  const api = apiOf(app)
  api.make(
    "/api/questions/:id/answers",
    "Answer a question, officially or as a colleague",
    NewAnswer,
    ({ actor, params, body }) => createAnswer(db, actor, params.id, body),
  )
  api.change("PUT /api/answers/:id", "Change an answer", EditedAnswer, ({ actor, params, body }) =>
    editAnswer(db, actor, params.id, body),
  )
  api.change(
    "PUT /api/answers/:id/accepted",
    "Mark whether an answer answers the own question",
    Acceptance,
    ({ actor, params, body }) => setAccepted(db, actor, params.id, body.accepted),
  )
  api.change(
    "POST /api/answers/:id/reports",
    "Report an official answer as outdated",
    NewReport,
    ({ actor, params, body }) => reportOutdated(db, actor, params.id, body.reason),
  )
  api.change(
    "POST /api/answers/:id/confirm",
    "Confirm an official answer that was to be reviewed",
    Confirmation,
    ({ actor, params, body }) => confirmAnswer(db, actor, params.id, body),
  )
  api.read(
    "/api/reviews",
    "List the official answers to be reviewed",
    PageOf(ReviewRow),
    ({ actor, query }) => listReviews(db, actor, query.after),
    { access: ["specialist"], query: Closed({ after: Type.Optional(DayCursor) }) },
  )
  api.read(
    "/api/official-answers",
    "List official answers",
    PageOf(OfficialRow),
    ({ actor, query }) => listLatestOfficial(db, actor, query.after),
    { query: After },
  )
}
