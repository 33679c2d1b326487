import type { evidence as german } from "../../de/qualification/evidence.ts"
import type { Translated } from "../../translated.ts"

export const evidence: Translated<typeof german> = {
  title: "Evidence",
  lead: "Collect over the half-year what shows what you can do: in a sentence, with a link where there is one.",
  add: "Add evidence",
  newLead: "Something of your own, or below something from the forum, your learning project or your journal.",
  fromProjects: "From your learning projects",
  fromProject: (project: string) => `From the learning project “${project}”`,
  noProjects: "You have no learning project in this cohort yet.",
  toProjects: "To the learning projects",
  wholeProject: "The whole project",
  milestone: "Milestone",
  decision: "Decision",
  fromJournal: "From your journal",
  noEntries: "There is no entry in your journal yet that can be read.",
  toJournal: "To the journal",
  olderEntries: "Older entries",
  copyWarning:
    "The entry is copied as it is now. Later changes of the entry do not change the copy; if you delete the entry, the copy stays. Unlike the journal, the copy is not stored encrypted, as it is there to be shown. If you remove the evidence, the copy is gone too; what you have already shown to your round, you take back there.",
  copyOf: "This is copied",
  projectWarning:
    "The evidence points to the learning project. Only its people and the facilitators can open it: say in the sentence what one has to know without the link.",
  emptyTitle: "No evidence yet",
  emptyText:
    "Think of a question that you asked or answered, or of something that came out of your learning project.",
  newTitle: "Add evidence",
  editTitle: "Change evidence",
  edit: "Change",
  save: "Save",
  attach: "Add",
  remove: "Remove",
  removeText: "The evidence is gone then. The post itself stays where it is.",
  removeNow: "Remove now",
  fields: {
    kind: "What is it?",
    title: "Title",
    address: "Address",
    sentence: "What does it show?",
    competences: "Which competences does it stand for?",
  },
  kinds: {
    post: "Post in the forum",
    project: "Result of the learning project",
    journal: "Entry of the journal",
    other: "Something else",
  },
  titleHint: "For instance the title of the post.",
  addressHint: "The address from the browser’s address bar. Leave it empty where there is none.",
  sentenceHint:
    "One sentence, for instance: “I asked a question so that the responsible department could answer at once.”",
  copyTitle: "The entry as it was when it was attached",
  proposals: "Own posts that could fit",
  proposalsText: "Only you see these proposals.",
  take: "Use as evidence",
  conflict:
    "This evidence was changed in another window meanwhile. Below is what you entered here; saving it replaces the other version.",
}
