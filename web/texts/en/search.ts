import type { search as de } from "../de/search.ts"
import type { Translated } from "../translated.ts"

const number = new Intl.NumberFormat("en-GB")

type Count = { count: number; more: boolean }
const told = ({ count, more }: Count) => (more ? `more than ${number.format(count)}` : number.format(count))
const tally = (count: Count, one: string, many: string) =>
  count.count === 1 && !count.more ? `1 ${one}` : `${told(count).replace("more", "More")} ${many}`

export const search: Translated<typeof de> = {
  title: "Search",
  documentTitle: (results) => `${results} – Search`,
  nextPage: (title) => `${title}, further results`,
  substitute:
    "The search runs in a simpler mode at the moment. You still find everything; only the order may be unusual.",
  spelling: "Did you mean:",
  invitation:
    "A few words are enough. The search covers all questions, answers, best practices and comments that you may read.",
  results: {
    list: "Search results",
    found: (count, q) => `${tally(count, "result", "results")} for “${q}”`,
    listed: (count) => `${tally(count, "post", "posts")}, newest first`,
    sort: "Order",
    byRelevance: "Best match first",
    byDate: "Newest first",
    legalStatus: "Legal status",
    accepted: "Answers the question",
    tags: "Tags:",
    end: "The list ends here",
    endText: "There are no further results.",
  },
  kinds: {
    question: "Question",
    "official-answer": "Official answer",
    answer: "Answer",
    "best-practice": "Best practice",
    comment: "Comment",
  },
  filter: {
    title: "Narrow the results",
    summary: (chosen) => (chosen === 0 ? "Narrow down" : `Narrow down (${chosen} chosen)`),
    chosen: "Chosen filters",
    remove: "Remove filter:",
    removeAll: "Remove all filters",
    isChosen: "chosen",
    count: told,
    results: "results",
    more: (count) => (count === 1 ? "1 more choice" : `${number.format(count)} more`),
    unknown: "unknown",
    named: (facet, value) => `${facet}: ${value}`,
    facets: {
      kind: "Kind",
      category: "Category",
      department: "Responsible department",
      state: "State of the question",
      tag: "Tag",
      official: "Official answer",
      period: "Period",
    },
    official: "available",
    periods: { month: "last month", quarter: "last three months", year: "last year" },
  },
  nothing: {
    title: (q) => `Nothing was found for “${q}”`,
    titleFiltered: "Nothing was found with these filters",
    hint: "Try fewer or other words.",
    fewer: "With fewer filters there may be more.",
    ask: "Ask it as a question",
    askText:
      "Or ask: the responsible department sees your question at once. Your words will already be in the title.",
    understood: "What was searched:",
    quoted: (word) => `“${word}”`,
    words: (words) => `the words ${words}`,
    phrases: (phrases) => `exactly the sequence ${phrases}`,
    units: (units) => `as a whole ${units}`,
    without: (words) => `without ${words}`,
    tags: (tags) => `with the tag ${tags}`,
    categories: (names) => `in the category ${names}`,
    mine: "in your own posts only",
  },
  help: {
    summary: "How to search more precisely",
    text: "Just write what you would like to know. Other forms of a word, compound words, “ae” instead of “ä” and small typing errors are found as well. This makes it more precise:",
    phrase: { typed: '"angemessene Miete"', means: "exactly these words in this order" },
    without: { typed: "Miete -Garage", means: "only posts in which “Garage” does not occur" },
    tag: { typed: "tag:Umzug", means: "only posts with this tag" },
    category: { typed: "category:Einkommen", means: "only posts of this category" },
    mine: { typed: "from:me", means: "only what you have written yourself" },
    norm: {
      typed: "§ 11 SGB II",
      means: "legal provisions and file references count as a whole: § 11 is not § 12",
    },
    noAuthor:
      "You cannot search for the posts of other people. So nobody can count here who writes how much.",
  },
}
