import type { adoption as german } from "../de/adoption.ts"
import type { Translated } from "../translated.ts"

export const adoption: Translated<typeof german> = {
  title: "How the forum is used",
  lead: "For leads and learning groups. Every number is about five people at least; it says nothing about a single one.",
  from: "from the week of",
  to: "to the week of",
  department: "Responsible",
  allDepartments: "all",
  byWeek: "By week",
  byCategory: "By category",
  week: "Weeks",
  category: "Category",
  asked: "Questions",
  official: "Officially answered",
  median: "Waiting time (median)",
  what: "What",
  count: "Number",
  none: "–",
  measures: {
    questions: "Questions",
    answers: "Answers",
    answered: "Official answers and waiting time",
  },
  weeks: (first, last) => `${first} to ${last}`,
  share: (official, all) => `${Math.round((100 * official) / all)}%`,
  days: (days) => (days === 1 ? "1 working day" : `${days} working days`),
  emptyTitle: "No numbers yet",
  emptyText: "There will be something here as soon as five people come together.",
  howItWorks:
    "It is counted once a night, and only what everybody may read. Where fewer than five people have asked or answered, weeks and categories are put together. Therefore no difference of two numbers tells anything about fewer than five people. The waiting time counts working days until the first answer.",
}
