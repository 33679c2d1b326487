/** When a learner leaves a cohort. */
export const leaving = {
  link: "Leave the cohort",
  title: (cohort: string) => `Leave “${cohort}”`,
  lead: "You can leave the cohort at any time and need not give a reason. The facilitator is told by e-mail that you are no longer part of it.",
  former: "Former member",
  first: "Take along first",
  firstText: "What is deleted cannot be restored. The archive holds everything that is yours.",
  goes: "This is deleted at once",
  journalWhole: (entries: number) => `Your whole journal (${count(entries, "entry", "entries")})`,
  journalPart: (entries: number) =>
    `Your journal about this cohort (${count(entries, "entry", "entries")}); the rest stays, as you still learn in another cohort`,
  selfRatings: (number: number) => `Your self-rating (${count(number, "time", "times")})`,
  evidence: (number: number) => `Your evidence (${number})`,
  impulses: (number: number) => `Your answers to learning impulses (${number}), the shared ones, too`,
  sheets: (number: number) => `Your photos of sheets that you filled in (${number})`,
  round: "Your round of the competence assessment with preparation, ratings and result",
  others:
    "Your experience with digital media, your lines in the rounds, your contributions to the feedback and your attendance",
  project: (title: string) => `The learning project “${title}”, which nobody else takes part in`,
  stays: "This stays, without your name",
  staysList: [
    "Tasks, photos of flip charts and cards of the retrospective, and what the cohort planned and decided together",
    "Learning projects that others take part in, and your comments on them",
  ],
  staysText:
    "Where your name stands in minutes or a common text, it stays; please ask the facilitator about that.",
  certificate: "Your certificate",
  certificateText: "It is yours and stays valid without cohort and account.",
  keep: "Keep it",
  keepHint: "You will find it under “My certificates”.",
  delete: "Delete it, too",
  deleteHint: "Whoever checks its number is told “Unknown”; an Open Badge counts as revoked.",
  now: "Leave the cohort for good",
  stay: "Stay after all",
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`
