import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import type { Keys } from "../../kernel/key-file.ts"
import { ById, Created, Nothing } from "../../kernel/schemas.ts"
import { deleteEntry, editEntryOfJournal, shareEntry, unshareEntry, writeEntry } from "./actions.ts"
import { findOwnEntry, listEntries, listSharedEntries } from "./queries.ts"
import {
  EditedJournalEntry,
  JournalCursor,
  JournalEntryView,
  JournalPage,
  NewJournalEntry,
  SharedEntries,
  SharedJournalEntry,
} from "./schema.ts"

const config = { access: "signed-in" } as const

export function journalRoutes(app: App, db: Db, keys: Keys | null): void {
  app.get(
    "/api/journal",
    {
      config,
      schema: {
        summary: "List the own journal, the latest entry first",
        querystring: JournalCursor,
        response: { 200: JournalPage },
      },
    },
    async (request) => listEntries(db, keys, request.actor, request.query.after),
  )
  app.post(
    "/api/journal",
    {
      config,
      schema: {
        summary: "Write an entry of the journal",
        body: NewJournalEntry,
        response: { 201: Created },
      },
    },
    async (request, reply) => reply.code(201).send(await writeEntry(db, keys, request.actor, request.body)),
  )
  app.get(
    "/api/journal/:id",
    {
      config,
      schema: { summary: "Read an own entry", params: ById, response: { 200: JournalEntryView } },
    },
    async (request) => findOwnEntry(db, keys, request.actor, request.params.id),
  )
  app.put(
    "/api/journal/:id",
    {
      config,
      schema: {
        summary: "Change an own entry",
        params: ById,
        body: EditedJournalEntry,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await editEntryOfJournal(db, keys, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/journal/:id",
    { config, schema: { summary: "Delete an own entry", params: ById, response: { 204: Nothing } } },
    async (request, reply) => {
      await deleteEntry(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
  sharingRoutes(app, db, keys)
}

function sharingRoutes(app: App, db: Db, keys: Keys | null): void {
  app.put(
    "/api/journal/:id/share",
    {
      config,
      schema: {
        summary: "Show an own entry to the facilitators or the learners of a cohort",
        params: ById,
        body: SharedJournalEntry,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await shareEntry(db, keys, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/journal/:id/share",
    {
      config,
      schema: { summary: "Take a shared entry back", params: ById, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await unshareEntry(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
  app.get(
    "/api/cohorts/:id/journal-entries",
    {
      config,
      schema: {
        summary: "List the journal entries that others of the cohort share at this moment",
        params: ById,
        response: { 200: SharedEntries },
      },
    },
    async (request) => listSharedEntries(db, keys, request.actor, request.params.id),
  )
}
