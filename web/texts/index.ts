import type { Locale } from "../../server/kernel/actor.ts"
import { withHardSpaces } from "../../server/kernel/bound-spaces.ts"
import { accounts as accountsDe } from "./de/accounts.ts"
import { accountsErrors as accountsErrorsDe } from "./de/accounts-errors.ts"
import { adoption as adoptionDe } from "./de/adoption.ts"
import { announcements as announcementsDe } from "./de/announcements.ts"
import { compose as composeDe } from "./de/compose.ts"
import { conversations as conversationsDe } from "./de/conversations.ts"
import { errors as errorsDe } from "./de/errors.ts"
import { flash as flashDe } from "./de/flash.ts"
import { information as informationDe } from "./de/information.ts"
import { lists as listsDe } from "./de/lists.ts"
import { mail as mailDe } from "./de/mail.ts"
import { notifications as notificationsDe } from "./de/notifications.ts"
import { papers as papersDe } from "./de/papers.ts"
import { qualification as qualificationDe } from "./de/qualification/index.ts"
import { rules as rulesDe } from "./de/rules.ts"
import { search as searchDe } from "./de/search.ts"
import { searchCare as searchCareDe } from "./de/search-care.ts"
import { shell as shellDe } from "./de/shell.ts"
import { similar as similarDe } from "./de/similar.ts"
import { structure as structureDe } from "./de/structure.ts"
import { thread as threadDe } from "./de/thread.ts"
import { webhooks as webhooksDe } from "./de/webhooks.ts"
import { accounts as accountsEn } from "./en/accounts.ts"
import { accountsErrors as accountsErrorsEn } from "./en/accounts-errors.ts"
import { adoption as adoptionEn } from "./en/adoption.ts"
import { announcements as announcementsEn } from "./en/announcements.ts"
import { compose as composeEn } from "./en/compose.ts"
import { conversations as conversationsEn } from "./en/conversations.ts"
import { errors as errorsEn } from "./en/errors.ts"
import { flash as flashEn } from "./en/flash.ts"
import { information as informationEn } from "./en/information.ts"
import { lists as listsEn } from "./en/lists.ts"
import { mail as mailEn } from "./en/mail.ts"
import { notifications as notificationsEn } from "./en/notifications.ts"
import { papers as papersEn } from "./en/papers.ts"
import { qualification as qualificationEn } from "./en/qualification/index.ts"
import { rules as rulesEn } from "./en/rules.ts"
import { search as searchEn } from "./en/search.ts"
import { searchCare as searchCareEn } from "./en/search-care.ts"
import { shell as shellEn } from "./en/shell.ts"
import { similar as similarEn } from "./en/similar.ts"
import { structure as structureEn } from "./en/structure.ts"
import { thread as threadEn } from "./en/thread.ts"
import { webhooks as webhooksEn } from "./en/webhooks.ts"
import type { Translated } from "./translated.ts"

/** One file per area and language: `de/<area>.ts` sets the keys, `en/<area>.ts` fills them. */
export const de = {
  shell: shellDe,
  errors: errorsDe,
  flash: flashDe,
  thread: threadDe,
  webhooks: webhooksDe,
  compose: composeDe,
  lists: listsDe,
  mail: mailDe,
  notifications: notificationsDe,
  papers: papersDe,
  rules: rulesDe,
  searchCare: searchCareDe,
  search: searchDe,
  similar: similarDe,
  structure: structureDe,
  accounts: accountsDe,
  adoption: adoptionDe,
  announcements: announcementsDe,
  conversations: conversationsDe,
  information: informationDe,
  qualification: qualificationDe,
  accountsErrors: accountsErrorsDe,
}
export type Texts = Translated<typeof de>
export const en: Texts = {
  shell: shellEn,
  errors: errorsEn,
  flash: flashEn,
  thread: threadEn,
  webhooks: webhooksEn,
  compose: composeEn,
  lists: listsEn,
  mail: mailEn,
  notifications: notificationsEn,
  papers: papersEn,
  rules: rulesEn,
  searchCare: searchCareEn,
  search: searchEn,
  similar: similarEn,
  structure: structureEn,
  accounts: accountsEn,
  adoption: adoptionEn,
  announcements: announcementsEn,
  conversations: conversationsEn,
  information: informationEn,
  qualification: qualificationEn,
  accountsErrors: accountsErrorsEn,
}

const dictionaries: Record<Locale, Texts> = { de: keptTogether(de), en: keptTogether(en) }

/** Our own sentences carry real non-breaking spaces: "10 MB" and "§ 21" stay on one line. */
function keptTogether<T>(words: T): T {
  if (typeof words === "string") return withHardSpaces(words) as T
  else if (typeof words !== "object" || words === null) return words
  const kept = Object.entries(words).map(([name, word]) => [name, keptTogether(word)])
  return (Array.isArray(words) ? kept.map(([, word]) => word) : Object.fromEntries(kept)) as T
}

export const texts = (locale: Locale): Texts => dictionaries[locale]
