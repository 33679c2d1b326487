import type { FormState } from "../../../form-state.tsx"

/** The forms of the screen, by the name that each is sent under. */
export const FORMS = {
  rating: "rating",
  observation: "observation",
  result: "result",
  sentences: "sentences",
  thought: "thought",
} as const

/** Is this the one that came back? */
export const triedIn = (tried: FormState | null, name: keyof typeof FORMS) =>
  tried?.name === FORMS[name] ? tried : null
