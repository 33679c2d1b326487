import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import type { Keys } from "../../kernel/key-file.ts"
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

export function journalRoutes(app: App, db: Db, keys: Keys | null): void {
  const api = apiOf(app)
  api.read(
    "/api/journal",
    "List the own journal, the latest entry first",
    JournalPage,
    ({ actor, query }) => listEntries(db, keys, actor, query.after),
    { query: JournalCursor },
  )
  api.make("/api/journal", "Write an entry of the journal", NewJournalEntry, ({ actor, body }) =>
    writeEntry(db, keys, actor, body),
  )
  api.read("/api/journal/:id", "Read an own entry", JournalEntryView, ({ actor, params }) =>
    findOwnEntry(db, keys, actor, params.id),
  )
  api.change("PUT /api/journal/:id", "Change an own entry", EditedJournalEntry, ({ actor, params, body }) =>
    editEntryOfJournal(db, keys, actor, params.id, body),
  )
  api.change("DELETE /api/journal/:id", "Delete an own entry", null, ({ actor, params }) =>
    deleteEntry(db, actor, params.id),
  )
  api.change(
    "PUT /api/journal/:id/share",
    "Show an own entry to the facilitators or the learners of a cohort",
    SharedJournalEntry,
    ({ actor, params, body }) => shareEntry(db, keys, actor, params.id, body),
  )
  api.change("DELETE /api/journal/:id/share", "Take a shared entry back", null, ({ actor, params }) =>
    unshareEntry(db, actor, params.id),
  )
  api.read(
    "/api/cohorts/:id/journal-entries",
    "List the journal entries that others of the cohort share at this moment",
    SharedEntries,
    ({ actor, params }) => listSharedEntries(db, keys, actor, params.id),
  )
}
