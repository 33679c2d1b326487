import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { ById, Created, ListOf, Nothing } from "../../kernel/schemas.ts"
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

const config = { access: "signed-in" } as const
const done = { 204: Nothing }
const made = { 201: Created }

export function lessonRoutes(app: App, db: Db): void {
  listRoutes(app, db)
  writingRoutes(app, db)
  changingRoutes(app, db)
  releasingRoutes(app, db)
}

function listRoutes(app: App, db: Db): void {
  app.get(
    "/api/lessons",
    {
      config,
      schema: {
        summary: "List the released lessons of all programmes, for facilitators",
        response: { 200: ListOf(ListedLesson) },
      },
    },
    async ({ actor }) => ({ items: await listReleasedLessons(db, actor) }),
  )
  app.get(
    "/api/cohorts/:id/lessons",
    {
      config,
      schema: {
        summary: "List the lessons that a cohort wrote",
        params: ById,
        response: { 200: ListOf(LessonView) },
      },
    },
    async ({ actor, params }) => ({ items: await listLessons(db, actor, params.id) }),
  )
  app.get(
    "/api/cohorts/:id/earlier-lessons",
    {
      config,
      schema: {
        summary: "List what earlier cohorts of the programme released",
        params: ById,
        response: { 200: ListOf(EarlierLesson) },
      },
    },
    async ({ actor, params }) => ({ items: await listEarlierLessons(db, actor, params.id) }),
  )
}

function writingRoutes(app: App, db: Db): void {
  app.post(
    "/api/cohorts/:id/lessons",
    { config, schema: { summary: "Write a lesson", params: ById, body: NewLesson, response: made } },
    async ({ actor, params, body }, reply) =>
      reply.code(201).send(await writeLesson(db, actor, params.id, body)),
  )
  app.post(
    "/api/retrospective-cards/:id/lesson",
    {
      config,
      schema: { summary: "Take a card over as a lesson", params: ById, body: TakenOver, response: made },
    },
    async ({ actor, params, body }, reply) =>
      reply.code(201).send(await takeOverCard(db, actor, params.id, body.key)),
  )
  app.post(
    "/api/retrospective-groups/:id/lesson",
    {
      config,
      schema: {
        summary: "Take a group of cards over as a lesson",
        params: ById,
        body: TakenOver,
        response: made,
      },
    },
    async ({ actor, params, body }, reply) =>
      reply.code(201).send(await takeOverCardGroup(db, actor, params.id, body.key)),
  )
}

function changingRoutes(app: App, db: Db): void {
  const at = "/api/lessons/:id"
  app.get(
    at,
    { config, schema: { summary: "Read a lesson", params: ById, response: { 200: LessonView } } },
    async ({ actor, params }) => findLesson(db, actor, params.id),
  )
  app.put(
    at,
    { config, schema: { summary: "Change a lesson", params: ById, body: EditedLesson, response: done } },
    async ({ actor, params, body }, reply) => {
      await editLesson(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    at,
    { config, schema: { summary: "Delete a lesson", params: ById, response: done } },
    async ({ actor, params }, reply) => {
      await removeLesson(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
}

function releasingRoutes(app: App, db: Db): void {
  const body = LessonVersion
  app.post(
    "/api/lessons/:id/release",
    { config, schema: { summary: "Release a lesson to later cohorts", params: ById, body, response: done } },
    async ({ actor, params, body: { version } }, reply) => {
      await releaseLesson(db, actor, params.id, version)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/lessons/:id/withdraw",
    { config, schema: { summary: "Take a released lesson back", params: ById, body, response: done } },
    async ({ actor, params, body: { version } }, reply) => {
      await withdrawLesson(db, actor, params.id, version)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/released-lessons/:id",
    {
      config,
      schema: {
        summary: "Delete a released lesson whose cohort is gone",
        params: ById,
        response: done,
      },
    },
    async ({ actor, params }, reply) => {
      await removeOrphan(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
}
