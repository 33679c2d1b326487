import type { compose as german } from "../de/compose.ts"
import type { Translated } from "../translated.ts"

export const compose: Translated<typeof german> = {
  category: {
    lead: "Which topic does your post belong to? After that you see what helps others.",
    changeTitle: "Choose a category",
    change: "Change category",
    current: "chosen so far",
    kept: "What you have written stays.",
    unknown: "You cannot post in this category. Please choose another one.",
    none: "No category is open for you here yet",
    noneHint: "Please ask the editors of the forum.",
    single: (groups) => (groups === 1 ? "Categories" : "Other categories"),
    responsible: "Responsible",
    readers: "Visible to",
    all: "all departments",
    listed: "selected departments",
  },
  ask: {
    title: "Ask a question",
    lead: "Everybody who can see this category can read your question. Please leave out names and file references.",
    submit: "Publish question",
    titleHint: "The question in one sentence, so that others find it again.",
    bodyHint:
      "The facts, your question, and what you have checked already. You can paste an e-mail here: greeting and signature are removed if you like.",
    wantedByHint: "If there is a deadline. The responsible department sees this date in its list.",
  },
  share: {
    title: "Share a best practice",
    lead: "What has worked for you? Short and honest is better than complete.",
    submit: "Publish example",
    titleHint: "What it is about, in one sentence.",
    sections: "The example",
    sectionsHint: "Situation and approach are needed; everything else helps others to reuse it.",
    hints: {
      situation: "How was it before, and what was the trouble?",
      approach: "What did you do, in which order, and who took part?",
      result: "What has become better, and how do you notice?",
      pitfalls: "What did not work at once, and what would you do differently?",
      contact: "Whom can one ask about it? An office or a function is enough.",
    },
  },
  record: {
    title: "Record question and answer",
    lead: "For what is otherwise answered by circular mail or telephone: question and official answer in one step.",
    submit: "Publish question and answer",
    question: "The question",
    bodyHint: "As it was asked, without names and file references. You can paste an e-mail here.",
    answerHint: "With its legal basis, so that colleagues can rely on the answer.",
    legalStatusHint: "Up to which day has the answer been checked?",
    reviewHint: "When should the answer be checked again?",
  },
  editQuestion: { title: "Edit question", submit: "Save change" },
  editBestPractice: { title: "Edit best practice", submit: "Save change" },
  tagsHint: "Eight at most, separated by commas, for example: rent, move",
  preview: { button: "Preview of the post", title: "Preview", empty: "There is no text yet." },
  conflict: {
    notSaved: "Not saved yet",
    saved: "The version saved meanwhile",
    explanation:
      "While you were writing, this post was changed. Please compare both versions. If you save yours, it replaces the one shown here.",
    own: "Your version",
    save: "Save my version",
    discard: "Discard my version and keep the saved one",
  },
  mail: {
    title: "This looks like an e-mail",
    lead: "For a question in the forum the core is usually enough. What should go?",
    parts: "Remove these parts",
    partsHint: "What is not ticked stays.",
    titleHint: "Suggested from the subject of the e-mail.",
    submit: "Remove the selected parts and continue",
    keep: "Remove nothing and continue",
    taken: "The e-mail is taken over. Please read the text once more before you publish it.",
    kinds: {
      "quoted-header": "Header lines",
      greeting: "Greeting",
      closing: "Closing",
      signature: "Signature",
      "quoted-text": "Quoted message",
      disclaimer: "Notice at the end of the e-mail",
    },
  },
  check: {
    title: "Personal data?",
    lead: (count) =>
      count === 1
        ? "One place looks like personal data. Many people read the forum; the question can usually do without it."
        : `${count} places look like personal data. Many people read the forum; the question can usually do without them.`,
    legend: "What should be blacked out?",
    hint: "This is a hint and not a ban. Remove the tick where something should stay.",
    replace: (text, replacement) => `“${text}” becomes “${replacement}”`,
    place: (label, context) => `${label}: ${context}`,
    publish: { blacken: "Black out the selected and publish", asIs: "Publish unchanged" },
    save: { blacken: "Black out the selected and save", asIs: "Save unchanged" },
    edit: "Back to the text",
  },
}
