import type { Words } from "../kernel/openapi-words.ts"
import { accounts } from "./accounts.ts"
import { announcements } from "./announcements.ts"
import { common, parameters, scalars } from "./common.ts"
import { conversations } from "./conversations.ts"
import { events } from "./events.ts"
import { forum } from "./forum.ts"
import { learning } from "./learning.ts"
import { notifications } from "./notifications.ts"
import { papers } from "./papers.ts"
import { qualification } from "./qualification.ts"

/** What the fields of the API mean, for its description; a later one stands before an earlier one of the same name. */
export const words: Words = {
  ...common,
  ...accounts,
  ...announcements,
  ...conversations,
  ...qualification,
  ...learning,
  ...events,
  ...forum,
  ...notifications,
  ...papers,
  ...scalars,
  ...parameters,
}
