import { listAdmins, mayAdminister } from "../accounts/index.ts"
import type { Actor, Locale } from "../kernel/actor.ts"
import { type Db, transact } from "../kernel/database.ts"
import { type InboxFacts, MAIL_FAILURES, tellInbox } from "../notifications/index.ts"

/** The folder of mails that cannot be handled, as an entry of the inbox is about it. */
const SET_ASIDE = "0193f000-0000-7000-8000-6d61696c0001"

const TITLE: Record<Locale, string> = {
  de: "Eine E-Mail an das Forum ließ sich nicht verarbeiten und liegt im Ordner „fehlerhaft“",
  en: "An e-mail to the forum could not be handled and is in the folder “fehlerhaft”",
}

/** Tells the administrators that a mail was set aside, and nothing of whose it is. */
export const tellSetAside = (db: Db): Promise<void> =>
  transact(db, async (tx) =>
    tellInbox(
      tx,
      { notice: "accounts.mail-set-aside", subjectId: SET_ASIDE, groupId: MAIL_FAILURES },
      await listAdmins(tx),
    ),
  )

export function describeSetAside(actor: Actor, ids: string[]): Map<string, InboxFacts> {
  const facts: InboxFacts = {
    ...{
      kind: null,
      title: TITLE[actor.locale],
      address: "/verwaltung/post",
      person: null,
      place: null,
      text: null,
    },
  }
  return new Map(ids.includes(SET_ASIDE) && mayAdminister(actor) ? [[SET_ASIDE, facts]] : [])
}
