import type { similar as german } from "../de/similar.ts"
import type { Translated } from "../translated.ts"

export const similar: Translated<typeof german> = {
  label: "Similar posts",
  hint: "Your text stays kept while you read.",
  practice: "Best practice",
  legalStatus: "Legal status",
  use: { ask: "This answers my question", record: "This exists already" },
  asked: "Somebody asked that already",
  of: (title) => `: “${title}”`,
  step: {
    title: "Is it there already?",
    lead: (count) =>
      count === 1
        ? "This post fits what you have written. Perhaps the answer is there already."
        : `These ${count} posts fit what you have written. Perhaps the answer is there already.`,
    hint: "A post opens in a new window. Your text stays here until you publish or discard it.",
    edit: "Back to the text",
    discard: "Discard the text",
  },
  duplicate: {
    lead: (title) =>
      `Which earlier question is about the same as “${title}”? A link will lead there from here.`,
    suggestions: "Similar questions",
    none: "No similar question was found.",
    choose: "This is the original question",
    look: "Have a look",
    current: "This question",
    other: "Another question",
  },
}
