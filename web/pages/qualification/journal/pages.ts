import { Type } from "typebox"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, checkInput } from "../../../../server/kernel/schemas.ts"
import {
  deleteEntry,
  editEntryOfJournal,
  findOwnEntry,
  listSubjects,
  SharedJournalEntry,
  shareEntry,
  unshareEntry,
  writeEntry,
} from "../../../../server/qualification/index.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput, readForm } from "../../../form-reading.ts"
import { freshForm } from "../../../form-state.tsx"
import type { Site } from "../../../site.tsx"
import { Edited, entryPage, entryStart, type Found } from "./entry.tsx"
import { aboutFault, entryLabels, FIELDS, readAbout } from "./form.tsx"
import { PATH } from "./frame.tsx"

/** `to` is `AUDIENCE COHORT`; `version` is what the person looked at when they decided to show it. */
const Shared = Closed({ to: Type.String({ maxLength: 60 }), version: SharedJournalEntry.properties.version })

const HINTS = { share: "journal-shared", unshare: "journal-unshared", delete: "journal-deleted" } as const

/** An entry: its words, and what is done with it as a whole. */
export function entryPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.formPage(`${PATH}/:id`, {
    find: findEntry,
    input: Edited,
    fields: [...FIELDS, "version", "as", "idempotencyKey"],
    read: (fields) => ({ ...readForm(Edited, fields), ...readAbout(fields) }),
    labels: entryLabels,
    fault: aboutFault,
    start: entryStart,
    act: async ({ db, actor, params }, { as, key, version, ...value }) => {
      if (as === "new") return writeEntry(db, site.journalKeys, actor, { ...value, ...(key && { key }) })
      await editEntryOfJournal(db, site.journalKeys, actor, params.id, { ...value, version })
      return null
    },
    to: (written, _found, { params }) =>
      written ? [`${PATH}/${written.id}`, "journal-written"] : [`${PATH}/${params.id}`, "saved"],
    show: (ask, found, form) => entryPage(ask.t, found, form),
  })
  pages.form(`${PATH}/:id/aktion`, {
    find: findEntry,
    ...actionsOf({ share: Shared, unshare: NoInput, delete: NoInput }),
    act: async ({ db, actor, params: { id } }, value) => {
      if (value.action === "delete") await deleteEntry(db, actor, id)
      else if (value.action === "unshare") await unshareEntry(db, actor, id)
      else {
        const [audience, cohortId] = value.to.split(" ")
        const shared = checkInput(SharedJournalEntry, { with: audience, cohortId, version: value.version })
        if (!shared.value) throw new Refusal(422, "bad-request")
        await shareEntry(db, site.journalKeys, actor, id, shared.value)
      }
      return value.action
    },
    to: (action, _found, { params: { id } }) => [
      action === "delete" ? PATH : `${PATH}/${id}#teilen`,
      HINTS[action],
    ],
    again: ({ t }, found, refused) =>
      entryPage(t, found, freshForm(Edited, entryLabels(t), entryStart(found)), refused),
  })
}

/** Null where the installation has no keys; what was typed all the same comes back with the refusal. */
async function findEntry({ site, db, actor, params, request }: Ask): Promise<Found> {
  if (!site.journalKeys && request.method === "GET") return null
  const entry = await findOwnEntry(db, site.journalKeys, actor, params.id)
  return { entry, subjects: await listSubjects(db, actor) }
}
