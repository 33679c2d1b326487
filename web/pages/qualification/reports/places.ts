import {
  EVERY_PROMPT,
  PROMPTS,
  type Prompt,
  type ReportView,
} from "../../../../server/qualification/outcome.ts"
import type { Tried } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"

/** What each part of the group's page is made of. */
export type Props = { t: Texts; cohortId: string; report: ReportView; tried: Tried | null }

export const reportOf = (cohortId: string) => `/lerngruppen/${cohortId}/rueckmeldung`

/** What is asked today, and of former questions those that something was written to. */
export const promptsWith = (isFilled: (prompt: Prompt) => boolean): Prompt[] =>
  EVERY_PROMPT.filter((prompt) => PROMPTS.some((one) => one === prompt) || isFilled(prompt))
