import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { findLesson, listEarlierLessons, listLessons, listReleasedLessons } from "./lesson-queries.ts"
import {
  editLesson,
  releaseLesson,
  removeLesson,
  removeOrphan,
  takeOverCard,
  takeOverCardGroup,
  withdrawLesson,
  writeLesson,
} from "./lessons.ts"
import {
  EarlierLesson,
  EditedLesson,
  LessonVersion,
  LessonView,
  ListedLesson,
  NewLesson,
  TakenOver,
} from "./schema.ts"

export function lessonRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.list(
    "/api/lessons",
    "List the released lessons of all programmes, for facilitators",
    ListedLesson,
    ({ actor }) => listReleasedLessons(db, actor),
  )
  api.list(
    "/api/cohorts/:id/lessons",
    "List the lessons that a cohort wrote",
    LessonView,
    ({ actor, params }) => listLessons(db, actor, params.id),
  )
  api.list(
    "/api/cohorts/:id/earlier-lessons",
    "List what earlier cohorts of the programme released",
    EarlierLesson,
    ({ actor, params }) => listEarlierLessons(db, actor, params.id),
  )
  api.make("/api/cohorts/:id/lessons", "Write a lesson", NewLesson, ({ actor, params, body }) =>
    writeLesson(db, actor, params.id, body),
  )
  api.make(
    "/api/retrospective-cards/:id/lesson",
    "Take a card over as a lesson",
    TakenOver,
    ({ actor, params, body }) => takeOverCard(db, actor, params.id, body.key),
  )
  api.make(
    "/api/retrospective-groups/:id/lesson",
    "Take a group of cards over as a lesson",
    TakenOver,
    ({ actor, params, body }) => takeOverCardGroup(db, actor, params.id, body.key),
  )
  api.read("/api/lessons/:id", "Read a lesson", LessonView, ({ actor, params }) =>
    findLesson(db, actor, params.id),
  )
  api.change("PUT /api/lessons/:id", "Change a lesson", EditedLesson, ({ actor, params, body }) =>
    editLesson(db, actor, params.id, body),
  )
  api.change("DELETE /api/lessons/:id", "Delete a lesson", null, ({ actor, params }) =>
    removeLesson(db, actor, params.id),
  )
  api.change(
    "POST /api/lessons/:id/release",
    "Release a lesson to later cohorts",
    LessonVersion,
    ({ actor, params, body }) => releaseLesson(db, actor, params.id, body.version),
  )
  api.change(
    "POST /api/lessons/:id/withdraw",
    "Take a released lesson back",
    LessonVersion,
    ({ actor, params, body }) => withdrawLesson(db, actor, params.id, body.version),
  )
  api.change(
    "DELETE /api/released-lessons/:id",
    "Delete a released lesson whose cohort is gone",
    null,
    ({ actor, params }) => removeOrphan(db, actor, params.id),
  )
}
