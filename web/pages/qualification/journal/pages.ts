import { type Static, Type } from "typebox"
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
} from "../../../../server/qualification/own.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import type { Site } from "../../../site.tsx"
import { Edited, entryPage, entryStart, type Found } from "./entry.tsx"
import { aboutFault, entryLabels, FIELDS, readAbout } from "./form.tsx"
import { PATH } from "./frame.tsx"

/** `to` is `AUDIENCE COHORT`; `version` is what the person looked at when they decided to show it. */
const Shared = Closed({ to: Type.String({ maxLength: 60 }), version: SharedJournalEntry.properties.version })

const { read, ...actions } = actionsOf({ save: Edited, share: Shared, unshare: NoInput, delete: NoInput })

/** An entry: its words, and what is done with it as a whole. */
export function entryPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page(`${PATH}/:id`, { find: findEntry, show: (ask, found) => entryPage(ask.t, found, null) })
  pages.form(`${PATH}/:id`, {
    find: findEntry,
    ...actions,
    fields: [...FIELDS, "version", "as", "idempotencyKey", "to", "action"],
    read: (fields) => {
      const sent = read(fields)
      return sent.action === "save" ? { ...sent, ...readAbout(fields) } : sent
    },
    labels: entryLabels,
    fault: aboutFault,
    start: entryStart,
    act: async ({ db, actor, params: { id } }, sent): Promise<Next> => {
      const here = `${PATH}/${id}`
      switch (sent.action) {
        case "save": {
          const { action: _, as, key, version, ...value } = sent
          if (as === "new") {
            const own = await writeEntry(db, site.journalKeys, actor, { ...value, ...(key && { key }) })
            return [`${PATH}/${own.id}`, "journal-written"]
          }
          await editEntryOfJournal(db, site.journalKeys, actor, id, { ...value, version })
          return [here, "saved"]
        }
        case "share":
          await shareEntry(db, site.journalKeys, actor, id, sharedIn(sent))
          return [`${here}#teilen`, "journal-shared"]
        case "unshare":
          await unshareEntry(db, actor, id)
          return [`${here}#teilen`, "journal-unshared"]
        default:
          await deleteEntry(db, actor, id)
          return [PATH, "journal-deleted"]
      }
    },
    to: (next) => next,
    again: ({ t }, found, form) => entryPage(t, found, form),
  })
}

function sharedIn({ to, version }: Static<typeof Shared>): SharedJournalEntry {
  const [audience, cohortId] = to.split(" ")
  const { value } = checkInput(SharedJournalEntry, { with: audience, cohortId, version })
  if (!value) throw new Refusal(422, "bad-request")
  return value
}

/** Null where the installation has no keys; what was typed all the same comes back with the refusal. */
async function findEntry({ site, db, actor, params, request }: Ask): Promise<Found> {
  if (!site.journalKeys && request.method === "GET") return null
  const entry = await findOwnEntry(db, site.journalKeys, actor, params.id)
  return { entry, subjects: await listSubjects(db, actor) }
}
