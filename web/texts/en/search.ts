import { numberFormat } from "../../../server/kernel/formats.ts"
import type { search as de } from "../de/search.ts"
import type { Translated } from "../translated.ts"

const number = numberFormat("en", {})

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
  personField: "from:",
  invitation:
    "A few words are enough. The search covers all questions, answers, best practices and comments that you may read.",
  results: {
    list: "Search results",
    found: (count, q) => `${tally(count, "result", "results")} for “${q}”`,
    listed: (count) => `${tally(count, "result", "results")}, newest first`,
    sort: "Order",
    byRelevance: "Best match first",
    byDate: "Newest first",
    legalStatus: "Legal status",
    accepted: "Answers the question",
    tags: "Tags:",
    others: (count) => (count === 1 ? "1 more place" : `${number.format(count)} more places`),
    othersOf: (title) => `in “${title}”`,
    further: (count) =>
      count === 1
        ? "and 1 more place in the same thread"
        : `and ${number.format(count)} more places in the same thread`,
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
  tooLong: (length: string, limit: string) =>
    `Your search has ${length} characters; ${limit} are possible. Please name only the most important words.`,
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
    words: (words, count) => `the ${count === 1 ? "word" : "words"} ${words}`,
    phrases: (phrases) => `exactly the sequence ${phrases}`,
    units: (units) => `as a whole ${units}`,
    without: (words) => `without ${words}`,
    tags: (tags) => `with the tag ${tags}`,
    categories: (names) => `in the category ${names}`,
    mine: "in your own posts only",
    notTags: (tags) => `without the tag ${tags}`,
    notCategories: (names) => `not in the category ${names}`,
    notMine: "without your own posts",
  },
  unsearchable: {
    signs: (q) => `Nothing can be searched for by “${q}” alone`,
    signsText:
      "The search looks for words and numbers; signs alone stand in nearly every post. Add a word, a file reference or a legal provision, for example “§ 21 WoGG”.",
    taken: (names) => `Understood as the name of a person: ${names}.`,
    persons: "You cannot search for people here",
    personsText:
      "“from:me” finds what you have written yourself. Nobody can search for the posts of others, so that nobody can count who writes how much.",
    example: "Show your own posts",
    left: (names) =>
      `${names} was left out: nobody can search for the posts of others, only for their own with “from:me”.`,
    signsLeft: (q) => `There is no word and no number in “${q}”; what fits the filters is shown.`,
  },
  help: {
    summary: "How to search more precisely",
    text: "Just write what you would like to know. Other forms of a word, compound words, “ae” instead of “ä” and small typing errors are found as well, and so is every way to write amounts (60.000, 60 000,00 or 60,000.00) and dates (9.7.2024, 9. Juli 2024 or July 9, 2024). This makes it more precise:",
    phrase: { typed: '"angemessene Miete"', means: "exactly these words in this order" },
    without: {
      typed: "Miete -Garage",
      means: 'only posts in which “Garage” does not occur; also with a sequence: -"zweite Garage"',
    },
    number: {
      typed: "Miete -§ 21 -60.000",
      means:
        "A minus without a space behind it always excludes, provisions, amounts and dates, too; it is never the sign of a number. Likewise: -tag:Umzug",
    },
    tag: { typed: "tag:Umzug", means: "only posts with this tag" },
    category: { typed: "category:Einkommen", means: "only posts of this category" },
    mine: { typed: "from:me", means: "only what you have written yourself" },
    norm: {
      typed: "§ 11 SGB II",
      means:
        "legal provisions and file references count as a whole: § 11 is not § 12; “Paragraf 11” is the same",
    },
    noAuthor:
      "You cannot search for the posts of other people. So nobody can count here who writes how much.",
  },
}
