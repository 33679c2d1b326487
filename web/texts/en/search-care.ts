import type { searchCare as german } from "../de/search-care.ts"
import type { Translated } from "../translated.ts"

export const searchCare: Translated<typeof german> = {
  synonyms: {
    title: "Synonyms",
    lead: "Terms and abbreviations that mean the same. Whoever searches for one finds the other as well, from now on.",
    add: "Add a group",
    list: "Groups of terms",
    edit: "Change",
    of: (terms) => `“${terms}”`,
    means: " = ",
    empty: "No synonyms yet",
    emptyText: "Add the abbreviations that everybody in your department uses, for example KdU.",
    newTitle: "Add a group",
    editTitle: "Change the group",
    hint: "Each term on a line of its own, at least two, at most ten. For example “KdU” and below it “Kosten der Unterkunft”. Only what really means the same: otherwise everybody finds what does not fit.",
    deleteLink: "Delete the group",
    deleteTitle: "Delete this group?",
    deleteText: (terms) =>
      `After that a search for one term does not find the other any more: ${terms}. Posts stay as they are.`,
    delete: "Delete",
    faults: {
      few: "Please name at least two terms, each on a line of its own.",
      many: "More than ten terms are not possible in a group.",
      long: (term) => `“${term}” is too long. A term has at most 80 characters.`,
      odd: (term) => `“${term}”: a term has at least two characters, one of them a letter.`,
      twice: (term) => `“${term}” is in this group twice.`,
      taken: (term, terms) => `“${term}” is in another group already: ${terms}. Please add to that one.`,
    },
  },
  missing: {
    title: "Searches without success",
    tab: "Searches without success",
    lead: "At least five different people searched for this on one day without finding anything. Who and how often is not recorded. After 90 days an entry disappears by itself.",
    synonyms: "Keep synonyms",
    list: "Searches without a result",
    inAll: "in all categories",
    since: "since",
    write: "Write a post",
    share: "Share as best practice",
    synonym: "Add a synonym",
    settle: "Done",
    of: (words) => `on “${words}”`,
    empty: "Nothing is missing at the moment",
    emptyText: "As soon as several people search for the same and find nothing, it stands here.",
  },
}
