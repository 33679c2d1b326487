import { accountsCatalogue, type CatalogueEntry, kernelCatalogue } from "./accounts/index.ts"
import { announcementsCatalogue } from "./announcements/index.ts"
import { conversationsCatalogue } from "./conversations/index.ts"
import { forumCatalogue } from "./forum/index.ts"
import { mailInCatalogue } from "./mail-in/index.ts"
import { notificationsCatalogue } from "./notifications/index.ts"
import { qualificationCatalogue } from "./qualification/index.ts"
import { rulesCatalogue } from "./rules/index.ts"
import { searchCatalogue } from "./search/index.ts"
import { webhooksCatalogue } from "./webhooks/index.ts"

/** Everything that is stored, by every module. */
export const catalogue: CatalogueEntry[] = [
  ...accountsCatalogue,
  ...forumCatalogue,
  ...announcementsCatalogue,
  ...conversationsCatalogue,
  ...qualificationCatalogue,
  ...rulesCatalogue,
  ...notificationsCatalogue,
  ...searchCatalogue,
  ...webhooksCatalogue,
  ...mailInCatalogue,
  ...kernelCatalogue,
]
