import { EVERY_PROMPT, PROMPTS, type Prompt } from "../../../../server/qualification/index.ts"

/** Which of the page's forms it is. */
export const OWN = "sammeln"
export const STEPS = "schritte"

export const reportOf = (cohortId: string) => `/lerngruppen/${cohortId}/rueckmeldung`

/** What is asked today, and of former questions those that something was written to. */
export const promptsWith = (isFilled: (prompt: Prompt) => boolean): Prompt[] =>
  EVERY_PROMPT.filter((prompt) => PROMPTS.some((one) => one === prompt) || isFilled(prompt))
