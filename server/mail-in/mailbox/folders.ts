import type { ImapFlow } from "imapflow"
import type { MailOutcome } from "../tables.ts"
import { MailboxTrouble } from "./faults.ts"

/** Where mails go once they are handled, so that nobody has to wonder what became of one. */
const ROOT = "Fachforum"
const NAMES = {
  done: "erledigt",
  returned: "zurückgeschickt",
  reports: "Zustellberichte",
  ignored: "nicht-verarbeitet",
  /** What could not be handled in three attempts, for the administrator to look at. */
  faulty: "fehlerhaft",
}
export type Folder = keyof typeof NAMES
export type Folders = Record<Folder, string>

export const FOLDER_OF: Record<MailOutcome, Folder> = {
  posted: "done",
  drafted: "done",
  returned: "returned",
  report: "reports",
  ignored: "ignored",
}

/** The paths of the folders, as this server writes them; those that are missing are made. */
export async function openFolders(client: ImapFlow): Promise<Folders> {
  const there = await client.list({ listOnly: true })
  const open = async (name: string): Promise<string> => {
    const found = there.find((one) => one.name === name && one.parent.at(-1) === ROOT)
    return found?.path ?? (await client.mailboxCreate([ROOT, name])).path
  }
  const paths = { ...NAMES }
  try {
    for (const folder of Object.keys(NAMES) as Folder[]) paths[folder] = await open(NAMES[folder])
  } catch (error) {
    if (!client.usable) throw error
    throw new MailboxTrouble("folder", "the folders for handled mail cannot be made", error)
  }
  return paths
}

/**
 * Moves one mail. A server that can neither move nor take out single mails keeps it, marked as deleted: to take out
 * everything that is marked would also take out what somebody else has marked.
 */
export async function move(client: ImapFlow, uid: number, folder: string): Promise<void> {
  const range = String(uid)
  const isMoved = MOVING.some((one) => client.capabilities.has(one))
    ? await client.messageMove(range, folder, { uid: true })
    : (await client.messageCopy(range, folder, { uid: true })) &&
      (await client.messageFlagsAdd(range, ["\\Deleted"], { uid: true }))
  if (!isMoved && client.usable) throw new MailboxTrouble("folder", "a handled mail cannot be moved")
}
const MOVING = ["MOVE", "UIDPLUS", "IMAP4rev2"]
