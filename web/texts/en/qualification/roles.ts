import type { roles as german } from "../../de/qualification/roles.ts"
import type { Translated } from "../../translated.ts"

export const roles: Translated<typeof german> = {
  title: "Who sets the platform up",
  lead: "Categories, responsible departments and writing aids are set up by whoever has the role of editor. Request it for learners who work on that; administrators decide.",
  noLearners: "Please add learners first.",
  states: {
    has: "has the role",
    none: "not requested",
    open: (day: string) => `requested on ${day}`,
    declined: "declined",
    granted: "granted, but not there any more",
  },
  declined: (answer: string) => `Reason of the administration: ${answer}`,
  ask: "Request the role",
  person: "For whom?",
  reason: "What does the person need the role for?",
  reasonHint: "Administrators and the person themselves read this.",
  send: "Request",
  own: {
    open: (day: string) =>
      `Your facilitator requested the role of editor for you on ${day}. Administrators decide on it.`,
    declined: (answer: string) =>
      `Your facilitator requested the role of editor for you, and the administration declined: ${answer}`,
  },
}
