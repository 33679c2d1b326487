import { type Static, Type } from "typebox"
import {
  Choice,
  Closed,
  Cursor,
  Day,
  Id,
  Key,
  Line,
  Named,
  Nullable,
  PageOf,
  Text,
} from "../../kernel/schemas.ts"
import { AUDIENCES } from "./tables.ts"

const LONGEST_ENTRY = 20_000

const fields = {
  title: Line(160),
  body: Text(LONGEST_ENTRY),
  writtenOn: Day,
  cohortId: Nullable(Id),
  cohortStepId: Nullable(Id),
}

export const NewJournalEntry = Closed("NewJournalEntry", { ...fields, key: Type.Optional(Key) })
export type NewJournalEntry = Static<typeof NewJournalEntry>

export const EditedJournalEntry = Closed("EditedJournalEntry", {
  ...fields,
  version: Type.Integer({ minimum: 1 }),
})
export type EditedJournalEntry = Static<typeof EditedJournalEntry>

/** `version` is what the person looked at when they decided to show it. */
export const SharedJournalEntry = Closed("SharedJournalEntry", {
  cohortId: Id,
  with: Choice(AUDIENCES, "JournalAudience"),
  version: Type.Integer({ minimum: 1 }),
})
export type SharedJournalEntry = Static<typeof SharedJournalEntry>

export const JournalEntryView = Closed("JournalEntry", {
  id: Id,
  writtenOn: Day,
  cohort: Nullable(Named),
  step: Nullable(Named),
  /** Null where the key is missing or the stored text was tampered with: it cannot be read. */
  content: Nullable(Closed("JournalText", { title: Type.String(), body: Type.String() })),
  shared: Nullable(Closed({ cohort: Named, with: Choice(AUDIENCES, "JournalAudience") })),
  version: Type.Integer(),
})
export type JournalEntryView = Static<typeof JournalEntryView>

export const JournalPage = PageOf(JournalEntryView)
export type JournalPage = Static<typeof JournalPage>
export const JournalCursor = Closed({ after: Type.Optional(Cursor) })

export const SharedEntries = Closed("SharedEntries", {
  items: Type.Array(
    Closed({
      id: Id,
      name: Type.String(),
      isOwn: Type.Boolean(),
      writtenOn: Day,
      with: Choice(AUDIENCES, "JournalAudience"),
      content: Nullable(Closed("JournalText", { title: Type.String(), body: Type.String() })),
    }),
  ),
})
export type SharedEntries = Static<typeof SharedEntries>
