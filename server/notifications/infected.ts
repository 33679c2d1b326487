import { type SQL, sql } from "drizzle-orm"
import { listAdmins, mayAdminister } from "../accounts/index.ts"
import type { Actor, Locale } from "../kernel/actor.ts"
import type { Db, Tx } from "../kernel/database.ts"
import { readCheck } from "../kernel/file-checks.ts"
import { fileChecks } from "../kernel/tables.ts"
import { tellInbox } from "./inbox/actions.ts"
import { ENTRY_SUBJECT } from "./inbox/counting.ts"
import type { InboxFacts } from "./inbox/queries.ts"

/** What is locked, as the entry of an administrator is about it: neither which file nor whose. */
const LOCKED = "0193f000-0000-7000-8000-636c616d0000"

const TITLE: Record<Locale, string> = {
  de: "Der Virenscanner hat in einer hochgeladenen Datei etwas gefunden",
  en: "The virus scanner found something in an uploaded file",
}

/** Tells whoever uploaded the file that nobody can open it, and the administrators that there was one. */
export async function tellInfected(
  tx: Tx,
  { id, uploaderId }: { id: string; uploaderId: string | null },
): Promise<void> {
  if (uploaderId !== null)
    await tellInbox(tx, { notice: "files.infected", subjectId: id, groupId: id }, [uploaderId])
  await tellInbox(
    tx,
    { notice: "accounts.file-infected", subjectId: LOCKED, groupId: LOCKED },
    await listAdmins(tx),
  )
}

/** Whether the file that an entry of the inbox is about is locked still, as `describeInfected` lists it. */
export const isLockedFile: SQL = sql`exists (select from ${fileChecks} locked
  where locked.file_id = ${ENTRY_SUBJECT} and locked.state = 'infected')`

type FindUpload = (id: string) => Promise<{ name: string; uploaderId: string | null; address: string } | null>

/** @param find knows whose a file is and where it stands */
export async function describeInfected(
  db: Db,
  actor: Actor,
  ids: string[],
  find: FindUpload,
): Promise<Map<string, InboxFacts>> {
  const described = new Map<string, InboxFacts>()
  for (const id of ids) {
    if (id === LOCKED) {
      if (mayAdminister(actor)) described.set(id, factsOf(TITLE[actor.locale], "/verwaltung/betrieb#viren"))
      continue
    }
    const file = await find(id)
    if (file?.uploaderId === actor.id && (await readCheck(db, id)) === "infected")
      described.set(id, factsOf(file.name, file.address))
  }
  return described
}

const factsOf = (title: string, address: string): InboxFacts => ({
  ...{ kind: null, title, address, person: null, place: null, text: null },
})
